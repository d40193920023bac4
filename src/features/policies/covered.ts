import type { Scope } from "./hypothesis.ts";
import { membersIn, type People } from "./people.ts";

/** Whom a policy covers from a day to a day, both included; `to` null: until further notice. */
export interface ScopeRow extends Scope {
  policyId: string;
  from: string;
  to: string | null;
}

/** A member who is let out of a policy, from a day to a day. */
export interface Exempt {
  policyId: string;
  memberId: string;
  from: string;
  to: string | null;
}

/** Whether a day lies in a span. */
export function holdsOn({ from, to }: { from: string; to: string | null }, day: string): boolean {
  return from <= day && (to === null || day <= to);
}

/** The members whom each of these policies covers on a day, `people` being as they were then; exceptions taken out. */
export function coveredOn(
  day: string,
  rows: readonly ScopeRow[],
  exempt: readonly Exempt[],
  people: People,
): Map<string, Set<string>> {
  const covered = new Map<string, Set<string>>();
  for (const row of rows.filter((each) => holdsOn(each, day))) {
    const members = covered.get(row.policyId) ?? new Set<string>();
    for (const member of membersIn(row, people)) members.add(member);
    covered.set(row.policyId, members);
  }
  for (const each of exempt) if (holdsOn(each, day)) covered.get(each.policyId)?.delete(each.memberId);
  return covered;
}

interface Arrangement {
  id: string;
  startsOn: string;
}

/**
 * The one arrangement that covers each member on a day. Sealing, amending and ending exceptions refuse a second one; where
 * a change of teams brings one about, the policy that began first holds, and the second is told to who keeps it.
 */
export function arrangementOf(
  arrangements: readonly Arrangement[],
  covered: ReadonlyMap<string, ReadonlySet<string>>,
): { holds: Map<string, string>; twice: { memberId: string; policyId: string }[] } {
  const holds = new Map<string, string>();
  const twice: { memberId: string; policyId: string }[] = [];
  for (const { id } of [...arrangements].sort(firstBegunFirst))
    for (const memberId of covered.get(id) ?? [])
      if (holds.has(memberId)) twice.push({ memberId, policyId: id });
      else holds.set(memberId, id);
  return { holds, twice };
}

function firstBegunFirst(one: Arrangement, other: Arrangement): number {
  return one.startsOn.localeCompare(other.startsOn) || one.id.localeCompare(other.id);
}

export interface Clash {
  memberId: string;
  policyId: string;
  /** The first day on which both cover the member. */
  day: string;
}

/**
 * Whether `mine` and another arrangement would cover one member on one day, with people as they are now; the earliest
 * such day. A pair of rows shares the days from the later start on; in it only a start and the day after an exception
 * can be the first, so no other day is looked at.
 */
export function firstClash(
  mine: readonly ScopeRow[],
  others: readonly ScopeRow[],
  exempt: readonly Exempt[],
  people: People,
): Clash | null {
  const clashes = mine.flatMap((row) => {
    const members = new Set(membersIn(row, people));
    return others.flatMap((other) => {
      const shared = sharedDays(row, other);
      if (!shared) return [];
      const both = membersIn(other, people).filter((member) => members.has(member));
      return both.flatMap((memberId) => {
        const lets = exempt.filter(
          (each) => each.memberId === memberId && (each.policyId === row.policyId || each.policyId === other.policyId),
        );
        const day = firstDayOutside(lets, shared);
        return day ? [{ memberId, policyId: other.policyId, day }] : [];
      });
    });
  });
  return clashes.sort((one, other) => one.day.localeCompare(other.day))[0] ?? null;
}

type Span = { from: string; to: string | null };

function sharedDays(one: Span, other: Span): Span | null {
  const from = laterOf(one.from, other.from);
  const ends = [one.to, other.to].filter((day) => day !== null).sort();
  const to = ends[0] ?? null;
  return to === null || from <= to ? { from, to } : null;
}

function firstDayOutside(lets: readonly Span[], span: Span): string | null {
  const days = [span.from, ...lets.flatMap(({ to }) => (to === null ? [] : [dayAfter(to)]))].sort();
  return days.find((day) => holdsOn(span, day) && !lets.some((each) => holdsOn(each, day))) ?? null;
}

/** The later of two days. */
export function laterOf(...days: [string, string]): string {
  return days.sort()[1] as string;
}

export function dayAfter(day: string): string {
  return shifted(day, 1);
}

export function dayBefore(day: string): string {
  return shifted(day, -1);
}

/** A day so many days later. */
export function shifted(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
