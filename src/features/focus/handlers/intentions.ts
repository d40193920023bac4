import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, changesBetween, sameCreate, sameVersion } from "../../../platform/edits.ts";
import type { RequestContext, Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { conflict, notFound, refused } from "../../../platform/refusals.ts";
import { focus } from "../contract.ts";
import { intentionFact, intentionsOrdered } from "../events.ts";
import {
  addIntention,
  carriedOn,
  changeIntention,
  intentionForChange,
  intentionOf,
  intentionsOfWeek,
  intentionsSince,
  reorderIntentions,
  type Tie,
  tieIsThere,
  weekStart,
  weeksOfForChange,
} from "../queries/intentions.ts";
import { carryRefusals, dayAt, isIn, isLeftOver, weekAround } from "../week.ts";
import { presentIntention } from "./presented.ts";

const os = keeps(focus.intentions);

export const intentions = os.router({
  list: os.list.handler(({ input, context }) =>
    context.read(async (tx) => {
      const { viewer } = context;
      const today = dayAt(tx.now, viewer.timeZone);
      const week = weekAround(input.on ?? today, await weekStart(tx));
      const isThisWeek = isIn(week, today);
      const rows = isThisWeek
        ? await intentionsSince(tx, viewer, week.first, week.last)
        : await intentionsOfWeek(tx, viewer, week);
      return {
        weekOf: week.first,
        items: rows.filter(({ weekOf }) => isIn(week, weekOf)).map(presentIntention),
        leftovers: rows.filter((row) => isThisWeek && isLeftOver(row, week)).map(presentIntention),
      };
    }),
  ),

  create: os.create.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { id, ...asked } = input;
      const hash = bodyHash(asked);
      const earlier = await intentionOf(tx, context.viewer, id);
      if (earlier) return presentIntention(sameCreate(earlier, hash));
      const { viewer } = context;
      const tie = { keyResultId: asked.keyResultId ?? null, initiativeId: asked.initiativeId ?? null };
      await mustBeThere(tx, viewer, tie);
      const intention = { id, memberId: viewer.memberId, text: asked.text, ...tie };
      const weekOf = await weekPlanned(tx, viewer, asked.on);
      if (!(await addIntention(tx, { ...intention, weekOf, carriedFrom: null, bodyHash: hash }))) {
        return presentIntention(sameCreate(await intentionOf(tx, viewer, id), hash));
      }
      await tx.record(intentionFact("intention-written", intention, { weekOf, text: asked.text, ...tie }));
      return readIntention(tx, viewer, id);
    }),
  ),

  update: os.update.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { id, version, text, keyResultId, initiativeId } = input;
      const { viewer } = context;
      const before = await toChange(tx, viewer, id);
      const isTied = keyResultId !== undefined || initiativeId !== undefined;
      const tie = isTied ? { keyResultId: keyResultId ?? null, initiativeId: initiativeId ?? null } : null;
      const wanted = { text, ...tie };
      sameVersion(before, version, wanted);
      const changes = changesBetween(before, wanted);
      if (Object.keys(changes).length === 0) return presentIntention(before);
      if (tie) await mustBeThere(tx, viewer, tie);
      await changeIntention(tx, id, wanted);
      await tx.record(intentionFact("intention-changed", before, changes));
      return readIntention(tx, viewer, id);
    }),
  ),

  setDone: os.setDone.handler(({ input: { id, done }, context }) =>
    context.write(async (tx) => {
      const before = await toChange(tx, context.viewer, id);
      if ((before.doneAt !== null) === done) return presentIntention(before);
      await changeIntention(tx, id, { doneAt: done ? tx.now.toString() : null, ...(done ? { letGoAt: null } : {}) });
      await tx.record(
        done
          ? intentionFact("intention-done", before, {})
          : intentionFact("intention-changed", before, { done: [true, false] }),
      );
      return readIntention(tx, context.viewer, id);
    }),
  ),

  carry: os.carry.handler(({ input: { id, carriedAs }, context }) =>
    context.write(async (tx) => {
      const { viewer } = context;
      const before = await toChange(tx, viewer, id);
      const already = before.carried ? await carriedOn(tx, viewer, id) : undefined;
      if (already?.id === carriedAs) return presentIntention(already);
      if (already) throw conflict({ todo: "Find it in the week it was carried to." }, "It was carried over already.");
      const week = await weekOfToday(tx, viewer);
      const wrong = carryRefusals(before, week);
      if (wrong.length > 0) throw refused(...wrong);
      const { text, keyResultId, initiativeId } = before;
      const intention = { id: carriedAs, memberId: viewer.memberId, weekOf: week.first };
      const hash = bodyHash({ carriedFrom: id });
      const goesOn = { ...intention, text, keyResultId, initiativeId, carriedFrom: id, bodyHash: hash };
      if (!(await addIntention(tx, goesOn))) {
        return presentIntention(sameCreate(await intentionOf(tx, viewer, carriedAs), hash));
      }
      await tx.record(intentionFact("intention-carried", intention, { carriedFrom: id, weekOf: week.first }));
      return readIntention(tx, viewer, carriedAs);
    }),
  ),

  letGo: os.letGo.handler(({ input: { id, letGo }, context }) =>
    context.write(async (tx) => {
      const before = await toChange(tx, context.viewer, id);
      if ((before.letGoAt !== null) === letGo) return presentIntention(before);
      if (letGo && before.doneAt !== null) {
        throw refused({ field: "id", expected: "an intention that is not done", todo: "Leave it: it is done." });
      }
      await changeIntention(tx, id, { letGoAt: letGo ? tx.now.toString() : null });
      await tx.record(
        letGo
          ? intentionFact("intention-let-go", before, {})
          : intentionFact("intention-changed", before, { letGo: [true, false] }),
      );
      return readIntention(tx, context.viewer, id);
    }),
  ),

  reorder: os.reorder.handler(({ input: { ids }, context }) =>
    context.write(async (tx) => {
      const { memberId } = context.viewer;
      const weeks = await weeksOfForChange(tx, memberId, ids);
      const [weekOf] = weeks;
      if (weekOf === undefined || weeks.length !== new Set(ids).size) throw notFound();
      if (weeks.some((each) => each !== weekOf) || weeks.length !== ids.length) {
        const expected = "intentions of one week, each once";
        throw refused({ field: "ids", expected, todo: "Read the week again and send its order." });
      }
      await reorderIntentions(tx, memberId, weekOf, ids);
      await tx.record(intentionsOrdered(memberId, ids));
      return { done: true as const };
    }),
  ),
});

async function toChange(tx: Tx, viewer: Viewer, id: string) {
  const row = await intentionForChange(tx, viewer, id);
  if (!row) throw notFound();
  return row;
}

async function readIntention(tx: Tx, viewer: RequestContext["viewer"], id: string) {
  const row = await intentionOf(tx, viewer, id);
  if (!row) throw notFound();
  return presentIntention(row);
}

async function mustBeThere(tx: Tx, viewer: Viewer, tie: Tie) {
  if (await tieIsThere(tx, viewer, tie)) return;
  const [field, what] = tie.keyResultId ? ["keyResultId", "a key result"] : ["initiativeId", "an initiative"];
  throw refused({ field, expected: `${what} that is there`, todo: "Read the list again and choose one." });
}

async function weekOfToday(tx: Tx, viewer: Viewer) {
  return weekAround(dayAt(tx.now, viewer.timeZone), await weekStart(tx));
}

/** The first day of the week that a day lies in; this week's without one. What is past cannot be planned any more. */
async function weekPlanned(tx: Tx, viewer: Viewer, on: string | undefined): Promise<string> {
  const startsOn = await weekStart(tx);
  const thisWeek = weekAround(dayAt(tx.now, viewer.timeZone), startsOn).first;
  const week = on === undefined ? thisWeek : weekAround(on, startsOn).first;
  if (week >= thisWeek) return week;
  const expected = `a day of this week, which began on ${thisWeek}, or of a later one`;
  throw refused({ field: "on", expected, todo: "Choose another day, or leave it out." });
}
