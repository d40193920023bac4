import pg from "pg";
import { parseIntoClientConfig } from "pg-connection-string";
import { StartRefused } from "../start-refused.ts";
import type { DatabaseSettings, OpenDatabase } from "./place.ts";
import { ask } from "./roles.ts";

/** The oldest PostgreSQL whose SQL the program writes. */
const oldest = 15;

type Owner = { database: string; role: string; major: number; createsRoles: boolean };

/** Opens the database of DATABASE_URL; makes the role for requests when DATABASE_APP_URL does not name one. */
export async function openGiven(
  settings: DatabaseSettings & { mayMakeRole?: boolean },
  url: string,
): Promise<OpenDatabase> {
  const owner = parseIntoClientConfig(url);
  const direct = settings.databaseDirectUrl ? parseIntoClientConfig(settings.databaseDirectUrl) : owner;
  const who = await askOwner(direct, settings.databaseDirectUrl ? "DATABASE_DIRECT_URL" : "DATABASE_URL");
  if (who.major < oldest) {
    throw new StartRefused(`The database is PostgreSQL ${who.major}; expected ${oldest} or later.`);
  }
  const app = settings.databaseAppUrl
    ? parseIntoClientConfig(settings.databaseAppUrl)
    : await appRoleOf({ owner, direct, who, password: settings.secrets.databaseApp }, settings.mayMakeRole ?? true);
  const appRole = await askAppRole(app, who);
  return {
    owner: { ...owner, max: 3 },
    app: { ...app, max: settings.databasePoolSize },
    direct,
    ownerRole: who.role,
    appRole,
    version: who.major,
    stop: async () => {},
  };
}

async function askOwner(direct: pg.ClientConfig, setting: string): Promise<Owner> {
  try {
    const row = await ask<Owner>(
      direct,
      `select current_database() as database, current_user as role, rolcreaterole or rolsuper as "createsRoles", current_setting('server_version_num')::int / 10000 as major
         from pg_roles where rolname = current_user`,
    );
    return row!;
  } catch (error) {
    throw new StartRefused(`The database of ${setting} cannot be reached: ${reason(error)}.`);
  }
}

/** The name the app role has in the database, which a pooler's user name need not be. */
async function askAppRole(app: pg.ClientConfig, who: Owner): Promise<string> {
  try {
    const row = await ask<{ role: string; database: string }>(
      app,
      "select current_user as role, current_database() as database",
    );
    if (row!.database === who.database) return row!.role;
  } catch (error) {
    throw new StartRefused(`The database cannot be reached as the role for requests: ${reason(error)}.`);
  }
  throw new StartRefused("DATABASE_APP_URL names another database than DATABASE_URL; expected the same.");
}

type Making = { owner: pg.ClientConfig; direct: pg.ClientConfig; who: Owner; password: string };

/** The login role `<database>_app`; beside a running server it is never given another password. */
async function appRoleOf(is: Making, mayMake: boolean): Promise<pg.ClientConfig> {
  const role = `${is.who.database}_app`.slice(-63);
  const app = { ...is.owner, user: role, password: is.password };
  if (await canLogIn(app)) return app;
  if (mayMake) return makeAppRole(is, app);
  throw new StartRefused(
    `The role ${role} does not take the password kept in this data folder; set DATA_DIR to the folder of the running server, or DATABASE_APP_URL.`,
  );
}

/**
 * Makes the role, or gives the one of an earlier start the password of this data folder. The advisory lock keeps two
 * first starts apart.
 */
async function makeAppRole(is: Making, app: pg.ClientConfig & { user: string }): Promise<pg.ClientConfig> {
  const role = app.user;
  const quoted = pg.escapeIdentifier(role);
  const refusal = new StartRefused(
    `The role ${is.who.role} may not make the login role ${role} for requests; ask an administrator to run ` +
      `"create role ${quoted} login password '…'; grant connect on database ${pg.escapeIdentifier(is.who.database)} to ${quoted}" ` +
      "and set DATABASE_APP_URL to it.",
  );
  if (!is.who.createsRoles) throw refusal;
  const client = new pg.Client(is.direct);
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(hashtext('throughline app role'))");
    const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role]);
    const password = pg.escapeLiteral(is.password);
    await client.query(`${rowCount ? "alter" : "create"} role ${quoted} login password ${password}`);
    await client.query(`grant connect on database ${pg.escapeIdentifier(is.who.database)} to ${quoted}`);
    await client.query("commit");
  } catch (error) {
    if ((error as { code?: string }).code === "42501") throw refusal;
    throw error;
  } finally {
    await client.end();
  }
  return app;
}

async function canLogIn(config: pg.ClientConfig) {
  try {
    await ask(config, "select 1");
    return true;
  } catch {
    return false;
  }
}

function reason(error: unknown) {
  const { message, code } = error as { message?: string; code?: string };
  return message || code || String(error);
}
