import type { Tx } from "../../../platform/database/database.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notAllowed, notFound } from "../../../platform/refusals.ts";
import { anchorDaysAround, type PlannedWeek, plannedWeeks } from "../../workplace/public.ts";
import { policies as contract } from "../contract.ts";
import { holdsOn } from "../covered.ts";
import { type Fit, fitOf, toldOf } from "../fit/fit.ts";
import { isArrangement } from "../hypothesis.ts";
import { membersIn } from "../people.ts";
import { scopeRows } from "../queries/coverage.ts";
import { keepTold, toldOfWeek } from "../queries/fit.ts";
import type { PolicyRow } from "../queries/policies.ts";
import { todayOf } from "./presenting.ts";
import { standingOn } from "./standing.ts";

const os = keeps(contract).policyFit;

export const fit = os.router({
  mine: os.mine.handler(({ input, context }) =>
    context.read(async (tx) => {
      const { memberId } = context.viewer;
      const day = input.from ?? (await todayOf(tx));
      const standing = await arrangementsOn(tx, day);
      const { policy, agreed } = standing.of(memberId);
      if (!policy) return { arrangement: null, fit: null, agreed: false };
      const [week] = await plannedWeeks(tx, [memberId], day);
      const { id, kind, title } = policy;
      return {
        arrangement: { id, kind, title },
        fit: week ? await fitOfWeek(tx, standing, policy, week, day) : null,
        agreed,
      };
    }),
  ),

  ofTeam: os.ofTeam.handler(async ({ input: { teamId, from }, context }) => {
    const { leads, memberId } = context.viewer;
    const { week, told } = await context.read(async (tx) => {
      const day = from ?? (await todayOf(tx));
      const standing = await arrangementsOn(tx, day);
      const { people } = standing;
      if (!people.parents.has(teamId)) throw notFound();
      if (!leads.includes(teamId)) throw notAllowed("Only whoever leads the team reads it.");
      // Figures of a team and of a part of it would together tell of the rest.
      if (leads.includes(people.parents.get(teamId) ?? ""))
        throw notAllowed("Read it for the team above, which you lead.");
      return countsOf(tx, standing, leads, day);
    });
    if (week === null) return { told: null };
    if (told === null) return { told: await context.read((tx) => toldOfWeek(tx, memberId, week)) };
    return context.write(async (tx) => {
      await keepTold(tx, memberId, week, told);
      return { told: await toldOfWeek(tx, memberId, week) };
    });
  }),
});

/**
 * Over all these teams at once: of two that share members, neither figure can be taken from the other. Whoever is let
 * out is not counted: an exception that turned one person's misfit into a fit would tell it of them.
 */
async function countsOf(tx: Tx, standing: Standing, teamIds: readonly string[], day: string) {
  const asked = { teamIds: [...teamIds], exceptTeamIds: [], siteIds: [], roles: [] };
  const weeks = await plannedWeeks(tx, membersIn(asked, standing.people), day);
  const fits: boolean[] = [];
  for (const week of weeks) {
    const { policy, agreed } = standing.of(week.memberId);
    const its = policy && !agreed ? await fitOfWeek(tx, standing, policy, week, day) : null;
    if (its) fits.push(its.kept >= its.of);
  }
  return { week: weeks[0]?.days[0]?.day ?? null, told: toldOf(fits) };
}

/** The arrangement of each member on a day, also one that they are let out of. */
async function arrangementsOn(tx: Tx, day: string) {
  const { policies, exceptions, people, holds } = await standingOn(tx, day);
  const rows = (await scopeRows(tx, null)).filter((row) => holdsOn(row, day));
  const policyOf = (id: string | undefined) => policies.find((each) => each.id === id);
  const letOutOf = (memberId: string) =>
    exceptions
      .filter((each) => each.memberId === memberId && holdsOn(each, day))
      .map(({ policyId }) => policyOf(policyId))
      .find(
        (policy) =>
          policy !== undefined &&
          isArrangement(policy.kind) &&
          rows.some((row) => row.policyId === policy.id && membersIn(row, people).includes(memberId)),
      );
  return {
    people,
    anchors: new Map<string, Promise<string[]>>(),
    of(memberId: string): { policy: PolicyRow | undefined; agreed: boolean } {
      const policy = policyOf(holds.get(memberId));
      return policy ? { policy, agreed: false } : { policy: letOutOf(memberId), agreed: true };
    },
  };
}

type Standing = Awaited<ReturnType<typeof arrangementsOn>>;

/** Anchor days are those of the member's teams; asked for once for each set of teams. */
async function fitOfWeek(
  tx: Tx,
  { people, anchors }: Standing,
  { kind, words }: PolicyRow,
  week: PlannedWeek,
  day: string,
): Promise<Fit | null> {
  if (kind !== "hybrid-anchored") return fitOf(week.days, words.office, null);
  const teams = [...(people.belongs.get(week.memberId) ?? [])].sort();
  const known = anchors.get(teams.join()) ?? anchorDaysAround(tx, teams, day);
  anchors.set(teams.join(), known);
  return fitOf(week.days, words.office, await known);
}
