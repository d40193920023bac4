import { atLatest, type Moment, type Telling } from "./moments.ts";
import type { City, KeyResult, Objective } from "./story.ts";

/** When people report, by the clock of their city: before the rhythm's Wednesday 17:00 in Lisbon. */
const hours: Record<City, number> = { Lisbon: 10, Berlin: 11, Bengaluru: 15, Toronto: 8 };

/** A check-in for each week, on its Monday or Tuesday, and the answers to what was asked in it. */
export function reportsOf(
  telling: Telling,
  offset: number,
  objective: Objective,
  keyResult: KeyResult,
  nth: number,
): Moment[] {
  const { does, idOf, cityOf } = telling;
  const by = keyResult.owner ?? objective.owner;
  const time = `${String(hours[cityOf(by)]).padStart(2, "0")}:${10 + ((nth * 7) % 50)}`;
  return keyResult.reports.flatMap((report, index) => {
    const week = index + 1;
    const day = offset + 7 * index + (keyResult.on ?? 1 + (nth % 2));
    const name = `${keyResult.title} ${week}`;
    const ask = keyResult.asks?.[week];
    const reported = does(by, day, time, ({ cadence }) =>
      cadence.checkIns.create({
        id: idOf("check-in", name),
        keyResultId: idOf("key-result", keyResult.title),
        ...figureOf(keyResult, report, idOf),
        confidence: keyResult.confidence[index] as number,
        whatChanged: keyResult.said?.[week] ?? "",
        blocker: keyResult.blockers?.[week] ?? "",
        ask: ask ? { id: idOf("ask", name), toMemberId: idOf("member", ask.to), text: ask.text } : null,
      }),
    );
    if (ask && day > 42) return [atLatest(reported, telling.calendar.now)];
    if (!ask?.reply) return [reported];
    const [days, reply] = ask.reply;
    const answered = does(ask.to, day + days, "09:20", ({ cadence }) =>
      cadence.asks.close({ id: idOf("ask", name), reply }),
    );
    return [reported, answered];
  });
}

function figureOf({ title, measure }: KeyResult, report: number | string | boolean, idOf: Telling["idOf"]) {
  if (typeof report === "boolean") return { done: report };
  if (measure.kind !== "milestones") return { value: report };
  const done = measure.milestones.slice(0, Number(report));
  return { milestonesDone: done.map((each) => idOf("milestone", `${title} ${each}`)) };
}
