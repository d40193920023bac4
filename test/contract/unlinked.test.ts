/** After twelve people answered a pulse: nothing that the product wrote, anywhere, joins one of them to an answer. */
import { Writable } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { storedTables } from "../../src/admin/tables.ts";
import { newId } from "../../src/platform/ids.ts";
import { told } from "../support/furnish.ts";
import { type House, type Organisation, openHouse, type Person } from "../support/house.ts";

/** A schema's table with every row as text, and the transaction that wrote it; in the order of the disk. */
interface Table {
  name: string;
  rows: { xmin: string; text: string }[];
}
interface Seen {
  tables: Table[];
  events: number;
}

let house: House;
let home: Organisation;
let people: Person[];
let id: string;
const lines: string[] = [];
const heard: object[] = [];
let before: Seen;
let open: Seen;
let after: Seen;

const comment = (at: number) => `Comment number ${at} of somebody`;

beforeAll(async () => {
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  house = await openHouse({ log: pino({ level: "trace" }, stream) });
  home = await house.organisation();
  people = await Promise.all(Array.from({ length: 12 }, (_, at) => home.addMember("member", `Person ${at}`)));
  await told(home.owner.ask, "PATCH", "/pulse-settings", { version: 0, on: true });
  id = newId();
  await told(home.owner.ask, "POST", "/pulses", {
    id,
    questions: ["see-my-line", "heard"],
    closesAt: "2027-02-19T17:00:00Z",
  });
  const unwatch = house.feed.watch(home.id, { events: (events) => heard.push(...events), passing: () => {} });
  await house.feed.settled(home.id);
  // Who begins to watch is told of the last seconds, too.
  heard.length = 0;
  before = await everything();
  for (const [at, person] of people.entries()) {
    const answer = (at % 5) + 1;
    const answers = [
      { question: "see-my-line", answer },
      { question: "heard", answer: 6 - answer },
    ];
    const body = { answers, comment: comment(at) };
    const key = { "idempotency-key": `the key of person ${at}` };
    expect((await person.ask("POST", `/pulses/${id}/answers`, body, key)).status).toBe(200);
  }
  await house.feed.settled(home.id);
  unwatch();
  open = await everything();
  await told(home.owner.ask, "POST", `/pulses/${id}/closing`);
  after = await everything();
}, 60_000);
afterAll(() => house.close());

test("while it is open no table holds a word of what was answered", () => {
  const holding = open.tables.filter(({ rows }) => rows.some(({ text }) => text.includes("of somebody")));
  expect(holding.map(({ name }) => name)).toEqual([]);
  expect(new Set(rowsOf(open, "pulse_waiting").map(({ text }) => text.length)).size).toBe(1);
});

test("taking part and answering are written in different transactions, and what waits is mixed", () => {
  const parts = new Set(rowsOf(open, "pulse_part").map(({ xmin }) => xmin));
  const waiting = Map.groupBy(rowsOf(open, "pulse_waiting"), ({ xmin }) => xmin);
  expect(parts.size).toBe(12);
  expect([...waiting.keys()].filter((xmin) => parts.has(xmin))).toEqual([]);
  expect(rowsOf(open, "pulse_waiting")).toHaveLength(12);
  // The last that came stands among ten that were written with it, wherever on the disk.
  expect(Math.max(...[...waiting.values()].map(({ length }) => length))).toBe(10);
});

test("no row joins a member to an answer, and none to a time", async () => {
  for (const name of ["pulse_answer", "pulse_comment"]) {
    const rows = rowsOf(after, name);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1);
    expect(rows.filter(({ text }) => people.some((person) => text.includes(person.id)))).toEqual([]);
  }
  const holding = after.tables.filter(({ rows }) => rows.some(({ text }) => text.includes("of somebody")));
  expect(holding.map(({ name }) => name)).toEqual(["public.pulse_comment"]);
  const { rows: columns } = await house.sql.query(
    `select table_name || '.' || column_name as name from information_schema.columns
      where table_name in ('pulse_answer', 'pulse_comment', 'pulse_waiting')
        and (column_name ~ 'member|actor|_at$|_by$|position' or data_type ~ 'time|date' or is_identity = 'YES')`,
  );
  expect(columns).toEqual([]);
});

test("once it has closed nobody knows who took part, and nothing waits", () => {
  expect(rowsOf(after, "pulse_part")).toEqual([]);
  expect(rowsOf(after, "pulse_waiting")).toEqual([]);
});

test("no transaction wrote both an answer and anything that names a member who answered", () => {
  const [wrote] = rowsOf(after, "pulse_answer").map(({ xmin }) => xmin);
  const beside = [...open.tables, ...after.tables].flatMap(({ name, rows }) =>
    rows
      .filter(({ xmin, text }) => xmin === wrote && people.some((person) => text.includes(person.id)))
      .map(() => name),
  );
  expect(beside).toEqual([]);
});

test("neither the order on the disk nor a random id tells who answered", async () => {
  const came = people.map((_, at) => comment(at));
  const { rows: comments } = await house.sql.query("select id, text from pulse_comment where pulse_id = $1", [id]);
  expect(comments.map(({ text }) => text).toSorted()).toEqual(came.toSorted());
  expect(comments.map(({ text }) => text)).not.toEqual(came);
  const byId = comments.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  expect(byId.map(({ text }) => text)).not.toEqual(came);
  const { rows: answers } = await house.sql.query("select id, question, answer from pulse_answer where pulse_id = $1", [
    id,
  ]);
  for (const each of [...comments, ...answers]) expect(each.id).toMatch(/^.{14}4/);
  // Whoever answered n to one question answered 6 − n to the other: not in the same place.
  const [one, other] = ["see-my-line", "heard"].map((question) => answers.filter((each) => each.question === question));
  expect(one?.map(({ answer }) => 6 - answer)).not.toEqual(other?.map(({ answer }) => answer));
});

test("answering records no event, tells nobody and asks for no job", () => {
  expect(open.events).toBe(before.events);
  expect(heard).toEqual([]);
  const jobs = (seen: Seen) =>
    seen.tables.filter(({ name }) => name.includes("job")).map(({ name, rows }) => [name, rows.length]);
  expect(jobs(open)).toEqual(jobs(before));
});

test("only these tables changed while twelve answered", () => {
  const sums = ({ tables }: Seen) =>
    new Map(
      tables.map(({ name, rows }) => [
        name,
        rows
          .map(({ text }) => text)
          .toSorted()
          .join("\n"),
      ]),
    );
  const [was, is] = [sums(before), sums(open)];
  const changed = [...is.keys()].filter((name) => was.get(name) !== is.get(name));
  // When a token was last used is its member's own: the answers have no time to hold it against.
  expect(changed.filter((name) => name !== "public.api_token").toSorted()).toEqual([
    "public.pulse_part",
    "public.pulse_waiting",
  ]);
});

test("no line of the log, at its most talkative, holds an answer or joins a member to the pulse", () => {
  expect(lines.length).toBeGreaterThan(12);
  expect(lines.filter((line) => line.includes("of somebody"))).toEqual([]);
  expect(
    lines.filter((line) => people.some((person) => line.includes(person.id) || line.includes(person.name))),
  ).toEqual([]);
});

test("a backup holds neither who took part nor what waits", async () => {
  const client = await house.sql.connect();
  const tables = await storedTables(client as never);
  client.release();
  const names = tables.map(({ name }) => name).filter((name) => name.includes("pulse"));
  expect(names).toContain("public.pulse_answer");
  expect(names.filter((name) => /part|waiting/.test(name))).toEqual([]);
});

function rowsOf({ tables }: Seen, name: string): Table["rows"] {
  return tables.find((table) => table.name === `public.${name}`)?.rows ?? [];
}

/** Every row of every table of the catalogue but PostgreSQL's own. */
async function everything(): Promise<Seen> {
  const { rows: names } = await house.sql.query(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const tables: Table[] = [];
  for (const { name } of names) {
    const { rows } = await house.sql.query(`select xmin::text, t::text as text from ${name} t`);
    tables.push({ name, rows });
  }
  const events = tables.find(({ name }) => name === "public.event")?.rows.length ?? 0;
  return { tables, events };
}
