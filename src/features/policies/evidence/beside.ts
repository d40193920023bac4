/** Run as a thread: judges the policy it was started with and answers what was found. */
import { parentPort, workerData } from "node:worker_threads";
import { assess, type Policy } from "./assess.ts";

const { policy, seed } = workerData as { policy: Policy; seed: number };
parentPort?.postMessage(assess(policy, { seed }));
