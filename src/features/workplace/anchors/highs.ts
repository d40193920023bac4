/** HiGHS, a solver of linear and integer programs (Huangfu & Hall 2018), as WebAssembly. */
import load from "highs";
import type { Run } from "./solve.ts";

/**
 * Every figure of the programs is whole, so that less than one between the best that was found and the best that can be
 * is none. Without its searches for lucky finds, which cost much of the time here. It stops after ten seconds.
 */
const options = {
  ...{ output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: 0.4, time_limit: 10 },
  ...{ mip_heuristic_effort: 0, mip_allow_restart: false, mip_detect_symmetry: false },
} as const;

export async function highs(): Promise<Run> {
  const solver = await load();
  return (lp) => {
    const answer = solver.solve(lp, options);
    if (answer.Status === "Infeasible") return null;
    const proven = answer.Status === "Optimal";
    const values = Object.fromEntries(Object.entries(answer.Columns).map(([name, { Primal }]) => [name, Primal ?? 0]));
    const isThere = Object.values(values).some((value) => value !== 0);
    if (!proven && !isThere) throw new Error(`The solver of anchor days stopped without an answer: ${answer.Status}.`);
    return { values, proven };
  };
}
