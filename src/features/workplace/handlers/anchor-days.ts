import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, sameCreate, sameVersion } from "../../../platform/edits.ts";
import type { RequestContext, Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notAllowed, notFound, refused } from "../../../platform/refusals.ts";
import { possibleDays } from "../anchors/board.ts";
import { agreedOn } from "../anchors/in-effect.ts";
import { choiceOf, judge, programOf } from "../anchors/program.ts";
import { mayPropose, type ProposalState, statesOpen } from "../anchors/proposal.ts";
import { nameOfWeekday } from "../anchors/sentence.ts";
import { workplace as contract } from "../contract.ts";
import { anchorDaysDecided, anchorDaysProposed } from "../events.ts";
import { momentRefusals } from "../planning.ts";
import {
  accepted,
  addProposal,
  everyTeam,
  moveProposal,
  type ProposalRow,
  proposalById,
  proposalForChange,
  proposalsListed,
  proposalsOpenFrom,
} from "../queries/anchor-days.ts";
import { addDays, dayAt, type Weekday } from "../week.ts";
import { gathered, judged, presented, wholeChoice } from "./anchor-board.ts";
import { solvedApart } from "./anchor-solver.ts";
import { refuseIfAny, standing } from "./presence.ts";

const os = keeps(contract).anchorDays;

export const anchorDays = os.router({
  list: os.list.handler(({ input, context }) =>
    context.read(async (tx) => {
      const items = await proposalsListed(tx, input);
      return { held: await held(tx, context, input.teamId), items: items.map((row) => shown(row, context.viewer)) };
    }),
  ),

  suggest: os.suggest.handler(async ({ input, context }) => {
    const here = await context.read(async (tx) => {
      if (input.from) await mustBeToCome(tx, context, input.from);
      return gathered(tx, input.teamId, input.from ?? (await usually(tx, context)));
    });
    const program = programOf(here.board, () => input.days);
    mustHavePeople(program.teams.some(({ count }) => count > 0));
    const { best, runnerUp, proven } = await solvedApart(program);
    const choices = (picked: typeof best) =>
      Object.entries(choiceOf(program, picked)).map(([teamId, days]) => ({ teamId, days }));
    const score = judge(program, best).score;
    return {
      ...presented(context.viewer, here, choiceOf(program, best)),
      proven,
      runnerUp: runnerUp && { fewer: score - judge(program, runnerUp).score, choices: choices(runnerUp) },
    };
  }),

  tryOut: os.tryOut.handler(({ input, context }) =>
    context.read(async (tx) => {
      const here = await gathered(tx, input.teamId, input.from ?? (await usually(tx, context)));
      return presented(context.viewer, here, wholeChoice(here, input.choices));
    }),
  ),

  propose: os.propose.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { viewer } = context;
      const { id, teamId, days, from } = input;
      const hash = bodyHash({ teamId, days, from });
      const earlier = await proposalById(tx, id);
      if (earlier) return shown(sameCreate(earlier, hash), viewer);
      const team = (await everyTeam(tx)).find((each) => each.id === teamId);
      if (!team) throw notFound();
      if (!mayPropose(viewer, team)) throw notAllowed("Ask somebody of the team, its lead or a champion.");
      await mustBeToCome(tx, context, from);
      await mustFit(tx, teamId, days, from);
      const added = await addProposal(tx, { id, teamId, days, from, memberId: viewer.memberId, bodyHash: hash });
      const row = sameCreate(await proposalById(tx, id), hash);
      if (added) await tx.record(anchorDaysProposed(row));
      return shown(row, viewer);
    }),
  ),

  setState: os.setState.handler(({ input: { id, version, state, reason }, context }) =>
    context.write(async (tx) => {
      const { viewer } = context;
      const before = await proposalForChange(tx, id);
      if (!before) throw notFound();
      if (before.state === state) return shown(before, viewer);
      const open = statesOpen(viewer, before);
      if (open.length === 0 && before.state === "proposed") throw notAllowed("Ask whoever leads the team.");
      sameVersion(before, version, { state });
      refuseIfAny(stepRefusals(before.state, state, open, reason));
      if (state === "accepted") await mustFit(tx, before.teamId, before.days, before.from);
      const why = state === "declined" ? reason : "";
      await moveProposal(tx, id, { state, reason: why, memberId: viewer.memberId });
      await tx.record(anchorDaysDecided(before, state, why));
      if (state === "accepted") await withdrawRivals(tx, before, viewer);
      return shown(found(await proposalById(tx, id)), viewer);
    }),
  ),
});

/** The week after next: time to say no, and to plan. */
async function usually(tx: Tx, context: RequestContext): Promise<string> {
  const { thisWeek } = await standing(tx, context);
  return addDays(thisWeek[0]?.date as string, 14);
}

/** What was planned for a week that is over stays. */
async function mustBeToCome(tx: Tx, context: RequestContext, from: string): Promise<void> {
  const { thisWeek } = await standing(tx, context);
  refuseIfAny(momentRefusals("from", from, thisWeek[0]?.date as string));
}

/** What else waits for this team from the same day on would overrule what was just agreed: it gives way. */
async function withdrawRivals(tx: Tx, { teamId, from }: ProposalRow, { memberId }: Viewer): Promise<void> {
  for (const rival of await proposalsOpenFrom(tx, teamId, from)) {
    await moveProposal(tx, rival.id, { state: "withdrawn", reason: "", memberId });
    await tx.record(anchorDaysDecided(rival, "withdrawn", ""));
  }
}

async function held(tx: Tx, { viewer }: RequestContext, teamId: string | undefined) {
  const today = dayAt(tx.now, viewer.timeZone);
  const inOrder = await everyTeam(tx);
  const teams = new Map(inOrder.map((team) => [team.id, team]));
  const agreed = await accepted(tx);
  return inOrder
    .filter(({ id }) => teamId === undefined || id === teamId)
    .flatMap(({ id, name }) => {
      const holds = agreedOn(today, id, teams, agreed) as (typeof agreed)[number] | null;
      if (!holds || holds.days.length === 0) return [];
      return [{ team: { id, name }, days: [...holds.days], from: holds.from, agreedBy: holds.agreedBy }];
    });
}

function mustHavePeople(is: boolean): void {
  if (is) return;
  const expected = "a team with somebody whose home site has presence switched on and takes people";
  throw refused({
    field: "teamId",
    expected,
    todo: "Nobody of this team has a site to come to: let them choose a home site first, or give it seats.",
  });
}

/** An agreement asks people to come, so there is somebody who can, and a seat for each. */
async function mustFit(tx: Tx, teamId: string, days: readonly Weekday[], from: string): Promise<void> {
  if (days.length === 0) return;
  const here = await gathered(tx, teamId, from);
  const ids = here.board.teams.filter(({ open }) => open).map(({ id }) => id);
  const possible = new Set(ids.flatMap((id) => possibleDays(here.board, id)));
  const nobody = days.filter((day) => !possible.has(day));
  if (nobody.length > 0) {
    const expected = "days on which somebody of the team works and their site takes people";
    throw refused({ field: "days", expected, todo: `Nobody can come on ${nobody.map(nameOfWeekday).join(" or ")}.` });
  }
  const chosen = ids.map((id) => [id, here.keep.has(id) ? (here.now[id] ?? []) : days]);
  const { short } = judged(here, Object.fromEntries(chosen));
  if (short === 0) return;
  const todo = `${short} ${short === 1 ? "seat is" : "seats are"} lacking: choose other days, or let the team come on fewer.`;
  throw refused({ field: "days", expected: "days with a seat for everybody who would come", todo });
}

function stepRefusals(from: ProposalState, to: ProposalState, open: readonly ProposalState[], reason: string) {
  if (!open.includes(to)) {
    const expected = open.length > 0 ? `one of: ${open.join(", ")}` : `no change: it is ${from}`;
    return [{ field: "state", expected, todo: "Reload to see where it stands, or propose other days." }];
  }
  if (to !== "declined" || reason.trim() !== "") return [];
  return [
    { field: "reason", expected: "a reason", todo: "Say what stands against it, so that they can propose better." },
  ];
}

function shown(row: ProposalRow, viewer: Viewer) {
  const { id, days, from, state, reason, stateAt, version } = row;
  return {
    ...{ id, days, from, state, reason, stateAt, version },
    team: { id: row.teamId, name: row.teamName },
    proposedBy: { id: row.proposedById, name: row.proposedByName },
    stateBy: { id: row.stateById, name: row.stateByName },
    can: { states: statesOpen(viewer, row) },
  };
}

function found<Row>(row: Row | undefined): Row {
  if (!row) throw notFound();
  return row;
}
