import type pg from "pg";

export interface StoredTable {
  /** With its schema: "public.member". */
  name: string;
  /** Those that a backup carries. */
  columns: string[];
  /** On the disk. */
  bytes: number;
  /** Row level security binds even the owner, which COPY FROM does not allow. */
  forced: boolean;
  /** The column that counts by itself; null where none does. */
  counter: string | null;
}

/**
 * Left out: what the program makes itself (its list of migrations, the readers' marks, the job queue in a schema of its
 * own), sessions, which are signed with a secret that the backup does not hold, and of an open pulse who took part and
 * what waits: beside each other in a file they would outlive the pulse.
 */
const leftOut = [
  "public.throughline_migration",
  "public.event_reader",
  "identity.session",
  "public.pulse_part",
  "public.pulse_waiting",
];
/** The transaction that recorded an event means nothing in another database; a restored one gets that of the restoring. */
const leftOutColumns = ["public.event.xid"];

/** Every table that a backup carries, after those it refers to. */
export async function storedTables(client: pg.Client): Promise<StoredTable[]> {
  const { rows } = await client.query<StoredTable & { after: string[] }>(
    `select n.nspname || '.' || c.relname as name, c.relforcerowsecurity as forced,
       pg_total_relation_size(c.oid)::float8 as bytes,
       array(select a.attname::text from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                and n.nspname || '.' || c.relname || '.' || a.attname <> all ($2) order by a.attnum) as columns,
       (select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attidentity <> '') as counter,
       array(select fn.nspname || '.' || f.relname from pg_constraint k
              join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
             where k.contype = 'f' and k.conrelid = c.oid and k.confrelid <> c.oid) as after
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'shared', 'identity') and c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname || '.' || c.relname <> all ($1)
    order by name`,
    [leftOut, leftOutColumns],
  );
  const ordered: StoredTable[] = [];
  while (ordered.length < rows.length) {
    const done = new Set(ordered.map(({ name }) => name));
    const free = rows.find(({ name, after }) => !done.has(name) && after.every((each) => done.has(each)));
    if (!free) throw new Error("Tables refer to each other in a circle.");
    const { after: _, ...table } = free;
    ordered.push(table);
  }
  return ordered;
}
