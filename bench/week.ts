/** An organisation of people who plan their weeks: a team of 200 and one of 100, whatever its size. */
import type pg from "pg";
import { idOf, idSql, type Organisation } from "./organisation.ts";

/** Members of the two teams; the rest of the organisation is in none. */
export const teamSizes = [200, 100] as const;
const sites = 4;

/** Four sites with presence, a usual week for everybody, and a week in three with a day that is planned otherwise. */
export async function seedWeeks(
  client: pg.Client,
  number: number,
  members: number,
  progress: (done: number, of: number) => void,
): Promise<Organisation> {
  const id = idOf(number, "organisation", 1);
  const member = (n: string) => idSql(number, "member", n);
  const site = (n: string) => idSql(number, "site", `1 + (${n}) % ${sites}`);
  const steps = [
    `insert into shared.organisation_directory (organisation_id) values ('${id}')`,
    `insert into organisation (organisation_id, name, time_zone, created_at) values ('${id}', 'Weeks of ${members}', 'Europe/Lisbon', now())`,
    `insert into member (organisation_id, id, name, email, role, time_zone, created_at)
     select '${id}', ${member("n::int")}, 'Member ' || n, n || '.${number}@bench.example', case n when 1 then 'owner' else 'member' end, 'Europe/Lisbon', now()
     from generate_series(1, ${members}) n`,
    `insert into team (organisation_id, id, name, lead_id, body_hash, created_at)
     select '${id}', ${idSql(number, "team", "n::int")}, 'Team ' || n, ${member("1")}, '', now()
     from generate_series(1, ${teamSizes.length}) n`,
    ...teamSizes.map(
      (people, at) => `insert into team_member (organisation_id, team_id, member_id)
     select '${id}', '${idOf(number, "team", at + 1)}', ${member("n::int")} from generate_series(1, ${people}) n`,
    ),
    `insert into site (organisation_id, id, name, place, time_zone, country, region, seats, presence, body_hash, created_at)
     select '${id}', ${site("n::int - 1")}, 'Site ' || n, 'City ' || n, 'Europe/Lisbon', '', '', '{"1": 80, "2": 80, "3": 80}', true, '', now()
     from generate_series(1, ${sites}) n`,
    `insert into workplace_member (organisation_id, member_id, site_id, focus_times)
     select '${id}', ${member("n::int")}, ${site("n::int")}, '{}' from generate_series(1, ${members}) n`,
    `insert into usual_week (organisation_id, member_id, from_day, days)
     select '${id}', ${member("n::int")}, current_date - 100, '{"1": {"at": "home", "siteId": null}, "2": {"at": "office", "siteId": null}, "3": {"at": "office", "siteId": null}, "4": {"at": "home", "siteId": null}, "5": {"at": "home", "siteId": null}}'
     from generate_series(1, ${members}) n`,
    `insert into presence_day (organisation_id, member_id, day, place)
     select '${id}', ${member("n::int")}, current_date + 7 * w::int, 'travel' from generate_series(1, ${members}, 3) n, generate_series(-8, 8) w`,
    "analyze",
  ];
  for (const [at, step] of steps.entries()) {
    progress(at, steps.length);
    await client.query(step);
  }
  progress(steps.length, steps.length);
  return { id, members, objectives: 0, mapCycleId: "" };
}
