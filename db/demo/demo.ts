/** The demo organisation Osier: made by its story, told through the product's own verbs, and removed whole. */
import { createHmac } from "node:crypto";
import pg from "pg";
import type { Database } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/ids.ts";
import { StartRefused } from "../../src/platform/start-refused.ts";
import type { Moment } from "./moments.ts";
import { emailOf, main, owner, signIns } from "./people.ts";
import { type Ground, openVerbs, type Verbs } from "./verbs.ts";

interface Watching {
  signal: AbortSignal;
  /** How much is told, of how much. */
  told: (done: number, of: number) => void;
}

/** The one password of everybody in the demo, which only this installation knows. */
export function demoPassword(setupSecret: string): string {
  const words = createHmac("sha256", setupSecret).update("the demo organisation").digest("base64url");
  return `look around ${words.replaceAll(/[^a-z]/g, "").slice(0, 12)}`;
}

/** Who may be tried out, with their addresses; the first is whom a visitor looks around as. */
export const demoSignIns = signIns.map((each) => ({ ...each, email: emailOf(each.name) }));

/** Whether the demo is there; "half" where its making was cut short. */
export async function demoState(database: Database): Promise<"none" | "half" | "ready"> {
  const demo = await demoOrganisation(database);
  if (!demo) return "none";
  // Her role is what the story tells last.
  return demo.members.get(emailOf(main))?.role === "champion" ? "ready" : "half";
}

/**
 * Tells the whole story, dated so that today lies half-way through a quarter. Throws `StartRefused` where the demo is there or
 * being made by somebody else. Stopped or failed, it leaves nothing.
 */
export async function makeDemo(ground: Ground & { setupSecret: string }, { signal, told }: Watching): Promise<void> {
  const now = ground.clock.now();
  await alone(ground, async () => {
    const organisationId = newId();
    const verbs = openVerbs(ground, organisationId);
    try {
      const state = await demoState(verbs.database);
      if (state === "ready") throw new StartRefused("The demo organisation is there already.");
      if (state === "half") await removeWhole(ground, verbs.database);
      // Loaded when it is told: most servers never tell it.
      const { chronicle } = await import("./chronicle.ts");
      const moments = chronicle(now, organisationId, demoPassword(ground.setupSecret));
      await tell(moments, verbs, { signal, told }).catch(async (error) => {
        await removeWhole(ground, verbs.database);
        throw error;
      });
    } finally {
      await verbs.close();
    }
  });
}

/** Removes the demo whole; false where there was none. */
export function removeDemo(ground: Ground): Promise<boolean> {
  return alone(ground, async () => {
    const verbs = openVerbs(ground, newId());
    return removeWhole(ground, verbs.database).finally(verbs.close);
  });
}

async function tell(moments: Moment[], verbs: Verbs, { signal, told }: Watching): Promise<void> {
  const all = moments.reduce((sum, { effort = 1 }) => sum + effort, 0);
  let done = 0;
  for (const { at, effort = 1, tell } of moments) {
    signal.throwIfAborted();
    told(done, all);
    verbs.clock.set(at.toString());
    await tell(verbs);
    done += effort;
  }
  told(all, all);
}

async function removeWhole(ground: Ground, database: Database): Promise<boolean> {
  const demo = await demoOrganisation(database);
  if (!demo) return false;
  const verbs = openVerbs(ground, demo.id);
  try {
    const { people } = await verbs.as(demo.members.get(emailOf(owner))?.id as string);
    await people.organisation.remove({ name: demo.name });
  } finally {
    await verbs.close();
  }
  return true;
}

async function demoOrganisation(database: Database) {
  const found = await database.shared((db) =>
    db
      .selectFrom("shared.organisation_directory")
      .select("organisation_id as id")
      .where("demo", "=", true)
      .executeTakeFirst(),
  );
  if (!found) return undefined;
  return database.read(found.id, async ({ db }) => {
    const { name } = await db.selectFrom("organisation").select("name").executeTakeFirstOrThrow();
    const members = await db.selectFrom("member").select(["id", "email", "role"]).execute();
    return { id: found.id, name, members: new Map(members.map((member) => [member.email, member])) };
  });
}

/** One at a time on a database, whichever process asks; a process that dies lets go. */
async function alone<T>({ place }: Ground, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client(place.direct);
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query("select pg_try_advisory_lock(hashtext('throughline demo')) as free");
    if (!rows[0].free) throw new StartRefused("The demo organisation is being made or removed right now.");
    return await work();
  } finally {
    await client.end();
  }
}
