/**
 * The whole product on a database of its own, for tests through the contract: real SQL, real permissions, a clock that
 * stands still. `organisation()` makes one with a member of every role and answers how to ask as each of them.
 */
import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { type Logger, pino } from "pino";
import { newToken } from "../../src/features/sign-in/token.ts";
import { stillClock } from "../../src/platform/clock.ts";
import { type Role, roles } from "../../src/platform/contract.ts";
import type { OpenDatabase } from "../../src/platform/database/connect.ts";
import { newId } from "../../src/platform/ids.ts";
import type { Letter } from "../../src/platform/mail/mail.ts";
import { type ProgramParts, startProgram } from "../../src/program.ts";
import { testDatabase } from "./database.ts";

/** Tuesday 16 February 2027, 09:12 in Lisbon: the day of the design's pictures. */
export const today = "2027-02-16T09:12:00Z";
export const setupSecret = "setup-secret-of-the-tests";
export const sessionSecret = "a session secret of the tests, long enough";

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely; the contract's types are tested apart.
  body: any;
  headers: Record<string, unknown>;
}
export type Ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
export interface Person {
  id: string;
  name: string;
  role: Role;
  token: string;
  ask: Ask;
}
export type House = Awaited<ReturnType<typeof openHouse>>;
export type Organisation = Awaited<ReturnType<House["organisation"]>>;

interface HouseParts {
  now?: string;
  webFolder?: string | null;
  /** Outside of a test run, which has a database for each house. */
  place?: OpenDatabase;
  log?: Logger;
}

export async function openHouse({ now = today, webFolder = null, place: given, log }: HouseParts = {}) {
  const place = given ?? (await testDatabase());
  const clock = stillClock(now);
  const letters: Letter[] = [];
  const mailer = { send: async (letter: Letter) => void letters.push(letter), close: () => {} };
  const parts: ProgramParts = {
    place,
    clock,
    log: log ?? pino({ level: process.env.LOG_LEVEL ?? "silent" }),
    mailer,
    publicAddress: "http://localhost",
    sessionSecret,
    setupSecret,
    webFolder,
    trustProxy: false,
    requestsPerMinute: 1_000_000,
  };
  const program = await startProgram(parts);
  const owner = new pg.Pool(place.owner);
  // Dropping the database at the end may cut off a connection that is just closing.
  owner.on("error", () => {});

  const askWith =
    (credentials: Record<string, string>): Ask =>
    async (method, path, body, headers = {}) => {
      const response = await program.app.inject({
        method: method as "GET",
        url: `/api${path}`,
        headers: { ...credentials, ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      });
      const isJson = String(response.headers["content-type"] ?? "").includes("json");
      return {
        status: response.statusCode,
        body: isJson && response.body ? response.json() : response.body,
        headers: response.headers,
      };
    };

  async function member(organisationId: string, role: Role, name: string): Promise<Person> {
    const id = newId();
    const token = newToken(organisationId);
    const secret = createHash("sha256").update(token).digest();
    await owner.query(
      "insert into member (organisation_id, id, name, email, role, time_zone, created_at) values ($1, $2, $3, $4, $5, 'Europe/Lisbon', $6)",
      [organisationId, id, name, `${name.toLowerCase().replaceAll(" ", ".")}-${id.slice(-6)}@example.test`, role, now],
    );
    await owner.query(
      "insert into api_token (organisation_id, id, member_id, name, secret_hash, scopes, expires_at, created_at) values ($1, $2, $3, 'tests', $4, '{read,write,manage}', $5, $6)",
      [organisationId, newId(), id, secret, "2099-01-01T00:00:00Z", now],
    );
    return { id, name, role, token, ask: askWith({ authorization: `Bearer ${token}` }) };
  }

  /** An organisation with one member of every role, a second member, and two teams: Product, led by the member, and Growth. */
  async function organisation(name = `Organisation ${randomUUID().slice(0, 8)}`) {
    const id = newId();
    await owner.query("insert into shared.organisation_directory (organisation_id, created_at) values ($1, $2)", [
      id,
      now,
    ]);
    await owner.query(
      "insert into organisation (organisation_id, name, time_zone, created_at) values ($1, $2, 'Europe/Lisbon', $3)",
      [id, name, now],
    );
    const people = Object.fromEntries(
      await Promise.all(roles.map(async (role) => [role, await member(id, role, `The ${role}`)] as const)),
    ) as Record<Role, Person>;
    const colleague = await member(id, "member", "A colleague");
    const team = { id: newId(), name: "Product" };
    const otherTeam = { id: newId(), name: "Growth" };
    for (const [each, lead] of [
      [team, people.member.id],
      [otherTeam, colleague.id],
    ] as const) {
      await owner.query(
        "insert into team (organisation_id, id, name, lead_id, body_hash, created_at) values ($1, $2, $3, $4, '', $5)",
        [id, each.id, each.name, lead, now],
      );
      await owner.query("insert into team_member (organisation_id, team_id, member_id) values ($1, $2, $3)", [
        id,
        each.id,
        lead,
      ]);
    }
    return {
      id,
      name,
      ...people,
      colleague,
      team,
      otherTeam,
      addMember: (role: Role, called: string) => member(id, role, called),
    };
  }

  return {
    ...program,
    clock,
    letters,
    /** As the owner of the tables, past row-level security: to look, and to prepare what no operation makes. */
    sql: owner,
    roleOfRequests: place.appRole,
    visitor: askWith({}),
    /** Another server on the same database; to be stopped before the house closes. */
    beside: () => startProgram(parts),
    organisation,
    /** Of an organisation that was made in another way, such as the first run. */
    addMember: member,
    askWith,
    async close() {
      await program.stop();
      await owner.end();
      await place.stop();
    },
  };
}
