/** A database with one organisation of two members, and the sign-in room open on it, for tests of that room. */
import pg from "pg";
import { createIdentity } from "../../src/features/sign-in/identity/identity.ts";
import { createTokens } from "../../src/features/sign-in/identity/tokens.ts";
import type { Mail } from "../../src/features/sign-in/mails.ts";
import { stillClock } from "../../src/platform/clock.ts";
import type { Role } from "../../src/platform/contract.ts";
import { databaseOn } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/ids.ts";
import { testDatabase } from "./database.ts";

export type SignInHouse = Awaited<ReturnType<typeof signInHouse>>;

/** `sent` fills with the letters; `asked()` counts the statements that reached the identity tables. */
export async function signInHouse({ publicAddress = "http://127.0.0.1:7410" } = {}) {
  const place = await testDatabase();
  const clock = stillClock(new Date().toISOString());
  const database = databaseOn({ ...place.app, options: "-c timezone=UTC" }, clock);
  const pool = new pg.Pool({ ...place.app, max: 3 });
  const owner = new pg.Pool(place.owner);
  const sent: Mail[] = [];
  const broken: unknown[] = [];
  const log = { error: (details: object) => void broken.push(details) };
  const sendMail = async (mail: Mail) => void sent.push(mail);
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

  async function stop() {
    await Promise.all([identity.settled(), tokens.settled()]);
    await Promise.all([pool.end(), owner.end(), database.close()]);
    await place.stop();
  }

  return {
    clock,
    database,
    identity,
    tokens,
    sent,
    broken,
    member,
    organisation,
    sql: owner,
    identityPool: pool,
    stop,
  };
}
