import type { Blocks } from "./randomised-on-and-off.ts";

/** How a policy is compared, chosen before its start and named in every result. Weeks as in `TeamWeek`. */
export type Design =
  | {
      kind: "randomised-by-team";
      start: number;
      /** As the lot fell, all teams that were in it. */
      drawn: { covered: readonly string[]; others: readonly string[] };
    }
  | {
      kind: "randomised-on-and-off";
      blocks: Blocks;
      /** Team → for each pair whether its first block is covered, as the coins fell. */
      firstOn: ReadonlyMap<string, readonly boolean[]>;
    }
  | { kind: "difference-in-differences" | "before-after" | "comparison"; start: number }
  | { kind: "survey" };

/** Only where chance decided who is covered may a difference be called an effect. */
export function calledBy({ kind }: Design): "effect" | "difference" {
  return kind === "randomised-by-team" || kind === "randomised-on-and-off" ? "effect" : "difference";
}

/** Before/after, comparison and survey show figures and carry no verdict but Harms, by a guardrail. */
export function describesOnly({ kind }: Design): boolean {
  return kind === "before-after" || kind === "comparison" || kind === "survey";
}

/** Teams an arm needs where nobody was drawn: below ten, resampling teams is not to be trusted. */
export const TEAMS_AN_ARM = 10;
