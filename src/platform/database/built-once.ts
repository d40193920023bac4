/** Queries that are asked all the time: put together the first time, then only given their values. */
import { CompiledQuery, type Kysely, type RawBuilder, type SelectQueryBuilder } from "kysely";
import type { Tx } from "./database.ts";
import type { DB } from "./tables.ts";

/** Stands in the query for a value that each asking brings. */
class Place {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

type Built<Row> = RawBuilder<Row> | Pick<SelectQueryBuilder<DB, never, Row>, "compile">;
/** What of a transaction a query may be made of. */
type Building = Pick<Tx, "db" | "organisationId">;

/**
 * A query as a function of its values. `build` runs once for each shape, with stand-ins: it may put a value into the
 * query and nothing else. Whatever decides which SQL it is belongs into the shape.
 */
export function builtOnce<Shape extends string, Values extends object, Row>(
  build: (tx: Building, values: Values, shape: Shape) => Built<Row>,
): (tx: Tx, values: Values, shape: Shape) => Promise<Row[]> {
  const built = new Map<Shape, CompiledQuery<Row>>();
  const placeOf = new Proxy({}, { get: (_, name) => new Place(String(name)) }) as Values;

  function compile(db: Kysely<DB>, shape: Shape): CompiledQuery<Row> {
    const organisationId = new Place("organisationId") as unknown as string;
    // The tables are the same in every transaction; only this one's organisation must not stay in the query.
    const query = build({ db, organisationId }, placeOf, shape).compile(db) as CompiledQuery<Row>;
    built.set(shape, query);
    return query;
  }

  return async (tx, values, shape) => {
    const { sql, parameters } = built.get(shape) ?? compile(tx.db, shape);
    const given: Record<string, unknown> = { ...values, organisationId: tx.organisationId };
    const filled = parameters.map((each) => (each instanceof Place ? given[each.name] : each));
    const { rows } = await tx.db.executeQuery<Row>(CompiledQuery.raw(sql, filled) as CompiledQuery<Row>);
    return rows;
  };
}
