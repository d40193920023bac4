import { asides, type Reason } from "./reasons.ts";
import { isPlaceholder } from "./words.ts";

/** The longest title of the contract, in characters. */
const longest = 300;
/** Embeddings, overrides and isolates, which the contract takes in no title. */
const turning = /[\u202a-\u202e\u2066-\u2069]/;

/** Why a line cannot be a title; null where it can. */
export function titleAside(title: string): Reason | null {
  if (!/[\p{L}\p{N}]/u.test(title)) return asides.noWords;
  if (isPlaceholder(title)) return asides.placeholder;
  if (title.length > longest) return asides.tooLongForTitle;
  return turning.test(title) ? asides.turnsDirection : null;
}
