/** Work that follows a request: asked for inside the transaction that causes it, done after, tried again when it fails. */
import { Logger, type Runner, run, runMigrations, type TaskList } from "graphile-worker";
import pg from "pg";
import { endPool } from "../database/database.ts";

/** A task receives the organisation it was asked for in; it opens that organisation itself. */
export type Task = (payload: Record<string, unknown> & { organisationId: string }) => Promise<void>;

export interface Jobs {
  stop(): Promise<void>;
}

interface Log {
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
  debug(facts: object, sentence: string): void;
}

/** Makes the queue's own tables; before the server takes requests. */
export async function prepareJobs(direct: pg.ClientConfig, log: Log): Promise<void> {
  const pool = poolOf(direct, 1, log);
  try {
    await runMigrations({ pgPool: pool, logger: quiet(log) });
  } finally {
    await endPool(pool);
  }
}

/** Times at which a task is done without being asked for: lines of a crontab, in UTC. */
type Crontab = string;

/** Starts doing the work. At most four jobs at once; a stop lets those finish. */
export async function startJobs(
  direct: pg.ClientConfig,
  tasks: Record<string, Task>,
  crontab: Crontab,
  log: Log,
): Promise<Jobs> {
  const pool = poolOf(direct, 4, log);
  const taskList: TaskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload as Parameters<Task>[0])]),
  );
  const runner: Runner = await run({
    pgPool: pool,
    taskList,
    crontab,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: quiet(log),
  });
  return {
    stop: async () => {
      await runner.stop();
      await endPool(pool);
    },
  };
}

/** The worker asks for both listeners, on the pool and on each connection, so that a lost connection is news and not a crash. */
function poolOf(direct: pg.ClientConfig, max: number, log: Log): pg.Pool {
  const lost = (error: Error) => log.warn({ err: error }, "the job queue lost its connection");
  const pool = new TriedAgain({ ...direct, max });
  pool.on("error", lost);
  pool.on("connect", (client) => client.on("error", lost));
  return pool;
}

/**
 * The worker notes how a job ended without waiting for it, and tries again only on codes that it knows: a PostgreSQL that
 * went away in that moment ended the whole server. Here it reads as a timeout, which is tried again after three seconds.
 */
class TriedAgain extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(done: Parameters<pg.Pool["connect"]>[0]): void;
  override connect(done?: Parameters<pg.Pool["connect"]>[0]): Promise<pg.PoolClient> | undefined {
    if (done) {
      super.connect(done);
      return undefined;
    }
    return super.connect().then(queryingAgain, asTimeout);
  }
}

const patient = new WeakSet<pg.PoolClient>();

function queryingAgain(client: pg.PoolClient): pg.PoolClient {
  if (patient.has(client)) return client;
  patient.add(client);
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  const again = (...given: unknown[]) => {
    const answer = query(...given);
    return answer instanceof Promise ? answer.catch(asTimeout) : answer;
  };
  return Object.assign(client, { query: again });
}

const lostCodes = new Set(["EPIPE", "ECONNRESET", "ECONNREFUSED", "ENOENT", "57P01", "57P02"]);

/** Throws what it is given; a lost connection under the code of a timeout. */
export function asTimeout(error: Error & { code?: string }): never {
  const isLost =
    lostCodes.has(error.code ?? "") || /^(Connection terminated|Client has encountered)/.test(error.message);
  throw isLost ? Object.assign(error, { code: "ETIMEDOUT" }) : error;
}

/** Asks for work that belongs to no transaction of an organisation, such as a password letter. */
export async function enqueueOutside(pool: pg.Pool, task: string, payload: Record<string, unknown>): Promise<void> {
  await pool.query("select shared.enqueue($1, $2, null)", [task, JSON.stringify(payload)]);
}

function quiet(log: Log): Logger {
  return new Logger(() => (level, message, meta) => {
    if (level === "error") log.error({ ...meta }, message);
    else if (level === "warning") log.warn({ ...meta }, message);
    else log.debug({ ...meta }, message);
  });
}
