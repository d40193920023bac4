import { anInstant, anUuid, cursorOf, pageFrom, valuesOf } from "../../platform/cursor.ts";
import { bodyHash, sameCreate } from "../../platform/edits.ts";
import type { RequestContext } from "../../platform/http/context.ts";
import { keeps } from "../../platform/http/keeps.ts";
import { notFound } from "../../platform/refusals.ts";
import { notesOf } from "./bodies.ts";
import { exchange as contract } from "./contract.ts";
import type { KeptAside } from "./draft.ts";
import { importMade } from "./events.ts";
import { makeRows } from "./handlers/making.ts";
import { makeMissing } from "./handlers/making-missing.ts";
import { type AskedChoices, planned } from "./handlers/planning.ts";
import { presentImport, presentListed, presentPreview } from "./handlers/presenting.ts";
import { type AskedFile, byKey, type Read, readFile } from "./handlers/reading.ts";
import { begin, type Running, standingOf, stop } from "./handlers/running.ts";
import { undoImport, undoSeen } from "./handlers/undoing.ts";
import type { PlannedRow } from "./plan.ts";
import { countActions } from "./plan-summary.ts";
import { addImport, importById, importsLatestFirst, rememberColumns } from "./queries/imports.ts";
import { takeTurns } from "./queries/there.ts";

const os = keeps(contract).imports;

const imports = os.router({
  preview: os.preview.handler(({ input, context }) =>
    whileRunning(context, input.id, async (running) => {
      const { viewer } = context;
      const read = await readFile(context, input, running);
      return context.read(async (tx) => {
        const plan = await planned(tx, viewer, read, input);
        return presentPreview(tx, viewer, read, plan, input.fileName);
      });
    }),
  ),

  create: os.create.handler(({ input, context }) =>
    whileRunning(context, input.id, async (running) => {
      const { id, ...body } = input;
      const hash = bodyHash(body);
      const earlier = await context.read((tx) => importById(tx, id));
      if (earlier) return presentImport(sameCreate(earlier, hash));
      const read = await readFile(context, input, running);
      return importFile(context, { ...input, bodyHash: hash }, read, running);
    }),
  ),

  list: os.list.handler(({ input, context }) =>
    context.read(async (tx) => {
      const rows = await importsLatestFirst(tx, input.limit, valuesOf(input.after, anInstant, anUuid));
      const { items, next } = pageFrom(rows, input.limit, ({ recordedAt, id }) => cursorOf(recordedAt, id));
      return { items: items.map(presentListed), next };
    }),
  ),

  get: os.get.handler(({ input, context }) =>
    context.read(async (tx) => {
      const row = await importById(tx, input.id);
      if (!row) throw notFound();
      return presentImport(row);
    }),
  ),

  undoPreview: os.undoPreview.handler(({ input, context }) =>
    context.read((tx) => undoSeen(tx, context.viewer, input.id)),
  ),

  undo: os.undo.handler(({ input, context }) => context.write((tx) => undoImport(tx, context.viewer, input.id))),

  progress: os.progress.handler(({ input, context }) => standingOf(context.viewer, input.id)),

  stop: os.stop.handler(({ input, context }) => ({ stopped: stop(context.viewer, input.id) })),
});

export const exchange = { imports };

async function whileRunning<T>(
  { viewer }: RequestContext,
  id: string,
  work: (running: Running) => Promise<T>,
): Promise<T> {
  const running = begin(viewer, id);
  try {
    return await work(running);
  } finally {
    running.end();
  }
}

/** Rows after which reading may be planned wrongly. */
const manyRows = 500;

type Asked = AskedFile & AskedChoices & { id: string; bodyHash: Buffer };

/** All of it or, where it fails or is stopped, nothing. What a room refuses is kept aside in that room's words. */
async function importFile(context: RequestContext, asked: Asked, read: Read, running: Running) {
  const { viewer } = context;
  const { id, fileName } = asked;
  const answer = await context.writeAs(
    viewer.organisationId,
    { memberId: viewer.memberId, via: "import" },
    async (tx) => {
      await takeTurns(tx);
      const { plan, make, sources } = await planned(tx, viewer, read, asked);
      await makeMissing(tx, viewer, make);
      const { made, keptAside } = await makeRows(tx, viewer, plan, { fileName, running, sources });
      await rememberColumns(tx, byKey(asked.columns));
      const counts = {
        rows: countActions(made),
        made: { members: make.members.length, teams: make.teams.length, cycles: make.cycles.length },
      };
      const lines = [...plan.keptAside, ...keptAside].sort((one, other) => one.line - other.line).map(keptLine);
      await addImport(tx, {
        id,
        memberId: viewer.memberId,
        fileName,
        fileHash: read.fileHash,
        kind: read.draft.kind,
        counts,
        keptAside: lines,
        notes: made.flatMap(({ row }) => notesOf(row).map((note) => ({ ...note, title: row.title }))),
        bodyHash: asked.bodyHash,
      });
      await tx.record(importMade(id, { fileName, ...sums(made), keptAside: lines.length }));
      const row = await importById(tx, id);
      if (!row) throw notFound();
      // What the planner knows of the tables would else be of the time before, for a minute or more.
      if (made.length >= manyRows) await tx.enqueue("know-the-tables", {}, "know the tables");
      await tx.enqueue("read-key-results-again", {}, "read key results again");
      running.finish();
      return presentImport(row);
    },
  );
  context.services.forgetViewers(viewer.organisationId);
  return answer;
}

function keptLine({ line, text, reason }: KeptAside) {
  return { line, text, reason: reason.sentence };
}

function sums(made: readonly PlannedRow[]) {
  const count = (wanted: PlannedRow["action"]) => made.filter(({ action }) => action === wanted).length;
  return { created: count("create"), changed: count("changed") };
}
