/** A cycle as its people lived it: planned, measured week by week, closed. */
import type { Quarter } from "./calendar.ts";
import { cycleDays } from "./calendar.ts";
import type { Moment, Telling } from "./moments.ts";
import { leadOf } from "./people.ts";
import { reportsOf } from "./reports.ts";
import { lookingBack } from "./retrospectives.ts";
import type { Ended, KeyResult, Measure, Objective } from "./story.ts";
import type { Client, Verbs } from "./verbs.ts";

const owner = "Hanna Vogel";
const champion = "Sara Nunes";

export function cycle(telling: Telling, quarter: Quarter, objectives: Objective[], isOver: boolean): Moment[] {
  const { does, idOf } = telling;
  const { name, startsOn, endsOn, offset } = quarter;
  const id = idOf("cycle", name);
  const become = (day: number, time: string, state: "active" | "closing" | "closed") =>
    does(champion, offset + day, time, async ({ okrs }) => {
      const { version } = await okrs.cycles.get({ id });
      await okrs.cycles.setState({ id, version, state });
    });
  return [
    does(champion, offset - 20, "10:00", ({ okrs }) =>
      okrs.cycles.create({ id, name, kind: "quarter", startsOn, endsOn }),
    ),
    ...objectives.map((objective, at) => planning(telling, id, offset, objective, at)),
    become(1, "08:30", "active"),
    ...objectives.flatMap((objective, at) => living(telling, offset, objective, at)),
    ...weeks(telling, offset),
    ...(isOver
      ? [
          become(cycleDays, "17:30", "closing"),
          { at: telling.calendar.at(offset + cycleDays + 1, "07:00"), tell: (verbs: Verbs) => verbs.rollUp() },
          ...closing(telling, offset, objectives),
          ...lookingBack(telling, quarter),
          become(cycleDays + 4, "12:00", "closed"),
        ]
      : []),
  ];
}

/** Company objectives come first and from the owner, a team's from its lead. */
function planning(telling: Telling, cycleId: string, offset: number, objective: Objective, at: number): Moment {
  // Named now, so that they are listed in the story's order whoever writes them first.
  telling.idOf("objective", objective.title);
  const lead = objective.team ? leadOf(objective.team) : owner;
  const day = offset - (objective.level === "company" ? 14 : 8);
  const time = `${10 + Math.floor(at / 6)}:${10 + (at % 6) * 5}`;
  return telling.does(lead, day, time, (client) => plan(telling, client, cycleId, offset, objective));
}

async function plan(
  { idOf, calendar }: Telling,
  client: Client,
  cycleId: string,
  offset: number,
  objective: Objective,
) {
  const { title, why, level, commitment = "committed", energy = null } = objective;
  const id = idOf("objective", title);
  await client.okrs.objectives.create({
    ...{ id, cycleId, title, why, level, commitment, energy },
    teamId: objective.team ? idOf("team", objective.team) : null,
    ownerId: idOf("member", objective.owner),
  });
  for (const keyResult of objective.keyResults) {
    const { unit = "", decimals = 0, weight = 1, source = "", phased = [] } = keyResult;
    await client.okrs.keyResults.create({
      ...{
        id: idOf("key-result", keyResult.title),
        objectiveId: id,
        title: keyResult.title,
        unit,
        decimals,
        weight,
        source,
      },
      ownerId: keyResult.owner && idOf("member", keyResult.owner),
      measure: measureOf(keyResult.title, keyResult.measure, idOf),
      phasedTargets: phased.map(([day, value]) => ({ on: calendar.date(offset + day), value })),
    });
  }
  for (const { title: metric, owner: keeper, unit, operator, limit } of objective.watched ?? []) {
    const ids = { id: idOf("health-metric", metric), objectiveId: id, ownerId: idOf("member", keeper) };
    await client.okrs.healthMetrics.create({ ...ids, title: metric, unit, operator, limit });
  }
  for (const { kind, title: parent, counts = false, weight = 1 } of objective.under) {
    await client.okrs.supports.create({
      ...{ id: idOf("support", `${title} ${parent}`), objectiveId: id, weight },
      parent: { kind, id: idOf(kind, parent) },
      mode: counts ? "contributes" : "supports",
    });
  }
}

function measureOf(title: string, measure: Measure, idOf: Telling["idOf"]) {
  if (measure.kind !== "milestones") return measure;
  const milestones = measure.milestones.map((each) => ({ id: idOf("milestone", `${title} ${each}`), title: each }));
  return { kind: "milestones" as const, milestones };
}

/** What happens to an objective while its cycle runs. */
function living(telling: Telling, offset: number, objective: Objective, at: number): Moment[] {
  const { does, idOf } = telling;
  const measured = (objective.watched ?? []).flatMap(({ title, measured }) =>
    measured.map(([day, value]) =>
      does(objective.owner, offset + day, "10:40", ({ okrs }) =>
        okrs.healthMetrics.measure({ id: idOf("health-metric", title), value }),
      ),
    ),
  );
  const retargeted = objective.keyResults.flatMap(({ title, retarget }) =>
    retarget ? [retargeting(telling, offset, title, retarget)] : [],
  );
  const reported = objective.keyResults.flatMap((keyResult, nth) =>
    reportsOf(telling, offset, objective, keyResult, at + nth),
  );
  return [...measured, ...retargeted, ...reported];
}

function retargeting(
  { does, idOf }: Telling,
  offset: number,
  title: string,
  is: NonNullable<KeyResult["retarget"]>,
): Moment {
  const id = idOf("key-result", title);
  return does(is.by, offset + is.day, "10:15", async ({ okrs }) => {
    const { version } = await okrs.keyResults.get({ id });
    const targets = { kind: "metric" as const, target: is.target };
    await okrs.keyResults.changeTarget({
      id,
      changeId: idOf("target-change", title),
      version,
      targets,
      reason: is.reason,
    });
  });
}

/** Once a week what was reported is carried upward. */
function weeks({ calendar }: Telling, offset: number): Moment[] {
  return Array.from({ length: cycleDays / 7 }, (_, week) => ({
    at: calendar.at(offset + 7 * week + 3, "20:00"),
    tell: (verbs) => verbs.rollUp(),
  }));
}

function closing(telling: Telling, offset: number, objectives: Objective[]): Moment[] {
  const { does } = telling;
  const day = offset + cycleDays + 2;
  return objectives.flatMap(({ title, owner: keeper, keyResults, ended }, at) => {
    const time = `${10 + Math.floor(at / 6)}:${10 + (at % 6) * 5}`;
    return does(keeper, day, time, (client) => grade(telling, client, title, keyResults, ended));
  });
}

/** Each key result as suggested unless the story says otherwise, then the objective. */
async function grade(
  { idOf }: Telling,
  { closing }: Client,
  title: string,
  keyResults: readonly KeyResult[],
  ended: Ended = {},
) {
  const id = idOf("objective", title);
  for (const each of keyResults) {
    const keyResultId = idOf("key-result", each.title);
    const { keyResults: now } = await closing.objectives.get({ id });
    const suggested = now.find((one) => one.id === keyResultId)?.suggested?.score ?? null;
    const { score = suggested, note = "", learned = "", next = "keep" } = each.ended ?? {};
    await closing.keyResults.grade({ id: keyResultId, version: 0, score, note, learned, next });
  }
  const { suggested } = await closing.objectives.get({ id });
  const { score = suggested?.score ?? null, note = "", learned = "", next = "keep" } = ended;
  await closing.objectives.close({ id, version: 0, score, note, learned, next });
}
