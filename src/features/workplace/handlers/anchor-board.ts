/** Gathers what a choice of anchor days is made from, and answers what one means. */
import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { notFound, refused } from "../../../platform/refusals.ts";
import { type Board, type Choice, possibleDays, whoMeet } from "../anchors/board.ts";
import { agreedOn } from "../anchors/in-effect.ts";
import { judge, pickedFrom, programOf } from "../anchors/program.ts";
import { mayDecide, mayPropose } from "../anchors/proposal.ts";
import { daysRead, inOffice, nextBest, tiesMet } from "../anchors/reading.ts";
import { whyThisDay } from "../anchors/sentence.ts";
import { accepted, everyTeam, type PersonRow, peopleForAnchors, type TeamRow, tiesOf } from "../queries/anchor-days.ts";
import { sitesByName } from "../queries/sites.ts";
import type { Weekday } from "../week.ts";

/** What is worked out at once. */
const most = { teams: 60, people: 400 };
const week = ["1", "2", "3", "4", "5", "6", "7"] as const;

export interface Gathered {
  teamId: string;
  from: string;
  board: Board;
  teams: ReadonlyMap<string, TeamRow>;
  /** What holds on the day from which a choice would, for each open team. */
  now: Choice;
  /** Open teams that agreed days of their own, or with a team between, and so keep them when the asked one changes. */
  keep: ReadonlySet<string>;
  /** Members of each open team whom no site is near. */
  without: Readonly<Record<string, number>>;
}

/** Of a team and all below it: those that have members are open to a choice. */
export async function gathered(tx: Tx, teamId: string, from: string): Promise<Gathered> {
  const inOrder = await everyTeam(tx);
  const teams = new Map(inOrder.map((team) => [team.id, team]));
  if (!teams.has(teamId)) throw notFound();
  const agreed = await accepted(tx);
  const holds = new Map(inOrder.map(({ id }) => [id, agreedOn(from, id, teams, agreed)]));
  const now = Object.fromEntries(inOrder.map(({ id }) => [id, holds.get(id)?.days ?? []]));
  const asked = inOrder.filter(({ id }) => isWithin(id, teamId, teams)).map(({ id }) => id);
  const ties = await tiesOf(tx, asked);
  const anchored = inOrder.filter(({ id }) => (now[id] ?? []).length > 0).map(({ id }) => id);
  const counting = new Set([...asked, ...ties.flatMap(({ one, other }) => [one, other]), ...anchored]);
  const rows = await peopleForAnchors(tx, [...counting], from);
  const open = asked.filter((id) => rows.some(({ teamIds }) => teamIds.includes(id)));
  mustBeFew(rows.filter(({ teamIds }) => teamIds.some((id) => open.includes(id))).length, open.length);
  const sites = (await sitesByName(tx)).filter(({ presence }) => presence);
  const people = rows.map(personOf);
  const worked = people.filter(({ teamIds }) => teamIds.some((id) => open.includes(id)));
  const board: Board = {
    weekdays: week.filter((weekday) => worked.some(({ works, siteId }) => siteId !== null && works.includes(weekday))),
    teams: inOrder
      .filter(({ id }) => counting.has(id))
      .map(({ id, name }) => ({ id, name, days: now[id] ?? [], open: open.includes(id) }))
      .sort((one, other) => Number(other.open) - Number(one.open)),
    people,
    sites: sites.map(({ id, name, seats }) => ({ id, name, seats })),
    // Teams that share no site meet nowhere.
    ties: ties.filter((tie) => whoMeet({ people }, tie) > 0),
  };
  const without = open.map((id) => [
    id,
    people.filter(({ siteId, teamIds }) => siteId === null && teamIds.includes(id)).length,
  ]);
  const below = new Set(asked.filter((id) => id !== teamId));
  const keep = new Set(open.filter((id) => below.has(holds.get(id)?.teamId ?? "")));
  return { teamId, from, board, teams, now, keep, without: Object.fromEntries(without) };
}

function isWithin(id: string, topId: string, teams: ReadonlyMap<string, TeamRow>): boolean {
  for (let at: string | null = id; at !== null; at = teams.get(at)?.parentId ?? null) if (at === topId) return true;
  return false;
}

function personOf({ preferences, ...person }: PersonRow) {
  const said = (word: string) => week.filter((weekday) => preferences[weekday] === word);
  return { ...person, suits: said("suits"), ratherNot: said("rather-not") };
}

function mustBeFew(people: number, teams: number): void {
  if (people <= most.people && teams <= most.teams) return;
  const expected = `a team with at most ${most.people} people in ${most.teams} teams`;
  throw refused({ field: "teamId", expected, todo: "Choose a team further down, and its neighbours after it." });
}

/** What holds, unless the choice says otherwise. */
export function wholeChoice({ board, now }: Gathered, choices: readonly { teamId: string; days: Weekday[] }[]) {
  const open = board.teams.filter((team) => team.open);
  const chosen = new Map(choices.map(({ teamId, days }) => [teamId, days]));
  const strange = choices.findIndex(({ teamId }) => !open.some(({ id }) => id === teamId));
  if (strange >= 0) {
    const expected = "a team that is asked about, with members";
    throw refused({ field: `choices.${strange}.teamId`, expected, todo: "Leave it out, or ask about it by itself." });
  }
  return Object.fromEntries(open.map(({ id }) => [id, chosen.get(id) ?? now[id] ?? []]));
}

/** Seats that are lacking and points, without what it means for whom. */
export function judged({ board }: Gathered, choice: Choice) {
  const program = programOf(board, (id) => choice[id]?.length ?? 0);
  return { program, ...judge(program, pickedFrom(program, choice)) };
}

export function presented(viewer: Viewer, here: Gathered, choice: Choice) {
  const { board, teams, now, without } = here;
  const { program, short, score } = judged(here, choice);
  const sites = board.sites.filter(({ id }) =>
    board.people.some(({ siteId, teamIds }) => siteId === id && teamIds.some((team) => choice[team] !== undefined)),
  );
  return {
    teamId: here.teamId,
    from: here.from,
    weekdays: [...board.weekdays],
    teams: board.teams
      .filter(({ open }) => open)
      .map(({ id, name }) => ({
        id,
        name,
        people: board.people.filter(({ siteId, teamIds }) => siteId !== null && teamIds.includes(id)).length,
        without: without[id] ?? 0,
        possible: possibleDays(board, id),
        now: [...(now[id] ?? [])],
        days: daysRead(board, choice, id).map((day) => ({ ...day, why: whyThisDay(day) })),
        next: nextBest(program, choice, id),
        can: canOf(viewer, teams.get(id) as TeamRow),
      })),
    sites: sites.map((site) => ({
      id: site.id,
      name: site.name,
      days: board.weekdays.map((weekday) => ({
        weekday,
        in: inOffice(board, choice, site, weekday),
        seats: site.seats[weekday] ?? null,
      })),
    })),
    ...{ score, short },
    ties: tiesMet(board, choice),
  };
}

function canOf(viewer: Viewer, team: TeamRow) {
  return { propose: mayPropose(viewer, team), decide: mayDecide(viewer, team) };
}
