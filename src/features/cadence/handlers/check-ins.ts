import { anInstant, anUuid, cursorOf, pageFrom, valuesOf } from "../../../platform/cursor.ts";
import { bodyHash, sameCreate } from "../../../platform/edits.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notFound, refused } from "../../../platform/refusals.ts";
import {
  frameOf,
  framesAt,
  type KeyResultStanding,
  plain,
  presentForecast,
  progressInWords,
  readKeyResult,
} from "../../okrs/public.ts";
import { cadence } from "../contract.ts";
import { dueCheckIn, isCorrectable } from "../due.ts";
import { mayCorrectCheckIn } from "../permissions.ts";
import { checkInOf, checkInsNewestFirst, reportedByMember, sightOf, standingOf } from "../queries/check-ins.ts";
import { numberOf } from "../report.ts";
import { correct } from "./correcting.ts";
import { forecastWith } from "./forecasting.ts";
import { objectiveAround, permissionRow, presentCheckIn, presentDue, presentReported, stepsOf } from "./presented.ts";
import { decide, reports } from "./reporting.ts";

const os = keeps(cadence.checkIns);

export const checkIns = os.router({
  create: os.create.handler(async ({ input, context }) => {
    const { id, ...body } = input;
    const hash = bodyHash(body);
    const reported = await context.writeTogether(reports, { ...body, id, hash, viewer: context.viewer });
    if (reported.ok) return reported.checkIn;
    const earlier = await context.read((tx) => checkInOf(tx, id));
    if (!earlier && reported.refusals.length > 0) throw refused(...reported.refusals);
    return presentReported(sameCreate(earlier, hash), reported.standing, true);
  }),

  preview: os.preview.handler(({ input, context }) =>
    context.read(async (tx) => {
      const row = await standingOf(tx, context.viewer, input.keyResultId);
      if (!row) throw notFound();
      const frame = frameOf(row, tx.now);
      const decided = decide(row, input, null);
      if (!decided.ok) throw refused(...decided.refusals);
      const { current, progress, measure } = decided.after;
      const steps = stepsOf(measure) ?? row.milestones;
      const told = { checkInCount: row.checkInCount + 1, lastCheckInAt: tx.now.toString() };
      const reading = (kind: KeyResultStanding) => {
        const read = readKeyResult(kind, objectiveAround(row), frame);
        const { progress, status } = read;
        const now = kind.currentValue === null ? null : plain(kind.currentValue);
        return { current: now, progress, said: progressInWords(progress), status, forecast: presentForecast(read) };
      };
      const forecast = await forecastWith(tx, row, numberOf(input), input.checkInId ?? null);
      return {
        keyResult: { id: row.id, title: row.title },
        before: reading(row),
        after: reading({ ...row, currentValue: current, progress, milestones: steps, forecast, ...told }),
      };
    }),
  ),

  list: os.list.handler(({ input, context }) =>
    context.read(async (tx) => {
      const { viewer } = context;
      const after = valuesOf(input.after, anInstant, anUuid);
      const sight = await sightOf(tx, viewer, input);
      if (!sight) throw notFound();
      const rows = await checkInsNewestFirst(tx, { ...input, after });
      const { rhythm } = frameOf(sight, tx.now);
      const owners = new Map(sight.keyResults?.map(({ id, ownerId }) => [id, ownerId]));
      const { items, next } = pageFrom(rows, input.limit, (last) => cursorOf(last.recordedAt, last.id));
      const canEdit = ({ memberId, keyResultId, recordedAt }: (typeof rows)[number]) =>
        sight.cycleState !== "closed" &&
        rhythm !== null &&
        isCorrectable(rhythm, Date.parse(recordedAt)) &&
        mayCorrectCheckIn(viewer, memberId, permissionRow(owners.get(keyResultId) ?? null, sight));
      return { items: items.map((row) => presentCheckIn(row, canEdit(row))), next };
    }),
  ),

  update: os.update.handler(({ input, context }) => context.write((tx) => correct(tx, context.viewer, input))),

  due: os.due.handler(({ context }) =>
    context.read(async (tx) => {
      const frame = framesAt(tx.now);
      const rows = await reportedByMember(tx, context.viewer.memberId);
      const items = rows.flatMap((row) => {
        const { rhythm } = frame(row);
        const last = row.lastCheckInAt === null ? null : Date.parse(row.lastCheckInAt);
        const due = rhythm && dueCheckIn(rhythm, Date.parse(row.createdAt), last);
        return due ? [presentDue(row, due, frame(row))] : [];
      });
      return {
        items: items.sort((one, other) => (one.due.at < other.due.at ? -1 : Number(one.due.at > other.due.at))),
      };
    }),
  ),
});
