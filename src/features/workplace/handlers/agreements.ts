import { Temporal } from "temporal-polyfill";
import type { Tx } from "../../../platform/database/database.ts";
import { changesBetween, sameVersion } from "../../../platform/edits.ts";
import type { RequestContext } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { conflict, notAllowed, notFound, refused } from "../../../platform/refusals.ts";
import { currentCycle } from "../../okrs/public.ts";
import { type Agreed, agreedRefusals, isReviewDue } from "../agreement.ts";
import { agreementTemplates } from "../agreement-templates.ts";
import { workplace as contract } from "../contract.ts";
import { agreementFact } from "../events.ts";
import { mayAgreeFor } from "../permissions.ts";
import {
  agreementsOf,
  cyclesUnderWay,
  type Held,
  insertAgreement,
  insertReview,
  ownAgreement,
  versionsOfAgreement,
} from "../queries/agreements.ts";
import { dayAt } from "../week.ts";

const os = keeps(contract).agreements;

export const agreements = os.router({
  list: os.list.handler(({ input: { teamId }, context }) =>
    context.read(async (tx) => {
      const held = await agreementsOf(tx, teamId ? [teamId] : context.viewer.teams);
      if (teamId && held.length === 0) throw notFound();
      return { items: await present(tx, context, held) };
    }),
  ),

  get: os.get.handler(({ input, context }) => context.read((tx) => read(tx, context, input.id))),

  write: os.write.handler(({ input: { id, version, ...agreed }, context }) =>
    context.write(async (tx) => {
      const before = await toChange(tx, context, id);
      const problems = agreedRefusals(agreed);
      if (problems.length > 0) throw refused(...problems);
      const changes = changesBetween(before.agreed ?? {}, agreed);
      if (Object.keys(changes).length === 0) return read(tx, context, id);
      await keep(tx, context, { id, version, before, agreed });
      await tx.record(agreementFact("working-agreement-written", id, { version: version + 1 }));
      return read(tx, context, id);
    }),
  ),

  remove: os.remove.handler(({ input: { id, version }, context }) =>
    context.write(async (tx) => {
      const before = await toChange(tx, context, id);
      if (!before.agreed) return read(tx, context, id);
      await keep(tx, context, { id, version, before, agreed: null });
      await tx.record(agreementFact("working-agreement-given-up", id, { version: version + 1 }));
      return read(tx, context, id);
    }),
  ),

  review: os.review.handler(({ input: { id, version }, context }) =>
    context.write(async (tx) => {
      const before = await toChange(tx, context, id);
      if (!before.agreed) {
        const expected = "a team with an agreement of its own";
        throw refused({ field: "id", expected, todo: "Write one first, or review the one of the team above." });
      }
      sameVersion(before, version, { agreed: before.agreed });
      const { cycle, day } = await cycleUnderWay(tx);
      const [held] = await agreementsOf(tx, [id]);
      // Telling it twice on one day is telling it once.
      if (held?.reviewed && day(held.reviewed.at) === day(tx.now.toString()) && !isOlder(held))
        return read(tx, context, id);
      await insertReview(tx, { teamId: id, version, cycleId: cycle?.id ?? null, by: context.viewer.memberId });
      await tx.record(agreementFact("working-agreement-reviewed", id, { version }));
      return read(tx, context, id);
    }),
  ),

  history: os.history.handler(({ input: { id }, context }) =>
    context.read(async (tx) => {
      if ((await agreementsOf(tx, [id])).length === 0) throw notFound();
      const versions = await versionsOfAgreement(tx, id);
      return {
        items: versions.map((each) => ({
          ...each,
          written: asInstant(each.written),
          reviews: each.reviews.map(asInstant),
        })),
      };
    }),
  ),

  templates: os.templates.handler(() => ({ items: agreementTemplates.map((template) => ({ ...template })) })),
});

/** Whether the last review is of an earlier version. */
function isOlder({ reviewed, written }: Held): boolean {
  return reviewed !== null && written !== null && Date.parse(reviewed.at) < Date.parse(written.at);
}

/** The team's own agreement, where it is the viewer's to change. */
async function toChange(tx: Tx, { viewer }: RequestContext, id: string) {
  if ((await agreementsOf(tx, [id])).length === 0) throw notFound();
  if (!mayAgreeFor(viewer, id)) throw notAllowed("Ask whoever leads the team or one above it, or a champion.");
  return ownAgreement(tx, id);
}

interface Kept {
  id: string;
  version: number;
  before: { version: number; agreed: Agreed | null };
  agreed: Agreed | null;
}

async function keep(tx: Tx, { viewer }: RequestContext, { id, version, before, agreed }: Kept): Promise<void> {
  sameVersion({ ...before.agreed, version: before.version }, version, { ...agreed });
  const row = { teamId: id, version: version + 1, agreed, by: viewer.memberId };
  if (!(await insertAgreement(tx, row))) throw conflict({ todo: "Read it again, then write yours or keep theirs." });
}

async function read(tx: Tx, context: RequestContext, id: string) {
  const [agreement] = await present(tx, context, await agreementsOf(tx, [id]));
  if (!agreement) throw notFound();
  return agreement;
}

async function present(tx: Tx, { viewer }: RequestContext, held: readonly Held[]) {
  const { cycle, day } = await cycleUnderWay(tx);
  return held.map(({ from, ...each }) => {
    const lookedAt = [each.written, each.reviewed].flatMap((look) => (look ? [day(look.at)] : []));
    const isOwn = from?.id === each.team.id;
    const isDue = isOwn && isReviewDue(lookedAt, cycle);
    return {
      ...each,
      from: isOwn ? null : from,
      written: each.written && asInstant(each.written),
      reviewed: each.reviewed && asInstant(each.reviewed),
      reviewDueIn: isDue && cycle ? { id: cycle.id, name: cycle.name } : null,
      can: { edit: mayAgreeFor(viewer, each.team.id) },
    };
  });
}

async function cycleUnderWay(tx: Tx) {
  const { cycles, timeZone } = await cyclesUnderWay(tx);
  const day = (at: string) => dayAt(Temporal.Instant.from(new Date(at).toISOString()), timeZone);
  return { cycle: currentCycle(cycles, day(tx.now.toString())), day };
}

/** JSON of the database has its own way to write an instant. */
function asInstant<Told extends { at: string }>(told: Told): Told {
  return { ...told, at: new Date(told.at).toISOString() };
}
