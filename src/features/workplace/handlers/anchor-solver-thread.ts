/** What the thread of anchor-solver.ts runs. */
import { parentPort, workerData } from "node:worker_threads";
import { highs } from "../anchors/highs.ts";
import type { Program } from "../anchors/program.ts";
import { solve } from "../anchors/solve.ts";

parentPort?.postMessage(solve(workerData as Program, await highs()));
