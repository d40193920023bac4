/** What processes have used of the processors, from /proc (Linux). */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

const ticksPerSecond = Number(execFileSync("getconf", ["CLK_TCK"]).toString());

/** Milliseconds of CPU of a process since its start, its ended children included. */
export function cpuOf(pid: number): number {
  return readStat(pid)?.milliseconds ?? 0;
}

/** The same of a process with all its living children: PostgreSQL with a process for each connection. */
export function cpuOfFamily(parent: number): number {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readStat(Number(name)));
  const children = all.filter((each) => each?.parent === parent);
  return children.reduce((sum, each) => sum + (each?.milliseconds ?? 0), cpuOf(parent));
}

/** Fields after the name, which stands in parentheses and may hold anything: 4 is the parent, 14 to 17 the times. */
function readStat(pid: number): { parent: number; milliseconds: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
    return { parent: Number(fields[1]), milliseconds: (ticks / ticksPerSecond) * 1000 };
  } catch {
    return undefined;
  }
}
