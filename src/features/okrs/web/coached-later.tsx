/** What the coach says on a page, fetched once it has something to say there. */
import { quietly } from "../../../web/quietly.ts";
import type { CoachedKeyResultProps } from "./coached-key-result.tsx";
import type { OutcomeSharesProps } from "./outcome-shares.tsx";
import type { TitleCoachProps } from "./title-coach.tsx";

export const CoachedKeyResult = quietly<CoachedKeyResultProps>(() => import("./coached-key-result.tsx"));
export const TitleCoach = quietly<TitleCoachProps>(() => import("./title-coach.tsx"));
export const OutcomeShares = quietly<OutcomeSharesProps>(() => import("./outcome-shares.tsx"));
