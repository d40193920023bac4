import { Temporal } from "temporal-polyfill";
import type { Tx } from "../../../platform/database/database.ts";
import { arrangementOf, coveredOn, dayAfter } from "../covered.ts";
import { isArrangement } from "../hypothesis.ts";
import { type People, peopleBefore } from "../people.ts";
import { exceptionRows, scopeRows } from "../queries/coverage.ts";
import { movesSince, organisationZone, peopleNow } from "../queries/people.ts";
import { policiesInOrder } from "../queries/policies.ts";
import { todayOf } from "./presenting.ts";

/** Who was where at the end of a day; today and later: who is where now. `only`: of one member. */
export async function peopleOn(tx: Tx, day: string, only: string | null = null): Promise<People> {
  const now = await peopleNow(tx, day, only);
  if (day >= (await todayOf(tx))) return now;
  const ended = Temporal.PlainDate.from(dayAfter(day))
    .toZonedDateTime(await organisationZone(tx))
    .toInstant();
  return peopleBefore(now, await movesSince(tx, ended.toString(), only));
}

/** What every sealed policy covers on a day, and the one arrangement of each member, or of one. */
export async function standingOn(tx: Tx, day: string, only: string | null = null) {
  const policies = (await policiesInOrder(tx)).filter(({ sealed }) => sealed !== null);
  const exceptions = await exceptionRows(tx, null);
  const people = await peopleOn(tx, day, only);
  const covered = coveredOn(day, await scopeRows(tx, null), exceptions, people);
  const arrangements = policies.flatMap(({ id, kind, startsOn }) =>
    isArrangement(kind) && startsOn !== null ? [{ id, startsOn }] : [],
  );
  return { policies, exceptions, people, covered, ...arrangementOf(arrangements, covered) };
}
