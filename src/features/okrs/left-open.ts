/** What keeps a cycle from being closed: objectives that have not ended, with what still hangs on them. */
import type { Refusal } from "./measures.ts";

/** An objective that is neither closed, dropped nor postponed. */
export interface LeftOpen {
  id: string;
  title: string;
  level: string;
  team: string | null;
}

/** What somebody waits for on a key result of such an objective; the room that keeps it tells (`Services.waitsOn`). */
export interface WaitsOn {
  kind: "ask" | "blocker";
  text: string;
  /** Its title. */
  keyResult: string;
  /** Who was asked. */
  to: string | null;
}

/** Why a cycle is not closed yet, each thing by its name; empty where everything has ended. */
export function openRefusals(left: readonly LeftOpen[], waiting: readonly WaitsOn[]): Refusal[] {
  if (left.length === 0) return [];
  const of = Map.groupBy(left, ({ level, team }) => team ?? KEEPERS[level] ?? level);
  const keepers = [...of].map(([keeper, some]) => {
    return `${keeper} ${some.length} (${named(some.map(({ title }) => quoted(title)))})`;
  });
  const todo = `Grade and close them first, each with its key results and asks, or say that they stay open (withOpen). Open: ${keepers.join("; ")}.`;
  return [
    { field: "state", expected: "a cycle in which every objective has ended", todo },
    ...waitingRefusals("ask", waiting),
    ...waitingRefusals("blocker", waiting),
  ];
}

const KEEPERS: Record<string, string> = { company: "the organisation", personal: "members' own" };

const settled = {
  ask: "They are closed, taken along or left with a word where their objective is closed",
  blocker: "They go with the next check-in, or with the closing of their objective",
};

function waitingRefusals(kind: WaitsOn["kind"], waiting: readonly WaitsOn[]): Refusal[] {
  const some = waiting.filter((each) => each.kind === kind);
  if (some.length === 0) return [];
  const told = some.map(({ text, keyResult, to }) => {
    return `${quoted(text)}${to === null ? "" : ` to ${to}`}, on ${quoted(keyResult)}`;
  });
  const expected = `no ${kind} that is still open; ${some.length} ${some.length === 1 ? "is" : "are"}`;
  return [{ field: `${kind}s`, expected, todo: `${settled[kind]}: ${named(told, "; ")}.` }];
}

/** The first ten by name, the rest counted. */
function named(names: readonly string[], between = ", "): string {
  const rest = names.length - 10;
  return [...names.slice(0, 10), ...(rest > 0 ? [`${rest} more`] : [])].join(between);
}

function quoted(text: string): string {
  const letters = [...text.replaceAll(/\s+/g, " ").trim()];
  return `“${letters.length > 80 ? `${letters.slice(0, 79).join("")}…` : letters.join("")}”`;
}
