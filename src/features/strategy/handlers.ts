import { bodyHash, changesBetween, sameCreate, sameVersion } from "../../platform/edits.ts";
import type { RequestContext } from "../../platform/http/context.ts";
import { keeps } from "../../platform/http/keeps.ts";
import { conflict, notFound } from "../../platform/refusals.ts";
import { strategy as contract } from "./contract.ts";
import {
  imperativeArchived,
  imperativeChanged,
  imperativeRestored,
  imperativeWritten,
  type StatementKind,
  statementWritten,
} from "./events.ts";
import { mayWriteStrategy } from "./permissions.ts";
import {
  addImperative,
  changeImperative,
  imperativeById,
  imperativesInOrder,
  statementOf,
  writeStatement,
} from "./queries.ts";

const os = keeps(contract);

export const strategy = os.router({
  vision: {
    get: os.vision.get.handler(({ context }) => readStatement(context, "vision")),
    set: os.vision.set.handler(({ input, context }) => setStatement(context, "vision", input)),
  },
  mission: {
    get: os.mission.get.handler(({ context }) => readStatement(context, "mission")),
    set: os.mission.set.handler(({ input, context }) => setStatement(context, "mission", input)),
  },
  imperatives: {
    list: os.imperatives.list.handler(({ input, context }) =>
      context.read(async (tx) => ({
        items: (await imperativesInOrder(tx, input.archived)).map((row) => presentImperative(row, context)),
        can: { create: mayWriteStrategy(context.viewer.role) },
      })),
    ),
    create: os.imperatives.create.handler(({ input, context }) =>
      context.write(async (tx) => {
        const { id, ...body } = input;
        const hash = bodyHash(body);
        const added = await addImperative(tx, { id, ...body, bodyHash: hash });
        if (added) {
          await tx.record(imperativeWritten(id, body));
          return presentImperative(added, context);
        }
        return presentImperative(sameCreate(await imperativeById(tx, id), hash), context);
      }),
    ),
    update: os.imperatives.update.handler(({ input, context }) =>
      context.write(async (tx) => {
        const { id, version, priorityShare, ...rest } = input;
        const before = await imperativeById(tx, id);
        if (!before) throw notFound();
        const wanted = { ...rest, ...(priorityShare !== undefined ? { priority_share: priorityShare } : {}) };
        sameVersion(before, version, wanted);
        const changes = changesBetween(before, wanted);
        if (Object.keys(changes).length === 0) return presentImperative(before, context);
        const after = await changeImperative(tx, id, wanted);
        await tx.record(imperativeChanged(id, changes));
        return presentImperative(after, context);
      }),
    ),
    archive: os.imperatives.archive.handler(({ input, context }) =>
      context.write(async (tx) => {
        const before = await imperativeById(tx, input.id);
        if (!before) throw notFound();
        if (before.archived_at) return { done: true as const };
        sameVersion(before, input.version, {});
        await changeImperative(tx, input.id, { archived_at: tx.now.toString() });
        await tx.record(imperativeArchived(input.id));
        return { done: true as const };
      }),
    ),
    restore: os.imperatives.restore.handler(({ input, context }) =>
      context.write(async (tx) => {
        const before = await imperativeById(tx, input.id);
        if (!before) throw notFound();
        if (!before.archived_at) return presentImperative(before, context);
        const after = await changeImperative(tx, input.id, { archived_at: null });
        await tx.record(imperativeRestored(input.id));
        return presentImperative(after, context);
      }),
    ),
  },
});

function readStatement(context: RequestContext, kind: StatementKind) {
  return context.read(async (tx) => presentStatement(await statementOf(tx, kind), context));
}

function setStatement(context: RequestContext, kind: StatementKind, input: { text: string; version: number }) {
  return context.write(async (tx) => {
    const before = await statementOf(tx, kind, true);
    if (before && before.text === input.text) return presentStatement(before, context);
    const after =
      before && before.version !== input.version
        ? undefined
        : await writeStatement(tx, kind, input.text, input.version);
    if (!after) {
      const theirs = before ?? (await statementOf(tx, kind));
      throw conflict({
        todo: `Read the ${kind} again, then write yours or keep theirs.`,
        version: theirs?.version,
        yours: input.text,
        theirs: theirs?.text,
      });
    }
    await tx.record(statementWritten(tx.organisationId, kind, before?.text ?? null, after.text));
    return presentStatement(after, context);
  });
}

function presentStatement(
  row: { text: string; version: number; updated_at: string } | undefined,
  context: RequestContext,
) {
  const can = { edit: mayWriteStrategy(context.viewer.role) };
  return row
    ? { text: row.text, version: row.version, updatedAt: row.updated_at, can }
    : { text: "", version: 0, updatedAt: null, can };
}

type ImperativeRow = Awaited<ReturnType<typeof imperativesInOrder>>[number];

function presentImperative(row: ImperativeRow, context: RequestContext) {
  return {
    id: row.id,
    statement: row.statement,
    why: row.why,
    priorityShare: row.priority_share,
    horizon: row.horizon,
    rank: row.rank,
    archivedAt: row.archived_at,
    version: row.version,
    can: { edit: mayWriteStrategy(context.viewer.role) },
  };
}
