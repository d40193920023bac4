import type { FieldProblem } from "../../../platform/contract.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, changesBetween, sameCreate, sameVersion } from "../../../platform/edits.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notAllowed, refused } from "../../../platform/refusals.ts";
import { okrs as contract } from "../contract.ts";
import { type CycleState, cycleAccepts } from "../cycle.ts";
import { objectiveFact } from "../events.ts";
import { plain } from "../measure-columns.ts";
import { type Level, mayCreateObjective, type Viewer } from "../permissions.ts";
import { addObjective, changeObjective, type ObjectiveBody, removeObjective } from "../queries/objective-changes.ts";
import { hangsOn, known, type ObjectiveRow, objectiveMade } from "../queries/objectives.ts";
import { addFindable, type MakesFindable, makeFindable, removeFindableOf } from "../queries/search.ts";
import { closedCycle, objectiveToChange, ownerProblems, refuseIfAny, unknown } from "./loading.ts";
import { objectiveList } from "./objective-list.ts";
import { objectivePage } from "./objective-page.ts";
import { objectiveStates } from "./objective-states.ts";
import { plainOrNull } from "./presenting.ts";
import { commentsOfObjective, forgetTalkOf } from "./talk.ts";

const os = keeps(contract).objectives;

export const objectives = {
  list: os.list.handler(({ input, context }) => context.read((tx) => objectiveList(tx, context.viewer, input))),
  get: os.get.handler(({ input, context }) => context.read((tx) => objectivePage(tx, context.viewer, input.id))),
  comments: os.comments.handler(({ input, context }) =>
    context.read((tx) => commentsOfObjective(tx, context.viewer, input.id)),
  ),
  create: os.create.handler(({ input, context }) =>
    context.write(async (tx) => {
      await createObjective(tx, context.viewer, input);
      return objectivePage(tx, context.viewer, input.id);
    }),
  ),
  update: os.update.handler(({ input, context }) =>
    context.write(async (tx) => {
      await changeObjectiveAsAsked(tx, context.viewer, input);
      return objectivePage(tx, context.viewer, input.id);
    }),
  ),
  ...objectiveStates,
  remove: os.remove.handler(({ input, context }) =>
    context.write(async (tx) => {
      await removeObjectiveAsAsked(tx, context.viewer, input);
      return { done: true as const };
    }),
  ),
};

/** Removes an objective; with `everything` also what hangs on it. Refuses what the viewer may not remove. */
export async function removeObjectiveAsAsked(
  tx: Tx,
  viewer: Viewer,
  { id, everything }: { id: string; everything: boolean },
): Promise<void> {
  const row = await objectiveToChange(tx, viewer, id, "delete");
  const hanging = await hangsOn(tx, id);
  if (!everything) refuseIfAny(hangingProblems(hanging));
  await removeFindableOf(tx, id);
  await forgetTalkOf(tx, id);
  await removeObjective(tx, id);
  await tx.record(objectiveFact("objective-removed", row, { title: row.title, above: hanging.parents }));
}

export type NewObjective = Omit<Required<ObjectiveBody>, "rank"> & { id: string; cycleId: string; level: Level };

/** Sets an objective; the same again changes nothing. Refuses what the viewer may not set, or not like this. */
export async function createObjective(tx: Tx, viewer: Viewer, objective: NewObjective): Promise<void> {
  const { id, ...body } = objective;
  const hash = bodyHash(body);
  const already = await objectiveMade(tx, id);
  if (already) sameCreate(already, hash);
  else await setObjective(tx, viewer, objective);
}

/** The same for an id that was made just now, so that nobody can have asked for it before. */
export async function setObjective(
  tx: Tx,
  viewer: Viewer,
  objective: NewObjective,
  findable: MakesFindable = addFindable,
): Promise<void> {
  const { id, ...body } = objective;
  const hash = bodyHash(body);
  const there = await known(tx, { teamId: body.teamId, memberId: body.ownerId, cycleId: body.cycleId });
  if (there.cycleState === null) throw refused(unknown("cycleId", "a cycle of the organisation"));
  if (!cycleAccepts(there.cycleState as CycleState).edits) throw refused(closedCycle("cycleId"));
  refuseIfAny(placeProblems(body, there, viewer));
  if (!mayPlace(viewer, body)) throw notAllowed(whoSets[body.level]);
  const added = await addObjective(tx, { ...objective, bodyHash: hash });
  if (!added) {
    sameCreate(await objectiveMade(tx, id), hash);
    return;
  }
  await findable(tx, { kind: "objective", id, title: body.title, objectiveId: id });
  await tx.record(objectiveFact("objective-created", objective, body));
}

/** Changes the named fields; refuses a version that is not the latest with 409. */
export async function changeObjectiveAsAsked(
  tx: Tx,
  viewer: Viewer,
  { id, version, ...asked }: ObjectiveBody & { id: string; version: number },
): Promise<void> {
  const row = await objectiveToChange(tx, viewer, id, "edit");
  const before = { ...row, energy: plainOrNull(row.energy) };
  const wanted = { ...asked, energy: asked.energy && plain(asked.energy) };
  sameVersion(before, version, wanted);
  const changes = changesBetween(before, wanted);
  if (Object.keys(changes).length > 0) await updateObjective(tx, viewer, row, wanted, changes);
}

async function updateObjective(
  tx: Tx,
  viewer: Viewer,
  row: ObjectiveRow,
  wanted: ObjectiveBody,
  changes: Record<string, [unknown, unknown]>,
) {
  const moved = ["level", "teamId", "ownerId", "private"].some((field) => field in changes);
  const after = { level: row.level, teamId: row.teamId, ownerId: row.ownerId, private: row.private };
  for (const [field, [, is]] of Object.entries(changes)) Object.assign(after, { [field]: is });
  if (moved) {
    refuseIfAny(placeProblems(after, await known(tx, { teamId: after.teamId, memberId: after.ownerId }), viewer));
    const handedOn = after.level === "personal" && "ownerId" in changes;
    const elsewhere = "level" in changes || "teamId" in changes || handedOn;
    if (elsewhere && !mayPlace(viewer, after)) throw notAllowed(whoSets[after.level as Level]);
  }
  await changeObjective(tx, row.id, wanted);
  if (wanted.title) await makeFindable(tx, { kind: "objective", id: row.id, title: wanted.title, objectiveId: row.id });
  const { private: shown, ...others } = changes;
  if (Object.keys(others).length > 0) await tx.record(objectiveFact("objective-changed", row, others));
  if (shown)
    await tx.record(objectiveFact("objective-shown", { ...row, private: false }, { title: wanted.title ?? row.title }));
}

interface Placed {
  level: string;
  teamId: string | null;
  ownerId: string | null;
  private: boolean;
}

/** A team's has a team, a person's an owner; a private one is personal and one's own. */
function placeProblems(
  { level, teamId, ownerId, private: hidden }: Placed,
  there: { team: boolean; memberRole: string | null },
  viewer: Viewer,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (teamId && !there.team) problems.push(unknown("teamId", "a team of the organisation"));
  if (ownerId) problems.push(...ownerProblems(there.memberRole));
  if (level === "team" && !teamId) {
    problems.push({
      field: "teamId",
      expected: "the team whose objective it is",
      todo: "Choose a team, or make it a company or personal objective.",
    });
  }
  if (level === "personal" && !ownerId) {
    problems.push({
      field: "ownerId",
      expected: "the member whose objective it is",
      todo: "Choose an owner, or make it a company or team objective.",
    });
  }
  if (hidden && (level !== "personal" || ownerId !== viewer.memberId)) {
    problems.push({
      field: "private",
      expected: "false, or a personal objective of your own",
      todo: "Keep private what is yours alone; show the rest.",
    });
  }
  return problems;
}

function mayPlace(viewer: Viewer, { level, teamId, ownerId }: Omit<Placed, "private">): boolean {
  return mayCreateObjective(viewer, {
    level: level as Level,
    ownerId,
    teamPath: level === "team" && teamId ? [teamId] : [],
  });
}

const whoSets: Record<Level, string> = {
  company: "Ask the owner of the organisation or a champion to set a company objective.",
  team: "Ask someone of the team, its lead or a champion to set it.",
  personal: "Set a personal objective for yourself, or ask a champion.",
};

function hangingProblems({
  keyResults,
  healthMetrics,
  supporters,
}: Awaited<ReturnType<typeof hangsOn>>): FieldProblem[] {
  const counted = [
    counts(keyResults, "key result"),
    counts(healthMetrics, "health metric"),
    counts(supporters, "link to it"),
  ].filter(Boolean);
  if (counted.length === 0) return [];
  const todo = `It has ${counted.join(", ")}: remove them first, drop the objective instead, or send everything as true.`;
  return [{ field: "everything", expected: "true, or an objective that nothing hangs on", todo }];
}

function counts(count: number, what: string): string {
  if (count === 0) return "";
  return count === 1 ? `1 ${what}` : `${count} ${what.replace(/^\w+( \w+)?$|^link/, (word) => `${word}s`)}`;
}
