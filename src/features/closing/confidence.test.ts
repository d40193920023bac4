import { describe, expect, it } from "vitest";
import { confidenceTold, type Statement } from "./confidence.ts";

/** So many people of a team, each with two statements at 7, half of them right. */
function team(teamId: string | null, people: number): Statement[] {
  return Array.from({ length: people }, (_, at) => [true, false].map((reached) => said(teamId, at, reached))).flat();
}

function said(teamId: string | null, at: number, reached: boolean): Statement {
  return { teamId, memberId: `${teamId} ${at}`, confidence: 7, reached };
}

describe("confidence is told of", () => {
  it.each([
    ["a team of five", team("a", 5), ["a"], true, 0],
    ["nobody where four reported", team("a", 4), [], false, 1],
    ["five people of two small teams together, not team by team", [...team("a", 3), ...team("b", 2)], [], true, 2],
    ["teams, not everyone, where the rest would single four out", [...team("a", 6), ...team("b", 4)], ["a"], false, 1],
    ["everyone where the rest are five", [...team("a", 6), ...team("b", 2), ...team(null, 3)], ["a"], true, 1],
    ["nobody where nobody said anything", [], [], false, 0],
  ])("%s", (_sentence, statements, teams, everyone, leftOut) => {
    const told = confidenceTold(statements);
    expect(told.teams.map(({ teamId }) => teamId)).toEqual(teams);
    expect([told.everyone !== null, told.teamsLeftOut]).toEqual([everyone, leftOut]);
  });

  it("says how often a seven was reached", () => {
    const row = { confidence: 7, said: 10, reached: 5, share: "0.5" };
    expect(confidenceTold(team("a", 5)).everyone).toMatchObject({ rows: [row], tooHopefulBy: "0.2" });
  });
});
