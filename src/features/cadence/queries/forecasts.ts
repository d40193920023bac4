/** What forecasts are made of, and where they are kept: many key results in one statement. */
import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Reported, StoredForecast } from "../forecasts.ts";

export interface Places {
  objectiveIds: readonly string[];
  cycleIds: readonly string[];
}

/** Key results with check-ins enough for a forecast, or with one from before: of these objectives and cycles, or all. */
export async function reportedKeyResults(tx: Tx, of: Places | "all"): Promise<string[]> {
  const rows = await tx.db
    .selectFrom("key_result as k")
    .innerJoin("objective as o", (on) =>
      on.onRef("o.organisation_id", "=", "k.organisation_id").onRef("o.id", "=", "k.objective_id"),
    )
    .select("k.id")
    .where("k.organisation_id", "=", tx.organisationId)
    .where(mayHaveOne)
    .$if(of !== "all", (query) => {
      const { objectiveIds, cycleIds } = of as Places;
      return query.where(
        sql<boolean>`(o.id = any(${[...objectiveIds]}::uuid[]) or o.cycle_id = any(${[...cycleIds]}::uuid[]))`,
      );
    })
    .orderBy("k.id")
    .execute();
  return rows.map(({ id }) => id);
}

const mayHaveOne = sql<boolean>`(k.check_in_count >= 3 or k.forecast is not null)`;

export interface ForecastFacts extends Reported {
  id: string;
  startsOn: string;
  endsOn: string;
  timeZone: string;
}

/** Of those of these key results that may have a forecast. */
export async function factsOfForecasts(tx: Tx, ids: readonly string[]): Promise<ForecastFacts[]> {
  const { rows } = await sql<ForecastFacts>`
    select k.id, k.type, k.start_value as "startValue", k.target_value as "targetValue", k.operator,
      k.risk_limit as "riskLimit", k.low_value as "lowValue", k.high_value as "highValue", k.milestones, k.unit, k.decimals,
      o.commitment, c.starts_on as "startsOn", c.ends_on as "endsOn", org.time_zone as "timeZone",
      ${reported(tx)} as reported
    from key_result k
    join objective o on o.organisation_id = ${tx.organisationId} and o.id = k.objective_id
    join cycle c on c.organisation_id = ${tx.organisationId} and c.id = o.cycle_id
    join organisation org on org.organisation_id = ${tx.organisationId}
    where k.organisation_id = ${tx.organisationId} and k.id = any(${[...ids]}::uuid[]) and ${mayHaveOne}`.execute(
    tx.db,
  );
  return rows;
}

/** What was reported of one key result, one check-in left out. */
export async function reportsBeside(
  tx: Tx,
  keyResultId: string,
  checkInId: string | null,
): Promise<Reported["reported"]> {
  const { rows } = await sql<Pick<Reported, "reported">>`
    select ${reported(tx, sql`and r.id is distinct from ${checkInId}::uuid`)} as reported from key_result k
    where k.organisation_id = ${tx.organisationId} and k.id = ${keyResultId}`.execute(tx.db);
  return rows[0]?.reported ?? null;
}

function reported(tx: Tx, which = sql``) {
  return sql`(
    select json_agg(json_build_array(floor(extract(epoch from r.recorded_at) * 1000), r.value::text) order by r.recorded_at, r.id)
    from check_in r
    where r.organisation_id = ${tx.organisationId} and r.key_result_id = k.id and r.value is not null ${which})`;
}

/** Keeps what is new. It is no edit: versions stay. */
export async function storeForecasts(
  tx: Tx,
  found: readonly { id: string; forecast: StoredForecast | null }[],
): Promise<void> {
  const inOrder = [...found].sort((one, other) => (one.id < other.id ? -1 : 1));
  const ids = inOrder.map(({ id }) => id);
  const forecasts = inOrder.map(({ forecast }) => forecast && JSON.stringify(forecast));
  await sql`
    update key_result k set forecast = n.forecast::jsonb
    from unnest(${ids}::uuid[], ${forecasts}::text[]) as n (id, forecast)
    where k.organisation_id = ${tx.organisationId} and k.id = n.id and k.forecast is distinct from n.forecast::jsonb`.execute(
    tx.db,
  );
}
