/**
 * Confidence (a person's), status (the rule's) and forecast (the data's) are three facts, and where they disagree the
 * product says so (PRODUCT: "Confidence"). Keys and values go out; the words are the screen's.
 */
import { comparable, type Decimal, decimal, exact } from "./decimals.ts";
import { type Commitment, goalShare } from "./goal.ts";
import type { Status } from "./status.ts";

export interface ThreeFacts {
  /** 0–10, of the latest check-in; null before the first. */
  confidence: number | null;
  /** The one shown. */
  status: Status;
  /** Of reaching the goal, 0..1; null without a forecast. */
  chance: Decimal | null;
  commitment: Commitment;
  progress: Decimal | null;
  expected: Decimal | null;
}

export type Disagreement =
  | { key: "confident-forecast-unlikely" | "doubtful-forecast-likely"; confidence: number; chance: Decimal }
  | { key: "confident-status-off-track" | "doubtful-status-on-track"; confidence: number }
  | { key: "on-track-forecast-unlikely" | "off-track-forecast-likely"; chance: Decimal }
  /** `behind`: expected × share of the goal − progress, as a share of 1. */
  | { key: "on-track-behind-pace"; behind: Decimal };

/**
 * The bands are those of scores: confidence 7–10 and a chance of 0.7 or more speak for the goal, 0–3 and 0.3 or less
 * against it, what lies between disagrees with nothing. Status is heard while it is a verdict.
 */
export function disagreements(facts: ThreeFacts): Disagreement[] {
  const { confidence, status, chance } = facts;
  const [person, data] = [leaningOf(confidence, 10), leaningOf(chance, 1)];
  const rule = status === "on-track" ? "for" : status === "off-track" ? "against" : "neither";
  const found: Disagreement[] = [];
  if (confidence !== null && chance !== null) {
    if (person === "for" && data === "against") found.push({ key: "confident-forecast-unlikely", confidence, chance });
    if (person === "against" && data === "for") found.push({ key: "doubtful-forecast-likely", confidence, chance });
  }
  if (confidence !== null) {
    if (person === "for" && rule === "against") found.push({ key: "confident-status-off-track", confidence });
    if (person === "against" && rule === "for") found.push({ key: "doubtful-status-on-track", confidence });
  }
  if (chance !== null) {
    if (rule === "for" && data === "against") found.push({ key: "on-track-forecast-unlikely", chance });
    if (rule === "against" && data === "for") found.push({ key: "off-track-forecast-likely", chance });
  }
  const behind = rule === "for" ? behindPace(facts) : null;
  return behind === null ? found : [...found, { key: "on-track-behind-pace", behind }];
}

/** How far progress is behind the pace, as a share of 1; null where it is not, or where there is no pace. */
function behindPace({ progress, expected, commitment }: ThreeFacts): Decimal | null {
  if (progress === null || expected === null) return null;
  const gap = comparable(exact(expected).times(goalShare(commitment)).minus(progress));
  return gap.gt(0) ? decimal(gap) : null;
}

function leaningOf(figure: number | Decimal | null, of: number): "for" | "against" | "neither" {
  if (figure === null) return "neither";
  if (exact(figure).gte(decimal(exact("0.7").times(of)))) return "for";
  return exact(figure).lte(decimal(exact("0.3").times(of))) ? "against" : "neither";
}
