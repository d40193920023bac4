/**
 * Imports a folder of published OKRs twice, each file into an organisation of its own on a real database, and prints
 * what was found, what was made, and what the second time changed (nothing).
 *
 *   node test/trial/import-real-okrs.ts FOLDER
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pino } from "pino";
import { openDatabase } from "../../src/platform/database/connect.ts";
import { newId } from "../../src/platform/ids.ts";
import { loadSettings } from "../../src/settings.ts";
import counts from "../real-okrs/counts.json" with { type: "json" };
import { tableSums, told } from "../support/furnish.ts";
import { type House, type Organisation, openHouse } from "../support/house.ts";
import { newCycle } from "../support/okrs.ts";
import { ownFolder } from "../support/served.ts";

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("Say which folder holds the published files: node test/trial/import-real-okrs.ts FOLDER");
  process.exit(2);
}
const counted = new Map<string, { objectives: number; keyResults: number }>(Object.entries(counts));
const own = ownFolder();
const settings = loadSettings({ ...process.env, DATA_DIR: own.folder, DATABASE_URL: "" });
const house = await openHouse({ place: await openDatabase(settings, pino({ level: "error" })) });
try {
  const rows = [];
  for (const file of filesOf(folder)) rows.push(await trial(house, folder, file));
  console.table(rows);
} finally {
  await house.close();
  own.remove();
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

async function trial(house: House, folder: string, file: string) {
  const organisation = await house.organisation(file);
  const cycleId = await newCycle(organisation, { name: "The cycle of the trial" });
  const bytes = readFileSync(join(folder, file));
  const sent = { fileName: file, content: bytes.toString("base64"), cycleId };
  const seen = await told(organisation.owner.ask, "POST", "/imports/preview", { id: newId(), ...sent });
  const create = everythingIn(seen.missing);
  const planned = await told(organisation.owner.ask, "POST", "/imports/preview", { id: newId(), ...sent, create });
  const begun = performance.now();
  const made = await told(organisation.owner.ask, "POST", "/imports", { id: newId(), ...sent, create });
  const milliseconds = Math.round(performance.now() - begun);
  const once = await everything(house, organisation);
  const again = await told(organisation.owner.ask, "POST", "/imports", { id: newId(), ...sent, create });
  const twice = await everything(house, organisation);
  const stored = await storedIn(house, organisation);
  const expected = counted.get(file);
  return {
    file,
    "objectives made / counted": `${stored.objectives} / ${expected?.objectives ?? "–"}`,
    "key results": `${stored.keyResults} / ${expected?.keyResults ?? "–"}`,
    initiatives: stored.initiatives,
    links: stored.links,
    "read once": planned.counts.understood - sum(planned.rows),
    "kept aside": made.keptAside,
    "refused late": made.keptAside - planned.counts.keptAside,
    "new teams, members, cycles": `${made.made.teams} ${made.made.members} ${made.made.cycles}`,
    "second time": sum(again.rows, ["create", "changed"]) === 0 && once === twice ? "nothing" : "CHANGED",
    ms: milliseconds,
  };
}

// biome-ignore lint/suspicious/noExplicitAny: the shape is the contract's; here it is only sent back.
function everythingIn(missing: any) {
  return {
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    members: missing.members.map(({ written, name }: any, at: number) => ({
      written,
      name,
      email: `member-${at}@trial.example`,
    })),
    teams: missing.teams.map(({ name }: { name: string }) => name),
    cycles: missing.cycles.flatMap(({ name, proposal }: { name: string; proposal: object | null }) =>
      proposal ? [{ name, ...proposal }] : [],
    ),
  };
}

function sum(rows: Record<string, Record<string, number>>, actions = ["create", "changed", "unchanged", "already"]) {
  return Object.values(rows).reduce(
    (total, counts) => total + actions.reduce((all, action) => all + (counts[action] ?? 0), 0),
    0,
  );
}

/** All that is stored, without the list of imports and what is recorded of it. */
async function everything(house: House, { id }: Organisation): Promise<string> {
  await house.feed.settled(id);
  const { import: _, event: __, ...tables } = await tableSums(house, id);
  return JSON.stringify(tables);
}

async function storedIn(house: House, { id }: Organisation) {
  const { rows } = await house.sql.query(
    `select (select count(*)::int from objective where organisation_id = $1) as objectives,
      (select count(*)::int from key_result where organisation_id = $1) as "keyResults",
      (select count(*)::int from initiative where organisation_id = $1) as initiatives,
      (select count(*)::int from support where organisation_id = $1) as links`,
    [id],
  );
  return rows[0];
}
