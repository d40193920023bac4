/** The product's own verbs in the story's hands: everyone acts as themselves, at the time the story has come to. */
import { createRouterClient, type RouterClient } from "@orpc/server";
import pg from "pg";
import type { Logger } from "pino";
import { Temporal } from "temporal-polyfill";
import { waitsOn } from "../../src/features/cadence/public.ts";
import { sealingWith } from "../../src/features/engagement/public.ts";
import { viewerRow } from "../../src/features/people/public.ts";
import { armsToTell } from "../../src/features/policies/public.ts";
import { readers } from "../../src/features/readers.ts";
import { sights } from "../../src/features/sights.ts";
import { createIdentity, createTokens } from "../../src/features/sign-in/public.ts";
import { subjects } from "../../src/features/subjects.ts";
import { type Clock, stillClock } from "../../src/platform/clock.ts";
import { scopes } from "../../src/platform/contract.ts";
import type { OpenDatabase } from "../../src/platform/database/connect.ts";
import { type Database, databaseOn, endPool, survive, type Tx } from "../../src/platform/database/database.ts";
import type { RequestContext, Services, Viewer } from "../../src/platform/http/context.ts";
import { newId } from "../../src/platform/ids.ts";
import { Feed } from "../../src/platform/live/feed.ts";
import { router } from "../../src/router.ts";

export interface Ground {
  place: OpenDatabase;
  publicAddress: string;
  /** The server's own: what waits in the open pulse is opened by it. */
  sessionSecret: string;
  /** What the story's dates are told from. */
  clock: Clock;
  log: Logger;
}

export type Client = RouterClient<typeof router>;
export type Verbs = ReturnType<typeof openVerbs>;

/** What was due before now the story does by itself, in its place; the server that runs beside it would do it at once. */
function toldThrough(tx: Tx, outside: Clock): Tx {
  const isAhead = (at: Temporal.Instant) => Temporal.Instant.compare(at, outside.now()) > 0;
  return { ...tx, enqueueAt: async (at, ...job) => (isAhead(at) ? tx.enqueueAt(at, ...job) : undefined) };
}

/** `organisationId` is the organisation they act in; the story's own clock begins now. */
export function openVerbs(
  { place, publicAddress, sessionSecret, clock: outside, log }: Ground,
  organisationId: string,
) {
  const clock = stillClock(outside.now().toString());
  const opened = databaseOn({ ...place.app, max: 4, options: "-c timezone=UTC" }, clock);
  const database: Database = {
    ...opened,
    write: (id, actor, work) => opened.write(id, actor, (tx) => work(toldThrough(tx, outside))),
  };
  const identityPool = new pg.Pool({ ...place.app, max: 2 });
  survive(identityPool, () => {});
  // Nobody in the story exists, so nobody gets a letter. The secret signs no session either.
  const sendMail = async () => {};
  const identity = createIdentity({
    pool: identityPool,
    database,
    publicAddress,
    secret: newId(),
    clock,
    log,
    sendMail,
  });
  const tokens = createTokens({ database, clock, log });
  const clients = new Map<string, Promise<Client>>();
  const feed = new Feed({ ...database, onCommit: () => 0 }, readers, log);
  const services: Services = {
    identity,
    tokens,
    feed,
    sealing: sealingWith(sessionSecret),
    armsToTell,
    sights,
    subjects,
    waitsOn,
    forgetViewers: () => clients.clear(),
    setup: { secret: "", publicAddress },
    demo: null,
  };

  async function clientOf(memberId: string): Promise<Client> {
    const row = await database.read(organisationId, (tx) => viewerRow(tx, memberId));
    if (!row) throw new Error(`${memberId} is not in the story.`);
    const viewer: Viewer = { ...row, organisationId, via: "demo", scopes, sessionId: null };
    const actor = { memberId, via: "demo" } as const;
    const context: RequestContext = {
      viewer,
      visitor: viewer,
      read: (work) => database.read(organisationId, work, actor),
      write: (work) => database.write(organisationId, actor, work),
      writeTogether: (grouped, input) => database.writeTogether(organisationId, actor, grouped, input),
      writeAs: database.write,
      database,
      clock,
      log,
      services,
      http: {
        ip: "",
        userAgent: "",
        cookie: "",
        loopback: false,
        unmarked: false,
        setCookie: () => {},
        retryAfter: () => {},
        attempt: () => {},
      },
    };
    return createRouterClient(router, { context });
  }

  return {
    clock,
    database,
    identity,
    /** Every operation, as this member. */
    as(memberId: string): Promise<Client> {
      const client = clients.get(memberId) ?? clientOf(memberId);
      clients.set(memberId, client);
      return client;
    },
    /** Carries what was reported upward, as the server does beside the requests. */
    rollUp: () => feed.settled(organisationId),
    async close() {
      await feed.stop();
      await Promise.all([identity.settled(), tokens.settled()]);
      await Promise.all([database.close(), endPool(identityPool)]);
    },
  };
}
