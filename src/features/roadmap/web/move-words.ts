import type { Format } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { formatFigure } from "../../okrs/web/public.tsx";
import catalogue from "./move.messages.json";

const m = messages(catalogue);

/** "up 3 points", "down 0.8": a difference of percentages is in points. */
export function moveWords(
  move: string,
  { unit, decimals }: { unit: string; decimals: number },
  format: Format,
): string {
  const size = move.replace(/^-/, "");
  const by =
    unit === "%"
      ? m.points({ count: Number(size) })
      : formatFigure(size, {
          unit: unit || null,
          decimals: Math.max(decimals, size.split(".")[1]?.length ?? 0),
          locale: format.locale,
        });
  return move.startsWith("-") ? m.down({ by }) : m.up({ by });
}
