/** Where it is read and told what people said of days: nowhere that it would say what one of them said. */
import type { Weekday } from "../week.ts";
import { type Board, canCome, peopleOf, sitesById } from "./board.ts";

/** The fewest who said something before it counts. */
const readFrom = 5;

/**
 * The weekdays on which a team's people are heard: at least five of those who can come said something of any day. None
 * at all where they all say the same of one of these: what is told of it, and every point, would say it of each.
 */
export function daysHeard(board: Board, teamId: string): ReadonlySet<Weekday> {
  const sites = sitesById(board);
  const spoke = peopleOf(board, teamId).filter(({ suits, ratherNot }) => suits.length + ratherNot.length > 0);
  const heard = board.weekdays
    .map((weekday) => ({ weekday, can: spoke.filter((person) => canCome(person, weekday, sites)) }))
    .filter(({ can }) => can.length >= readFrom);
  const sayTheSame = heard.some(
    ({ weekday, can }) =>
      can.every(({ suits }) => suits.includes(weekday)) || can.every(({ ratherNot }) => ratherNot.includes(weekday)),
  );
  return new Set(sayTheSame ? [] : heard.map(({ weekday }) => weekday));
}
