import type { OutputOf } from "../../../web/api.ts";
import type { Format } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./engagement.messages.json";

const m = messages(catalogue);

export type Results = NonNullable<OutputOf<"engagement.pulse.get">["results"]>;
export type Figure = Results["tookPart"][number];

/** "74%", "90% or more", "90% or more, within 10 points", "about 77%, within 4 points"; null where it is withheld. */
export function figureInWords({ reads, share, within }: Pick<Figure, "reads" | "share" | "within">, format: Format) {
  if (share === null) return null;
  const told = format.percent(Number(share));
  if (reads === "or-more") return m.orMore({ share: told, points: pointsOf(within) });
  if (reads === "or-less") return m.orLess({ share: told, points: pointsOf(within) });
  if (reads === "about") return m.about({ share: told, points: pointsOf(within) });
  return told;
}

/** Points since the last pulse that told both exactly: a bound or a middle can't be subtracted. */
export function sinceInWords(now: Figure | undefined, before: Results["questions"][number]["earlier"], format: Format) {
  const last = before.findLast(({ reads }) => reads === "exactly");
  if (now?.reads !== "exactly" || now.share === null || !last?.share) return null;
  const points = pointsOf(now.share) - pointsOf(last.share);
  const filling = { points, day: format.day(last.openedAt) };
  return points > 0 ? m.sinceUp(filling) : m.since(filling);
}

/** A team that is gone keeps its figures, without a name. */
export function groupName(team: { name: string } | null): string {
  return team === null ? m.everyone() : team.name || m.gone();
}

function pointsOf(share: string): number {
  return Math.round(Number(share) * 100);
}
