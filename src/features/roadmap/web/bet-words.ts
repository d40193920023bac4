/** What an initiative bets on, in words. */
import type { OutputOf } from "../../../web/api.ts";
import type { Format } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { formatFigure } from "../../okrs/web/public.tsx";
import catalogue from "./initiatives.messages.json";
import { moveWords } from "./move-words.ts";

const m = messages(catalogue);

export type Initiative = OutputOf<"roadmap.initiatives.list">["items"][number];
export type Bet = Initiative["bets"][number];

/** "Setup tickets, bet: down 0.8", then "4.8 to 4.1 so far" once it was begun and the number moved. */
export function betWords(
  { keyResult, expectedMove, from, now, moved }: Bet,
  state: Initiative["state"],
  format: Format,
): string {
  const say = (value: string) =>
    formatFigure(value, { ...keyResult, unit: keyResult.unit || null, locale: format.locale });
  const title =
    expectedMove === null
      ? keyResult.title
      : m.bet({ title: keyResult.title, move: moveWords(expectedMove, keyResult, format) });
  if (state === "planned" || from === null || now === null || moved === null || Number(moved) === 0) return title;
  return `${title}, ${m.soFar({ from: say(from), now: say(now) })}`;
}

/** "until 8 Mar", "3–8 Mar", "Done 25 Jan". */
export function whenWords({ state, startsOn, endsOn, stateChangedAt }: Initiative, format: Format): string {
  if (state === "done" && stateChangedAt) return m.finished({ day: format.day(stateChangedAt) });
  if (state === "dropped" && stateChangedAt) return m.givenUp({ day: format.day(stateChangedAt) });
  if (startsOn && endsOn) return format.dates(startsOn, endsOn);
  if (endsOn) return m.until({ day: format.date(endsOn) });
  return startsOn ? m.from({ day: format.date(startsOn) }) : m.noDates();
}
