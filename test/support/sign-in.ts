/** A database with the sign-in room open on it, and the verbs its tests are told in. */
import pg from "pg";
import { createIdentity } from "../../src/features/sign-in/identity/identity.ts";
import { createTokens } from "../../src/features/sign-in/identity/tokens.ts";
import { stillClock } from "../../src/platform/clock.ts";
import type { Role } from "../../src/platform/contract.ts";
import { databaseOn } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/ids.ts";
import type { Letter } from "../../src/platform/mail/mail.ts";
import { testDatabase } from "./database.ts";

export const firefox = { ip: "203.0.113.7", userAgent: "Firefox" };

export type SignInHouse = Awaited<ReturnType<typeof signInHouse>>;

/** `sent` fills with the letters, `broken` with what was logged as an error; `sql` is the tables' owner. */
export async function signInHouse({ publicAddress = "http://127.0.0.1:7410" } = {}) {
  const place = await testDatabase();
  const clock = stillClock(new Date().toISOString());
  const database = databaseOn({ ...place.app, options: "-c timezone=UTC" }, clock);
  const pool = new pg.Pool({ ...place.app, max: 3 });
  const owner = new pg.Pool(place.owner);
  const sent: Letter[] = [];
  const broken: unknown[] = [];
  const log = { error: (details: object) => void broken.push(details) };
  const sendMail = async (letter: Letter) => void sent.push(letter);
  const secret = "Vx3Jd0vKq8Zt5Rb7Lw2Nc9Ys4Hg6Mf1PaEuTi";
  const identity = createIdentity({ pool, database, publicAddress, secret, clock, log, sendMail });
  const tokens = createTokens({ database, clock, log });

  async function member(organisationId: string, name: string, role: Role = "member"): Promise<string> {
    const id = newId();
    await owner.query(
      `insert into member (organisation_id, id, name, email, role, time_zone, created_at)
       values ($1, $2, $3, $4, $5, 'Europe/Lisbon', now())`,
      [organisationId, id, name, `${name.toLowerCase()}.${id}@osier.example`, role],
    );
    return id;
  }

  async function organisation(name = "Osier"): Promise<string> {
    const id = newId();
    await owner.query(
      "insert into organisation (organisation_id, name, time_zone, created_at) values ($1, $2, 'Europe/Lisbon', now())",
      [id, name],
    );
    return id;
  }

  /** An account of its own. */
  async function person() {
    const email = `${newId()}@osier.example`;
    const name = "Ines Marques";
    const password = "a winding road to Porto";
    return { identityId: await identity.createAccount({ email, name, password }), email, name, password };
  }

  function join(organisationId: string, identityId: string, memberId: string): Promise<void> {
    return database.write(organisationId, { memberId, via: "web" }, (tx) =>
      identity.joinOrganisation(tx, identityId, memberId),
    );
  }

  /** The Cookie header of a new session. */
  async function enter({ email, password }: { email: string; password: string }, from = firefox): Promise<string> {
    const { setCookie } = await identity.signIn({ email, password, ...from });
    return setCookie.split(";", 1)[0]!;
  }

  const whoIs = (cookie: string) => identity.whoIs(cookie, () => {});

  async function stop() {
    await Promise.all([identity.settled(), tokens.settled()]);
    await Promise.all([pool.end(), owner.end(), database.close()]);
    await place.stop();
  }

  const verbs = { member, organisation, person, join, enter, whoIs, stop };
  return { clock, database, identity, tokens, sent, broken, sql: owner, ...verbs };
}
