import { aCount, cursorOf, pageFrom, valuesOf } from "../../platform/cursor.ts";
import type { Tx } from "../../platform/database/database.ts";
import type { RequestContext } from "../../platform/http/context.ts";
import { keeps } from "../../platform/http/keeps.ts";
import { notFound } from "../../platform/refusals.ts";
import { activity as contract } from "./contract.ts";
import { idsIn } from "./named-in.ts";
import { mayReadHistory } from "./permissions.ts";
import { auditNewestFirst, type EventRow, historyOf, namesOf, type Subject, subjectsOf } from "./queries.ts";

const os = keeps(contract);

export const activity = os.router({
  history: {
    of: os.history.of.handler(({ input, context }) =>
      context.read(async (tx) => {
        const { subjectId, also, limit } = input;
        const inSight = await subjectsInSight(tx, context, await subjectsOf(tx, [subjectId, ...also]));
        if (!inSight.some(({ id }) => id === subjectId)) throw notFound();
        const rows = await historyOf(tx, context.viewer.memberId, inSight, limit, positionIn(input.after));
        // Every event of it may be somebody else's alone: then it answers as if there were nothing.
        if (rows.length === 0 && input.after === undefined) throw notFound();
        return presentPage(tx, rows, limit);
      }),
    ),
  },
  audit: {
    list: os.audit.list.handler(({ input, context }) =>
      context.read(async (tx) => {
        const { after, ...wanted } = input;
        const rows = await auditNewestFirst(tx, { ...wanted, after: positionIn(after) });
        return presentPage(tx, rows, input.limit);
      }),
    ),
  },
});

/** The subjects that are there for the viewer, judged by the rooms they belong to, one question per kind. */
async function subjectsInSight(tx: Tx, { viewer, services }: RequestContext, subjects: Subject[]): Promise<Subject[]> {
  const judgedElsewhere = Object.entries(services.sights);
  const seen = subjects.filter(({ kind, id }) => !services.sights[kind] && mayReadHistory(viewer, { kind, id }));
  for (const [kind, sight] of judgedElsewhere) {
    const ids = subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);
    if (ids.length > 0) seen.push(...(await sight(tx, viewer, ids)).map((id) => ({ kind, id })));
  }
  return seen;
}

function positionIn(after: string | undefined): string | null {
  return valuesOf(after, aCount)?.[0] ?? null;
}

async function presentPage(tx: Tx, rows: EventRow[], limit: number) {
  const { items, next } = pageFrom(rows, limit, ({ position }) => cursorOf(position));
  return {
    items: items.map(present),
    names: await namesOf(tx, idsIn(items.map(({ facts, subjectId }) => [facts, subjectId]))),
    next,
  };
}

function present({ id, kind, subjectKind, subjectId, actorId, actorName, via, facts, at }: EventRow) {
  const actor = actorId && actorName ? { id: actorId, name: actorName } : null;
  return { id, kind, subject: { kind: subjectKind, id: subjectId }, actor, via, facts, at };
}
