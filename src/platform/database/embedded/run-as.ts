import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { StartRefused } from "../../start-refused.ts";

/** The user PostgreSQL runs as. */
export type RunAs = { uid: number; gid: number };

/**
 * PostgreSQL refuses to run as root, and `initdb` wants a user that has a name. Undefined means "as we are"; as root it
 * is the owner of the existing `folder`, else the first of the usual users this machine has.
 */
export function runAs(folder: string): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (process.platform !== "linux") {
    throw new StartRefused("PostgreSQL does not run as root; start Throughline as another user, or set DATABASE_URL.");
  }
  const owner = statSync(folder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = readUsers();
  const user = ["throughline", "postgres", "nobody"].map((name) => users.get(name)).find(Boolean);
  if (!user) {
    throw new StartRefused(
      'PostgreSQL does not run as root, and this machine has no user to run it as; make one with "useradd --system throughline".',
    );
  }
  return user;
}

/** Whether `user` may enter every folder on the way to `path`; access lists are not considered. */
export function canReach(path: string, user: RunAs): boolean {
  const { uid, gid, mode } = statSync(path);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  const enters = (mode & bit) !== 0;
  return enters && (dirname(path) === path || canReach(dirname(path), user));
}

function readUsers() {
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  return new Map(
    lines
      .map((line) => line.split(":"))
      .map(([name, , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }] as const)
      .filter(([, user]) => user.uid > 0),
  );
}
