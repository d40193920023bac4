/** Puts the rooms together on an open database: the same for the server, for tests and for the bench. */
import { fileURLToPath } from "node:url";
import { Pool } from "pg";
import type { Logger } from "pino";
import { openDemoDoor } from "../db/demo/door.ts";
import { waitsOn } from "./features/cadence/public.ts";
import { pulseTasks } from "./features/engagement/jobs.ts";
import { sealingWith } from "./features/engagement/public.ts";
import { coachTasks } from "./features/okrs/jobs.ts";
import { policyTasks } from "./features/policies/jobs.ts";
import { armsToTell } from "./features/policies/public.ts";
import { readers } from "./features/readers.ts";
import { sights } from "./features/sights.ts";
import { createIdentity, createTokens, createWhoAsks } from "./features/sign-in/public.ts";
import { subjects } from "./features/subjects.ts";
import { presenceTasks } from "./features/workplace/jobs.ts";
import type { Clock } from "./platform/clock.ts";
import type { OpenDatabase } from "./platform/database/connect.ts";
import { databaseOn, endPool, survive } from "./platform/database/database.ts";
import { knowTheTables, migrate } from "./platform/database/migrate.ts";
import type { Services } from "./platform/http/context.ts";
import { createServer } from "./platform/http/server.ts";
import { enqueueOutside, prepareJobs, startJobs } from "./platform/jobs/jobs.ts";
import { Feed } from "./platform/live/feed.ts";
import { endLiveStreams } from "./platform/live/stream.ts";
import type { Letter, Mailer } from "./platform/mail/mail.ts";
import { router } from "./router.ts";

/** Made by `npm run docs` and checked against the contract with every change. */
const openApiFile = fileURLToPath(new URL("../docs/generated/openapi.json", import.meta.url));

export interface ProgramParts {
  place: OpenDatabase;
  clock: Clock;
  log: Logger;
  mailer: Mailer;
  publicAddress: string;
  sessionSecret: string;
  /** Opens the welcome page once, while there is no organisation. */
  setupSecret: string;
  webFolder: string | null;
  trustProxy: boolean | number | string;
  requestsPerMinute: number;
  /** Before a used database is changed by a migration. */
  beforeChanges?: (pending: string[]) => Promise<void>;
}

export type Program = Awaited<ReturnType<typeof startProgram>>;

export async function startProgram(parts: ProgramParts) {
  const { place, clock, log, mailer, publicAddress } = parts;
  await migrate({ direct: place.direct, appRole: place.appRole, log, beforeChanges: parts.beforeChanges });
  await prepareJobs(place.direct, log);
  // One plan per statement: under row-level security planning costs more than most answers, and every index starts with the organisation.
  const database = databaseOn(
    { ...place.app, options: "-c timezone=UTC -c plan_cache_mode=force_generic_plan" },
    clock,
  );
  const identityPool = new Pool({ ...place.app, max: 3 });
  survive(identityPool, (error) => log.warn({ err: error }, "sign-in lost its connection"));
  const sendMail = (letter: Letter) => enqueueOutside(database.pool, "send-mail", { letter });
  const sendLetter = ({ letter }: Record<string, unknown>) => mailer.send(letter as Letter);
  const identity = createIdentity({
    pool: identityPool,
    database,
    publicAddress,
    secret: parts.sessionSecret,
    clock,
    log,
    sendMail,
  });
  const tokens = createTokens({ database, clock, log });
  const feed = new Feed(database, readers, log);
  const { whoAsks, forget } = createWhoAsks({ database, identity, tokens, clock });
  const demo = openDemoDoor({ ...parts, database });
  const sealing = sealingWith(parts.sessionSecret);
  const services: Services = {
    identity,
    tokens,
    feed,
    sealing,
    armsToTell,
    sights,
    subjects,
    waitsOn,
    forgetViewers: forget,
    setup: { secret: parts.setupSecret, publicAddress },
    demo,
  };
  const tasks = {
    "send-mail": sendLetter,
    "sweep-identity": identity.sweep,
    "know-the-tables": () => knowTheTables(place.direct),
    ...pulseTasks({ database, sealing, log }),
    ...coachTasks(database),
    ...presenceTasks(database),
    ...policyTasks(database),
  };
  const jobs = await startJobs(
    place.direct,
    tasks,
    onceADay("sweep-identity", "sweep-pulses", "sweep-presence", "assess-everywhere"),
    log,
  );
  await enqueueOutside(database.pool, "read-key-results-again", {});
  await feed.start(place.direct);
  const app = await createServer({
    openApiFile,
    router,
    database,
    feed,
    clock,
    log,
    services,
    whoAsks,
    webFolder: parts.webFolder,
    publicAddress,
    trustProxy: parts.trustProxy,
    requestsPerMinute: parts.requestsPerMinute,
  });

  /** Finishes what was accepted, then lets go of the database. */
  async function stop(): Promise<void> {
    endLiveStreams();
    await app.close();
    await Promise.all([identity.settled(), tokens.settled(), feed.stop(), demo.stop()]);
    await jobs.stop();
    await database.close();
    await endPool(identityPool);
    mailer.close();
  }

  return { app, database, feed, identity, tokens, stop };
}

/** At night, or at the next start where the server was not running then. */
function onceADay(...tasks: string[]): string {
  return tasks.map((task) => `17 3 * * * ${task} ?fill=1d`).join("\n");
}
