/** Why two key results cannot both be reached, in words. */
import type { OutputOf } from "../../../web/api.ts";
import type { Format } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./opposing.messages.json";

export const m = messages(catalogue);

export type Gap = OutputOf<"alignment.alignment.gaps">["items"][number];

/** "84% of what they are about is the same: support, calls and clinic." Stems are said as the title writes them. */
export function whyOpposing({ values, subjects: [first] }: Pick<Gap, "values" | "subjects">, format: Format): string {
  if (values.why === "same-metric") return m["same-metric"]({ metric: String(values.metric) });
  const stems = String(values.words ?? "")
    .split(" ")
    .filter(Boolean);
  const written = (first?.title ?? "").toLowerCase().match(/\p{L}+/gu) ?? [];
  const words = stems.map((stem) => written.find((word) => word.startsWith(stem.replace(/y$/, ""))) ?? stem);
  const likeness = Number(values.likeness);
  return words.length > 0
    ? m["near-wording"]({ likeness, words: format.list(words) })
    : m["near-letters"]({ likeness });
}
