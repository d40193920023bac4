/** An organisation of any size, written with a few statements over series of numbers. */
import type pg from "pg";

export interface Organisation {
  id: string;
  members: number;
  /** Objectives of the quarter; each has three key results. */
  objectives: number;
  /** A cycle of 300 objectives, whatever the size of the organisation. */
  mapCycleId: string;
}

/** Ids are numbers in the clothes of a UUID, so that a statement can make the one it needs. */
const kinds = {
  organisation: 1,
  member: 2,
  team: 3,
  cycle: 4,
  objective: 5,
  keyResult: 6,
  checkIn: 7,
  support: 8,
  imperative: 9,
  site: 10,
};
type Kind = keyof typeof kinds;

export function idOf(organisation: number, kind: Kind, n: number): string {
  return `${prefix(organisation, kind)}${n.toString(16).padStart(12, "0")}`;
}

/** The same in SQL, where `n` is an expression. */
export function idSql(organisation: number, kind: Kind, n: string): string {
  return `('${prefix(organisation, kind)}' || lpad(to_hex(${n}), 12, '0'))::uuid`;
}

function prefix(organisation: number, kind: Kind): string {
  return `${kinds[kind].toString().padStart(8, "0")}-${organisation.toString(16).padStart(4, "0")}-7000-8000-`;
}

const mapSize = 300;

/** Three objectives a member and three key results an objective, each reported four times; teams of eight in two layers. */
export async function seedOrganisation(
  client: pg.Client,
  number: number,
  members: number,
  progress: (done: number, of: number) => void,
): Promise<Organisation> {
  const of = (kind: Kind, n: string) => idSql(number, kind, n);
  const id = idOf(number, "organisation", 1);
  const teams = Math.ceil(members / 8);
  const objectives = members * 3;
  const all = objectives + mapSize;
  const team = (n: string) => of("team", `1 + (${n})::int % ${teams}`);
  const member = (n: string) => of("member", `1 + (${n})::int % ${members}`);
  const steps = [
    `insert into shared.organisation_directory (organisation_id) values ('${id}')`,
    `insert into organisation (organisation_id, name, time_zone, created_at) values ('${id}', 'Bench of ${members}', 'Europe/Lisbon', now())`,
    `insert into member (organisation_id, id, name, email, role, time_zone, created_at)
     select '${id}', ${of("member", "n::int")}, 'Member ' || n, n || '.${number}@bench.example', case n when 1 then 'owner' else 'member' end, 'Europe/Lisbon', now()
     from generate_series(1, ${members}) n`,
    `insert into team (organisation_id, id, parent_id, name, lead_id, body_hash, created_at)
     select '${id}', ${of("team", "n::int")}, case when n > 4 then ${of("team", "1 + n::int % 4")} end, 'Team ' || n, ${member("n - 1")}, '', now()
     from generate_series(1, ${teams}) n`,
    `insert into team_member (organisation_id, team_id, member_id)
     select '${id}', ${team("n")}, ${of("member", "n::int")} from generate_series(1, ${members}) n`,
    `insert into imperative (organisation_id, id, statement, rank, body_hash, created_at)
     select '${id}', ${of("imperative", "n::int")}, 'Imperative ' || n, n, '', now() from generate_series(1, 4) n`,
    `insert into cycle (organisation_id, id, name, kind, starts_on, ends_on, state, body_hash, created_at)
     select '${id}', ${of("cycle", "n::int")}, 'Cycle ' || n, 'custom', current_date - 40 - n, current_date + 40 + n, 'active', '', now() - interval '60 days'
     from generate_series(1, 2) n`,
    `insert into objective (organisation_id, id, cycle_id, level, team_id, owner_id, title, progress, rank, body_hash, created_at)
     select '${id}', ${of("objective", "n::int")}, ${of("cycle", `case when n > ${objectives} then 2 else 1 end`)}, 'team', ${team("n")}, ${member("n - 1")},
            'Clinics finish their setup without a call, ' || n, 0.4, n, '', now() - interval '40 days'
     from generate_series(1, ${all}) n`,
    `insert into key_result (organisation_id, id, objective_id, owner_id, title, type, unit, start_value, target_value, current_value, progress,
            last_confidence, last_check_in_id, last_check_in_at, check_in_count, rank, body_hash, created_at)
     select '${id}', ${of("keyResult", "n::int")}, ${of("objective", "1 + (n::int - 1) / 3")}, ${member("(n::int - 1) / 3")}, 'Share of clinics, ' || n, 'metric', '%',
            0, 100, 40, 0.4, 6, ${of("checkIn", "n::int * 4")}, now() - interval '3 days', 4, n, '', now() - interval '40 days'
     from generate_series(1, ${all * 3}) n`,
    `insert into check_in (organisation_id, id, key_result_id, member_id, value, confidence, what_changed, body_hash, recorded_at)
     select '${id}', ${of("checkIn", "(n::int - 1) * 4 + w::int")}, ${of("keyResult", "n::int")}, ${member("(n::int - 1) / 3")}, w * 10, 6,
            'Two of five testers finished in one sitting.', '', now() - interval '3 days' - (4 - w) * interval '7 days'
     from generate_series(1, ${all * 3}) n, generate_series(1, 4) w`,
    `insert into support (organisation_id, id, objective_id, parent_objective_id, imperative_id, mode, body_hash, created_at)
     select '${id}', ${of("support", "n::int")}, ${of("objective", "n::int")},
            case when n not in (${topOf(objectives)}) then ${of("objective", `case when n > ${objectives} then ${objectives} + ${above(`n - ${objectives}`)} else ${above("n")} end`)} end,
            case when n in (${topOf(objectives)}) then ${of("imperative", "1 + n::int % 4")} end,
            case when n in (${topOf(objectives)}) then 'supports' else 'contributes' end, '', now()
     from generate_series(1, ${all}) n`,
    // So that the alignment of their cycles is counted.
    `insert into event (organisation_id, id, kind, subject_kind, subject_id, via, facts, recorded_at)
     select '${id}', gen_random_uuid(), 'objective-created', 'objective', ${of("objective", "n::int")}, 'import', '{}', now() - interval '40 days'
     from generate_series(1, ${all}) n`,
    "analyze",
  ];
  for (const [at, step] of steps.entries()) {
    progress(at, steps.length);
    await client.query(step);
  }
  progress(steps.length, steps.length);
  return { id, members, objectives, mapCycleId: idOf(number, "cycle", 2) };
}

/** The first twelve objectives of a cycle stand under the imperatives; six of the others contribute to each before them. */
const above = (n: string) => `1 + (${n} - 13) / 6`;

function topOf(objectives: number): string {
  const twelve = Array.from({ length: 12 }, (_, at) => at + 1);
  return [...twelve, ...twelve.map((n) => objectives + n)].join(", ");
}
