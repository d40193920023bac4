import type pg from "pg";
import type { Settings } from "../../settings.ts";

/** Where the database is and who may do what in it. */
export type OpenDatabase = {
  /** Owns the tables and runs migrations; never serves a request. */
  owner: pg.PoolConfig;
  /** Serves requests: owns nothing, obeys row level security. */
  app: pg.PoolConfig;
  /** The owner past any connection pooler: migrations, the job worker, LISTEN. */
  direct: pg.ClientConfig;
  ownerRole: string;
  /** Role name of `app`, for the grants in migrations. */
  appRole: string;
  /** PostgreSQL's major version, 15 or later. */
  version: number;
  /** Stops the embedded server, if it is ours, and gives the data folder back. */
  stop(): Promise<void>;
};

/** What of the settings decides where the database is. */
export type DatabaseSettings = Pick<
  Settings,
  "dataFolder" | "databaseUrl" | "databaseAppUrl" | "databaseDirectUrl" | "databasePoolSize" | "secrets"
>;
