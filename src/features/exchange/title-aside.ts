import { turnsDirection } from "../../platform/contract.ts";
import { asides, type Reason } from "./reasons.ts";
import { isPlaceholder } from "./words.ts";

/** The longest title of the contract, in characters. */
const longest = 300;

/** Why a line cannot be a title; null where it can. */
export function titleAside(title: string): Reason | null {
  if (!/[\p{L}\p{N}]/u.test(title)) return asides.noWords;
  if (isPlaceholder(title)) return asides.placeholder;
  if (title.length > longest) return asides.tooLongForTitle;
  return turnsDirection(title) ? asides.turnsDirection : null;
}
