/** How confidence compared with what came, told of groups of people and never of a person. */
import { type Calibration, calibration, type Said } from "../okrs/public.ts";

/** Fewest people whose confidence is told together (PRODUCT: "Privacy", leads see counts from five up). */
export const LEAST_PEOPLE = 5;

export interface Statement extends Said {
  memberId: string;
  /** null: the organisation's own objectives. */
  teamId: string | null;
}

export interface ConfidenceTold {
  everyone: Calibration | null;
  teams: { teamId: string; confidence: Calibration }[];
  teamsLeftOut: number;
}

/**
 * Teams in which five people or more reported, and everyone; everyone is left out where what is not shown by team
 * would come from fewer than five people, because it could be told by taking the teams away.
 */
export function confidenceTold(statements: readonly Statement[]): ConfidenceTold {
  const byTeam = [...Map.groupBy(statements, ({ teamId }) => teamId)];
  const isShown = ([teamId, said]: (typeof byTeam)[number]) => teamId !== null && people(said) >= LEAST_PEOPLE;
  const shown = byTeam.filter(isShown);
  const rest = byTeam.filter((each) => !isShown(each)).flatMap(([, said]) => said);
  const tellsEveryone = people(statements) >= LEAST_PEOPLE && (rest.length === 0 || people(rest) >= LEAST_PEOPLE);
  return {
    everyone: tellsEveryone ? calibration(statements) : null,
    teams: shown.map(([teamId, said]) => ({ teamId: teamId ?? "", confidence: calibration(said) })),
    teamsLeftOut: byTeam.filter((each) => each[0] !== null && !isShown(each)).length,
  };
}

function people(statements: readonly Statement[]): number {
  return new Set(statements.map(({ memberId }) => memberId)).size;
}
