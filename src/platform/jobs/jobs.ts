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
  const pool = new pg.Pool({ ...direct, max });
  pool.on("error", lost);
  pool.on("connect", (client) => client.on("error", lost));
  return pool;
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
