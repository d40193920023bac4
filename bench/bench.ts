/**
 * What a request costs, as ratios that hold on any machine: `npm run bench`. The product runs in a process of its own
 * on its own PostgreSQL, fully durable; the limit is the same PostgreSQL doing the check-in as one bare statement.
 */
import { randomUUID } from "node:crypto";
import { cpus } from "node:os";
import pg from "pg";
import { contract } from "../src/contract.ts";
import { alignmentCostInWords } from "./alignment.ts";
import { anchorDaysCostInWords } from "./anchor-days.ts";
import { coachCostInWords } from "./coach/cost.ts";
import { cpuOf, cpuOfFamily } from "./cpu.ts";
import { forecastCostInWords } from "./forecast/cost.ts";
import { measureLimit } from "./limit.ts";
import { type Client, createClient, type Load, load, type Question } from "./load.ts";
import { idOf, type Organisation, seedOrganisation } from "./organisation.ts";
import { overlapCostInWords } from "./overlap.ts";
import { type Product, startProduct } from "./product.ts";
import { seedWeeks } from "./week.ts";

const connections = 16;
const seconds = Number(process.env.BENCH_SECONDS ?? 6);
/** Members who are signed in at once. */
const signedIn = 16;

interface Case {
  name: string;
  /** Its address in the contract; measured where the contract has it. */
  path: string;
  /** CPU milliseconds and statements to stay under. */
  aim: { cpu: number; statements: number };
  question(organisation: Organisation, cookies: string[], writer: number): Question;
}

interface Measured extends Load {
  /** Milliseconds a request, of the server and of PostgreSQL. */
  server: number;
  database: number;
  statements: number;
}

const page = { cpu: 3, statements: 4 };
const cases: Case[] = [
  // Next to nothing: what a signed-in request costs before a room does its work.
  { name: "calibration: the vision", path: "/vision", aim: page, question: read(() => "/vision") },
  {
    name: "check-in",
    path: "/key-results/{keyResultId}/check-ins",
    aim: { cpu: 0.6, statements: 2 },
    question: ({ id, members }, cookies, writer) => {
      const member = 1 + (writer % cookies.length);
      const keyResult = 1 + (member - 1) * 3 + anyOf(3) + anyOf(3) * members * 3;
      const path = `/key-results/${idOf(numberOf(id), "keyResult", keyResult)}/check-ins`;
      const report = {
        value: anyOf(1000) / 10,
        confidence: anyOf(11),
        whatChanged: "Two of five testers finished in one sitting.",
      };
      return {
        method: "POST",
        path,
        cookie: cookies[member - 1] ?? "",
        body: JSON.stringify({ id: randomUUID(), ...report }),
      };
    },
  },
  {
    name: "objective list",
    path: "/objectives",
    aim: page,
    question: read(({ id }) => `/objectives?cycleId=${idOf(numberOf(id), "cycle", 1)}`),
  },
  {
    name: "objective page",
    path: "/objectives/{id}",
    aim: page,
    question: read(
      ({ id, objectives }) => `/objectives/${idOf(numberOf(id), "objective", 13 + anyOf(objectives - 12))}`,
    ),
  },
  { name: "Today", path: "/today", aim: page, question: read(() => "/today") },
  { name: "due check-ins", path: "/check-ins/due", aim: page, question: read(() => "/check-ins/due") },
  {
    name: "alignment",
    path: "/alignment",
    aim: page,
    question: read(({ id }) => `/alignment?cycleId=${idOf(numberOf(id), "cycle", 1)}`),
  },
  { name: "map of 300", path: "/map", aim: page, question: read(({ mapCycleId }) => `/map?cycleId=${mapCycleId}`) },
];

const product = await startProduct();
try {
  await bench(product);
} finally {
  await product.stop();
}

async function bench(product: Product): Promise<void> {
  const client = createClient(product.port, connections);
  const sizes = [await prepare(product, 1, 100), await prepare(product, 2, 1000)] as const;
  console.log(
    `\nNode ${process.versions.node}, ${cpus().length} processors, ${connections} connections, ${seconds} s each, PostgreSQL durable`,
  );
  const limit = await measureLimit(product, sizes[0].organisation, connections, seconds);
  console.log(
    `The limit: ${round(limit.perSecond)} check-ins a second as one statement, by ${limit.by}, for ${limit.database.toFixed(2)} ms of the database's CPU each\n`,
  );
  console.log(
    row([
      "",
      "a second",
      "of the limit",
      "CPU ms",
      "server",
      "database",
      "aim",
      "statements",
      "aim",
      "median ms",
      "99 % ms",
      "1,000 : 100",
    ]),
  );
  const existing = pathsOf(contract);
  for (const each of cases.filter(({ path }) => existing.has(path))) {
    const [small, large] = [
      await measure(product, client, each, sizes[0]),
      await measure(product, client, each, sizes[1]),
    ];
    const growth = (large.server + large.database) / (small.server + small.database);
    console.log(line(`${each.name}, 100 members`, small, limit.perSecond, each.aim, ""));
    console.log(line(`${each.name}, 1,000 members`, large, limit.perSecond, each.aim, growth.toFixed(2)));
  }
  await benchWeeks(product, client, limit.perSecond);
  const busy = await product.memory();
  await pause(12_000);
  console.log(
    `\nThe server holds ${round(busy / 1e6)} MB under load, ${round((await product.memory()) / 1e6)} MB once it is quiet. Aims: at most 150 MB when quiet; a check-in at 0.3 of the limit; 1,000 members at most 1.2 × 100.`,
  );
  client.close();
  console.log(forecastCostInWords());
  console.log(coachCostInWords());
  console.log(alignmentCostInWords());
  console.log(await anchorDaysCostInWords());
  console.log(overlapCostInWords());
}

/** The week of a team: a larger organisation costs it nothing, a larger team its people. */
async function benchWeeks(product: Product, client: Client, limit: number): Promise<void> {
  const sizes = [await prepare(product, 3, 200, seedWeeks), await prepare(product, 4, 10_000, seedWeeks)] as const;
  const weekOf = (nth: number) => ({
    ...{ name: "", path: "/week", aim: { cpu: 20, statements: 3 } },
    question: read(({ id }) => `/week?teamId=${idOf(numberOf(id), "team", nth + 1)}`),
  });
  const [whole, half] = [weekOf(0), weekOf(1)];
  const among = await measure(product, client, whole, sizes[0]);
  const large = await measure(product, client, whole, sizes[1]);
  const fewer = await measure(product, client, half, sizes[1]);
  const cpu = ({ server, database }: Measured) => server + database;
  console.log(line("week of 200 of 200 people", among, limit, whole.aim, ""));
  console.log(line("week of 200 of 10,000", large, limit, whole.aim, ""));
  console.log(line("week of 100 of 10,000", fewer, limit, whole.aim, ""));
  const [size, people] = [cpu(large) / cpu(among), cpu(large) / cpu(fewer)];
  console.log(
    `The week of 200 people in an organisation of 10,000: ${size.toFixed(2)} times one of 200 (aim ≤ 1.3), ${people.toFixed(2)} times the week of 100.`,
  );
}

async function prepare(product: Product, number: number, members: number, seed = seedOrganisation) {
  const client = new pg.Client(product.direct);
  await client.connect();
  const organisation = await seed(client, number, members, bar(`An organisation of ${members}`));
  await client.end();
  const cookies: string[] = [];
  const shown = bar(`${signedIn} of its members sign in`);
  for (let member = 1; member <= signedIn; member += 1) {
    cookies.push(await product.session(organisation.id, idOf(number, "member", member)));
    shown(member, signedIn);
  }
  return { organisation, cookies };
}

/** Warm first; the CPU that follows a request (roll-up, telling others) counts as its own. */
async function measure(
  product: Product,
  client: Client,
  each: Case,
  { organisation, cookies }: { organisation: Organisation; cookies: string[] },
): Promise<Measured> {
  const next = (writer: number) => each.question(organisation, cookies, writer);
  await load(client, connections, seconds / 3, next);
  await pause(300);
  const statements = await statementsOf(product, client, next);
  const before = [cpuOf(product.pid), cpuOfFamily(product.databasePid)] as const;
  const loaded = await load(client, connections, seconds, next);
  await pause(300);
  const server = (cpuOf(product.pid) - before[0]) / loaded.requests;
  const database = (cpuOfFamily(product.databasePid) - before[1]) / loaded.requests;
  return { ...loaded, server, database, statements };
}

/** On the request itself: counted while nothing else runs, before anything that follows it begins. The middle of nine. */
async function statementsOf(product: Product, client: Client, next: (writer: number) => Question): Promise<number> {
  const counts: number[] = [];
  for (let time = 0; time < 9; time += 1) {
    const before = await whenQuiet(product);
    await client.ask(next(0));
    counts.push((await product.statements()) - before);
  }
  return counts.sort((one, other) => one - other)[4] ?? 0;
}

function read(path: (organisation: Organisation) => string): Case["question"] {
  return (organisation, cookies, writer) => ({
    method: "GET",
    path: path(organisation),
    cookie: cookies[writer % cookies.length] ?? "",
  });
}

function line(name: string, measured: Measured, limit: number, aim: Case["aim"], growth: string): string {
  const { perSecond, server, database, statements, median, slowest1Percent } = measured;
  const figures = [
    round(perSecond),
    (perSecond / limit).toFixed(2),
    (server + database).toFixed(2),
    server.toFixed(2),
    database.toFixed(2),
  ];
  return row([
    name,
    ...figures,
    `≤ ${aim.cpu}`,
    String(statements),
    `≤ ${aim.statements}`,
    median.toFixed(1),
    slowest1Percent.toFixed(1),
    growth,
  ]);
}

function row([name = "", ...figures]: string[]): string {
  return name.padEnd(30) + figures.map((figure) => figure.padStart(13)).join("");
}

/** A bar on a terminal, one line elsewhere. */
function bar(what: string): (done: number, of: number) => void {
  const { isTTY } = process.stderr;
  if (!isTTY) process.stderr.write(`${what} …\n`);
  return (done, of) => {
    if (!isTTY) return;
    const filled = Math.round((done / of) * 30);
    process.stderr.write(`\r${"█".repeat(filled)}${"░".repeat(30 - filled)} ${what}${done === of ? "\n" : ""}`);
  };
}

/** Every address of the contract. */
function pathsOf(router: object): Set<string> {
  const route = (router as { "~orpc"?: { route: { path: string } } })["~orpc"]?.route;
  if (route) return new Set([route.path]);
  return new Set(Object.values(router).flatMap((each) => [...pathsOf(each)]));
}

function numberOf(organisationId: string): number {
  return Number.parseInt(organisationId.slice(9, 13), 16);
}

function anyOf(count: number): number {
  return Math.floor(Math.random() * count);
}

function round(figure: number): string {
  return Math.round(figure).toLocaleString("en");
}

/** The statements so far, once roll-up and the telling of others have come to an end. */
async function whenQuiet(product: Product): Promise<number> {
  const before = await product.statements();
  await pause(250);
  const now = await product.statements();
  return now === before ? now : whenQuiet(product);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
