/** Teams that reported a measure week by week, with a truth that the test decides; and policies that are compared by it. */
import { createHash } from "node:crypto";
import { assessPolicies } from "../../src/features/policies/handlers/assessing.ts";
import { newId } from "../../src/platform/ids.ts";
import { told } from "./furnish.ts";
import type { House, Organisation } from "./house.ts";
import { newCycle, newKeyResult, newObjective } from "./okrs.ts";

/** Monday to Monday, twelve weeks. */
export const dates = { startsOn: "2026-11-23", decidesOn: "2027-02-15" };
const dayBefore = "2026-11-20T12:00:00Z";

export interface Measured {
  teamId: string;
  keyResultId: string;
}

/** So many teams, each with a key result "Hand-off time" in days that fall; in a cycle around the policy. */
export async function measuredTeams(house: House, home: Organisation, count: number): Promise<Measured[]> {
  const cycleId = await newCycle(home, { kind: "custom", startsOn: "2026-06-01", endsOn: "2027-06-27" });
  const { champion } = home;
  const teams: Measured[] = [];
  for (let at = 0; at < count; at++) {
    const teamId = newId();
    await house.sql.query(
      "insert into team (organisation_id, id, name, lead_id, body_hash, created_at) values ($1, $2, $3, $4, '', now())",
      [home.id, teamId, `Team ${String(at + 1).padStart(2, "0")}`, champion.id],
    );
    await house.sql.query("insert into team_member (organisation_id, team_id, member_id) values ($1, $2, $3)", [
      ...[home.id, teamId, champion.id],
    ]);
    const objective = await newObjective(home, cycleId, { teamId, ownerId: champion.id }, champion);
    const measure = { kind: "metric", start: "6", target: "3" };
    const handOff = { title: "Hand-off time", ownerId: champion.id, measure, unit: "days", decimals: 1 };
    teams.push({ teamId, keyResultId: (await newKeyResult(home, objective.id, handOff, champion)).id });
  }
  // Told when the test says so, and known from long before.
  await house.sql.query("update key_result set created_at = '2026-06-01' where organisation_id = $1", [home.id]);
  return teams;
}

/** One check-in a team and week on its Wednesday, weeks counted from the start of the policy; missing where `reported` answers null. */
export async function reportWeeks(
  house: House,
  home: Organisation,
  teams: readonly Measured[],
  [from, to]: readonly [number, number],
  reported: (team: number, week: number) => number | null,
): Promise<void> {
  const rows = teams.flatMap(({ keyResultId }, team) =>
    Array.from({ length: to - from }, (_, at) => ({ keyResultId, week: from + at, value: reported(team, from + at) })),
  );
  const start = Date.parse(`${dates.startsOn}T12:00:00Z`);
  const known = rows.filter(({ value }) => value !== null);
  await house.sql.query(
    `insert into check_in (organisation_id, id, key_result_id, member_id, value, confidence, body_hash, recorded_at)
     select $1, gen_random_uuid(), c.k, $2, c.v, 7, '', c.at
     from unnest($3::uuid[], $4::numeric[], $5::timestamptz[]) as c (k, v, at)`,
    [
      ...[home.id, home.champion.id, known.map(({ keyResultId }) => keyResultId), known.map(({ value }) => value)],
      known.map(({ week }) => new Date(start + (7 * week + 2) * 86_400_000).toISOString()),
    ],
  );
}

/** Swings without chance, so that a test always reads the same: between −1 and 1, alike for nobody. */
export function swing(team: number, week: number): number {
  return (createHash("sha256").update(`${team} ${week}`).digest().readUInt32BE(0) / 2 ** 31 - 1) * 0.5;
}

/** Written and sealed before its start; answers its id and how the lot fell. */
export async function sealedPolicy(house: House, { owner }: Organisation, body: object) {
  house.clock.set(dayBefore);
  const id = newId();
  const policy = {
    id,
    kind: "meeting-free",
    title: "Quiet mornings",
    rule: "No meetings before noon.",
    ...dates,
    ...body,
  };
  const { version } = await told(owner.ask, "POST", "/policies", policy);
  const { sealed } = await told(owner.ask, "POST", `/policies/${id}/sealing`, { version });
  const teams = sealed.lot.teams as { id: string; arm: "covered" | "others" | "both"; firstOn: boolean[] | null }[];
  return { id, armOf: new Map(teams.map((team) => [team.id, team])) };
}

/** An outcome by the hand-off times of these teams, which should fall by half a day. */
export function handOffs(teams: readonly Measured[], body: object = {}) {
  const measure = { kind: "key-results", ids: teams.map(({ keyResultId }) => keyResultId) };
  return { id: newId(), name: "Hand-off time", measure, wanted: "down", sizeThatMatters: "0.5", ...body };
}

/** What the data say at an instant. */
export async function judgedAt(house: House, { id: organisationId, member }: Organisation, id: string, at: string) {
  house.clock.set(at);
  await assessPolicies(house.database, organisationId);
  return told(member.ask, "GET", `/policies/${id}/evidence`);
}
