import { coach, type Verdict } from "../coach/public.ts";
import { type Coached, coachContextOf } from "./coached.ts";

/** What the coach says of these words and figures. What stands beside the key result is advised on and decides nothing. */
export function coachVerdictOf({ title, ...keyResult }: Coached & { title: string }): Verdict {
  return coach(title, coachContextOf(keyResult)).verdict;
}
