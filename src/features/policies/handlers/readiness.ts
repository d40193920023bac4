import type { Tx } from "../../../platform/database/database.ts";
import { sameVersion } from "../../../platform/edits.ts";
import type { RequestContext } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { conflict, notAllowed, notFound } from "../../../platform/refusals.ts";
import { mayLaunchPulses } from "../../engagement/public.ts";
import { agreementOf, agreementTemplates, mayAgreeFor } from "../../workplace/public.ts";
import { policies as contract } from "../contract.ts";
import { readinessAnswered } from "../events.ts";
import { mayWritePolicies } from "../permissions.ts";
import { peopleOfTeam, readinessOf, writeReadiness } from "../queries/readiness.ts";
import { hasRight } from "../queries/rights.ts";
import { areas, levelOf, type Proposal, proposalsFor, statements } from "../readiness.ts";

const os = keeps(contract).teamReadiness;

export const readiness = os.router({
  get: os.get.handler(({ input, context }) => context.read((tx) => read(tx, context, input.id))),

  answer: os.answer.handler(({ input: { id, version, replies }, context }) =>
    context.write(async (tx) => {
      const { viewer } = context;
      if (!(await agreementOf(tx, id))) throw notFound();
      if (!mayAgreeFor(viewer, id)) throw notAllowed("Ask whoever leads the team or one above it, or a champion.");
      const before = await readinessOf(tx, id);
      if (JSON.stringify(inOrder(before?.replies)) === JSON.stringify(inOrder(replies))) return read(tx, context, id);
      sameVersion({ replies: before?.replies, version: before?.version ?? 0 }, version, { replies });
      if (!(await writeReadiness(tx, { teamId: id, replies, version, by: viewer.memberId })))
        throw conflict({ todo: "Read it again, then write yours or keep theirs." });
      await tx.record(readinessAnswered(id));
      return read(tx, context, id);
    }),
  ),
});

async function read(tx: Tx, { viewer }: RequestContext, id: string) {
  const agreement = await agreementOf(tx, id);
  if (!agreement) throw notFound();
  const row = await readinessOf(tx, id);
  const people = await peopleOfTeam(tx, id);
  const ground = {
    zonesApart: hoursApart(
      people.map(({ timeZone }) => timeZone),
      tx.now,
    ),
    hasSites: people.some(({ hasSite }) => hasSite),
    hasAgreement: agreement.agreed !== null,
  };
  const replies = row?.replies ?? {};
  const mayAnswer = mayAgreeFor(viewer, id);
  return {
    team: agreement.team,
    statements: [...statements],
    levels: areas.map((area) => ({ area, level: levelOf(area, replies) })),
    proposals: proposalsFor(replies, ground).map(withAgreement),
    replies: mayAnswer ? replies : null,
    answered: row
      ? { by: { id: row.memberId, name: row.memberName }, at: new Date(row.answeredAt).toISOString() }
      : null,
    agreementVersion: agreement.version,
    version: row?.version ?? 0,
    can: {
      answer: mayAnswer,
      agree: mayAnswer,
      writePolicies: mayWritePolicies({ role: viewer.role, hasRight: await hasRight(tx, viewer.memberId) }),
      launchPulse: mayLaunchPulses(viewer.role),
    },
  };
}

function withAgreement(proposal: Proposal) {
  if (proposal.kind !== "agreement") return proposal;
  const { agreed } = agreementTemplates.find(({ key }) => key === proposal.template)!;
  return { ...proposal, agreed };
}

/** Between the zones that are furthest from each other now; 0 for nobody. */
function hoursApart(timeZones: readonly string[], now: Tx["now"]): number {
  const offsets = timeZones.map((zone) => now.toZonedDateTimeISO(zone).offsetNanoseconds / 3_600_000_000_000);
  return offsets.length === 0 ? 0 : Math.max(...offsets) - Math.min(...offsets);
}

function inOrder(replies: object = {}) {
  return Object.entries(replies).sort(([one], [other]) => one.localeCompare(other));
}
