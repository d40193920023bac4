/** The whole story of the demo organisation, dated so that today lies half-way through a quarter. */
import { Temporal } from "temporal-polyfill";
import { calendarAt } from "./calendar.ts";
import { comingCycle } from "./coming-cycle.ts";
import { cycle } from "./cycles.ts";
import { lastCycle } from "./last-cycle.ts";
import { type Moment, newTelling } from "./moments.ts";
import { opening } from "./opening.ts";
import { main, owner } from "./people.ts";
import { policies } from "./policies.ts";
import { pulses } from "./pulses.ts";
import { talk } from "./talk.ts";
import { thisCycle } from "./this-cycle.ts";
import { bets, plannedWeeks } from "./weeks.ts";
import { initiatives, intentions } from "./work.ts";
import { workplace } from "./workplace.ts";

/** What has happened up to now, in order; the last moment is what makes the demo ready. */
export function chronicle(now: Temporal.Instant, organisationId: string, password: string): Moment[] {
  const telling = newTelling(calendarAt(now));
  const { calendar, idOf } = telling;
  const past = [
    ...opening(telling, organisationId, password),
    ...cycle(telling, calendar.lastCycle, lastCycle, true),
    ...cycle(telling, calendar.thisCycle, thisCycle, false),
    ...bets(telling, initiatives),
    ...plannedWeeks(telling, main, intentions),
    ...pulses(telling),
    ...workplace(telling),
    ...policies(telling),
    ...comingCycle(telling),
    ...talk(telling),
  ].filter(({ at }) => Temporal.Instant.compare(at, now) <= 0);
  const promoted: Moment = {
    at: now,
    tell: async (verbs) => {
      await verbs.rollUp();
      const { people } = await verbs.as(idOf("member", owner));
      const id = idOf("member", main);
      const { version } = await people.members.get({ id });
      await people.members.setRole({ id, version, role: "champion" });
    },
  };
  return [...past.sort((one, other) => Temporal.Instant.compare(one.at, other.at)), promoted];
}
