/** The product, started for a measurement in a folder that goes with it. */
import { fork } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import type { Question } from "./server.ts";

export type Product = Awaited<ReturnType<typeof startProduct>>;

type Asked = Question extends infer Each ? (Each extends { id: number } ? Omit<Each, "id"> : never) : never;

export async function startProduct() {
  const folder = mkdtempSync(join(tmpdir(), "throughline-bench-"));
  const server = fork(join(import.meta.dirname, "server.ts"), {
    env: { ...process.env, DATA_DIR: folder, LOG_LEVEL: "error", REQUESTS_PER_MINUTE: "10000000" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const gone = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const waiting = new Map<number, (answer: unknown) => void>();
  const started = await new Promise<{ port: number; direct: pg.ClientConfig }>((resolve, reject) => {
    server.once("message", (message) => resolve(message as { port: number; direct: pg.ClientConfig }));
    server.once("exit", () => reject(new Error("The server did not start; its words above say why.")));
  });
  server.on("message", ({ id, answer }: { id: number; answer: unknown }) => waiting.get(id)?.(answer));

  let count = 0;
  function ask<T>(question: Asked): Promise<T> {
    count += 1;
    const id = count;
    return new Promise((resolve) => {
      waiting.set(id, resolve as (answer: unknown) => void);
      server.send({ id, ...question });
    });
  }

  return {
    ...started,
    pid: server.pid as number,
    databasePid: Number(readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n", 1)[0]),
    statements: () => ask<number>({ ask: "statements" }),
    memory: () => ask<number>({ ask: "memory" }),
    session: (organisationId: string, memberId: string) => ask<string>({ ask: "session", organisationId, memberId }),
    async stop() {
      server.disconnect();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
