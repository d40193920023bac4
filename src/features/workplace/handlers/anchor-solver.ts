/**
 * Solves in a thread of its own that ends when it is done: nothing else waits for it, and the memory of the solver goes
 * back (docs/decisions). One at a time, so that many who ask at once cost time and not memory.
 */
import { Worker } from "node:worker_threads";
import type { Program } from "../anchors/program.ts";
import type { Solved } from "../anchors/solve.ts";

let before: Promise<unknown> = Promise.resolve();

export function solvedApart(program: Program): Promise<Solved> {
  const solving = before.then(() => inThread(program));
  before = solving.catch(() => {});
  return solving;
}

function inThread(program: Program): Promise<Solved> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./anchor-solver-thread.ts", import.meta.url), {
      workerData: program,
      resourceLimits: { maxOldGenerationSizeMb: 128 },
    });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`The solver of anchor days ended with ${code} and no answer.`)));
  });
}
