/** Initiatives on their way, and what Inês plans for her weeks. */

import { atLatest, type Moment, type Telling } from "./moments.ts";
import { leadOf } from "./people.ts";
import type { Initiative, Intention } from "./story.ts";

export function bets({ calendar, does, idOf }: Telling, initiatives: Initiative[]): Moment[] {
  return initiatives.flatMap(({ title, owner, team, starts, ends, began, finished, bets }, at) => {
    const id = idOf("initiative", title);
    const become = (day: number, state: "doing" | "done") =>
      does(owner, day, "09:30", async ({ roadmap }) => {
        const { version } = await roadmap.initiatives.get({ id });
        await roadmap.initiatives.setState({ id, version, state });
      });
    const planned = does(leadOf(team), -5, `11:${10 + at * 3}`, ({ roadmap }) =>
      roadmap.initiatives.create({
        ...{ id, title, startsOn: calendar.date(starts), endsOn: calendar.date(ends) },
        ownerId: idOf("member", owner),
        teamId: idOf("team", team),
        bets: bets.map(([name, expectedMove]) => ({ keyResultId: idOf("key-result", name), expectedMove })),
      }),
    );
    return [planned, ...(began ? [become(began, "doing")] : []), ...(finished ? [become(finished, "done")] : [])];
  });
}

/** Mondays are planned, Fridays closed; what is left over is carried on. This week is planned by now in any case. */
export function plannedWeeks({ calendar, does, idOf }: Telling, name: string, intentions: Intention[]): Moment[] {
  return intentions.flatMap(({ text, for: keyResult, weeksAgo, done, carried }, at) => {
    const id = idOf("intention", text);
    const monday = calendar.monday - 7 * weeksAgo;
    const keyResultId = idOf("key-result", keyResult);
    const written = does(name, monday, `08:4${at}`, ({ focus }) => focus.intentions.create({ id, text, keyResultId }));
    const closed = does(name, monday + 4, "16:00", ({ focus }) => focus.intentions.setDone({ id, done: true }));
    const goesOn = does(name, monday + 7, "08:35", ({ focus }) =>
      focus.intentions.carry({ id, carriedAs: idOf("intention", `${text}, on`) }),
    );
    return [written, ...(done ? [closed] : []), ...(carried ? [goesOn] : [])].map((moment) =>
      atLatest(moment, calendar.now),
    );
  });
}
