/** Files of OKRs through the contract: what is shown first, what is made, what is refused, and that nothing is doubled. */
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { tableSums } from "../../../test/support/furnish.ts";
import { type House, type Organisation, openHouse, type Person } from "../../../test/support/house.ts";
import { newCycle } from "../../../test/support/okrs.ts";
import { newId } from "../../platform/ids.ts";

let house: House;
let osier: Organisation;
let cycleId: string;

beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  osier = await house.organisation();
  cycleId = await newCycle(osier);
});
afterAll(() => house.close());

const example = (name: string) => readFileSync(new URL(`./examples/${name}`, import.meta.url));

interface Said {
  by?: Person;
  id?: string;
  fileName?: string;
  [more: string]: unknown;
}

function send(path: string, file: string | Uint8Array, { by = osier.champion, ...said }: Said = {}) {
  const content = Buffer.from(file).toString("base64");
  return by.ask("POST", path, { id: newId(), fileName: "okrs.csv", content, cycleId, ...said });
}
const preview = (file: string | Uint8Array, said?: Said) => send("/imports/preview", file, said);
const importFile = (file: string | Uint8Array, said?: Said) => send("/imports", file, said);

const rowsOf = async (table: string) =>
  (await house.sql.query(`select * from ${table} where organisation_id = $1 order by created_at, id`, [osier.id])).rows;

/** Everything a file can change: not the list of imports itself, nor what is recorded of it. */
async function okrs() {
  await house.feed.settled(osier.id);
  const { import: _, event: __, import_source: ___, ...sums } = await tableSums(house, osier.id);
  return sums;
}

const small = "Objective,Key result,Owner,Start,Target,Unit\nMornings are calm,Calls before nine,,40,10,calls\n";

describe("a dry run", () => {
  it("says what would be made, what to look at with its fix, and what is missing; and saves nothing", async () => {
    const before = await tableSums(house, osier.id);
    const { status, body } = await preview(example("columns-de.csv"), { by: osier.owner });
    expect(status).toBe(200);
    expect(body.counts).toEqual({ read: 7, understood: 5, guessed: 5, keptAside: 2 });
    expect(body.rows.objective).toEqual({ create: 2, changed: 0, unchanged: 0, already: 0 });
    expect(body.missing).toMatchObject({
      members: [
        { written: "mira@haus.example", name: "Mira", email: "mira@haus.example", nearest: null },
        { written: "ole@haus.example", name: "Ole" },
        { written: "ren@haus.example", name: "Ren" },
      ],
      teams: [{ name: "Empfang" }, { name: "Küche" }],
      cycles: [],
    });
    expect(body.columns[5]).toEqual({
      header: "Baseline / Goal",
      field: "start-and-target",
      from: "known",
      example: "22 → 32,5 %",
      filled: 4,
    });
    expect(body.lookAt.filter(({ as }: { as: string }) => as === "kept-aside")).toMatchObject([
      { line: 5, kind: "health-metric", fixes: [{ fix: "health-metric", label: "Health metric" }] },
      { line: 7, kind: "key-result", fixes: [{ fix: "find-a-baseline" }] },
    ]);
    expect(body.tree[0]).toMatchObject({ depth: 0, kind: "objective", title: "Gäste kommen wieder", action: "create" });
    expect(body.can).toEqual({ createMembers: true, createTeams: true });
    expect(await tableSums(house, osier.id)).toEqual(before);
  });

  it("keeps aside what would have no cycle, and proposes the days of one that is named", async () => {
    expect((await preview(small, { cycleId: null })).body).toMatchObject({
      withoutCycle: 1,
      counts: { understood: 0, keptAside: 2 },
    });
    const named = await preview("Objective,Cycle\nMornings are calm,2028 Q3\nEvenings too,Summer term\n");
    expect(named.body.missing.cycles).toEqual([
      { name: "Q3 2028", rows: 1, proposal: { kind: "quarter", startsOn: "2028-07-01", endsOn: "2028-09-30" } },
      { name: "Summer term", rows: 1, proposal: null },
    ]);
    expect(named.body.lookAt[0].reasons).toEqual([
      "“Q3 2028” is no cycle yet. Have it made, or choose one that is there.",
    ]);
  });

  it("applies the steps that a person takes: a fix, a line written differently, an owner, a team, a cycle", async () => {
    const file =
      "Objective,Key result,Owner,Team,Cycle,Start,Target\nCalm,Calls,@boss,Desk,Q9,5,5\nCalm,Beds,,Desk,Q9,,\n";
    const said = {
      members: { "@boss": osier.owner.id },
      teams: { desk: osier.team.id },
      cycles: { q9: cycleId },
      fixes: [{ line: 2, fix: "health-metric" }],
      edits: [{ line: 3, text: "Calm,Beds made,,Desk,Q9,10,40" }],
    };
    const { body } = await preview(file, said);
    expect(body.counts).toMatchObject({ understood: 3, keptAside: 0 });
    expect(body.missing).toEqual({ members: [], teams: [], cycles: [] });
    await importFile(file, said);
    expect(await rowsOf("objective")).toMatchObject([{ title: "Calm", level: "team", team_id: osier.team.id }]);
    expect(await rowsOf("health_metric")).toMatchObject([{ title: "Calls", owner_id: osier.owner.id }]);
    expect(await rowsOf("key_result")).toMatchObject([{ title: "Beds made", target_value: "40.0000000000" }]);
  });

  it("offers whom a misspelt name may mean, and connects a row to an objective that is there", async () => {
    const ana = await osier.addMember("member", "Ana Reis");
    await importFile("Objective\nDelight customers\n");
    const [objective] = await rowsOf("objective");
    const file = "Type,Title,Parent,Owner\nKey result,Answer 5 letters,Delight customer,Ana Reyis\n";
    const { body } = await preview(file);
    expect(body.lookAt).toMatchObject([{ line: 2, as: "kept-aside", fixes: [{ fix: "connect" }] }]);
    const fixes = [{ line: 2, fix: "connect", objectiveId: objective.id }];
    const connected = (await preview(file, { fixes })).body;
    expect(connected.lookAt[0].fixes).toMatchObject([
      { fix: "use-member", label: "Ana Reis", written: "Ana Reyis", memberId: ana.id },
    ]);
    await importFile(file, { fixes, members: { "Ana Reyis": ana.id } });
    expect(await rowsOf("key_result")).toMatchObject([{ objective_id: objective.id, owner_id: ana.id }]);
  });

  it("says who imported exactly this file before", async () => {
    const { body } = await importFile(small);
    expect((await preview(small)).body.importedBefore).toMatchObject({ id: body.id, member: { name: "The champion" } });
  });
});

describe("an import", () => {
  it("makes objectives, key results, links and initiatives, and tells who brought them in by what way", async () => {
    const made = await importFile(example("headings.md"), { fileName: "q1.md" });
    expect(made.status).toBe(200);
    const { rows } = await house.sql.query("select kind, via, actor_id from event where organisation_id = $1", [
      osier.id,
    ]);
    const ofImport = rows.filter(({ via }) => via === "import");
    const kinds = ["import-made", "initiative-created", "key-result-created", "objective-created", "support-created"];
    expect([...new Set(ofImport.map(({ kind }) => kind))].sort()).toEqual(kinds);
    expect(new Set(ofImport.map(({ actor_id }) => actor_id))).toEqual(new Set([osier.champion.id]));
    expect(made.body).toMatchObject({ fileName: "q1.md", kind: "markdown", member: { id: osier.champion.id } });
    expect((await osier.champion.ask("GET", `/imports/${made.body.id}`)).body).toEqual(made.body);
    const { lines: _, notes: __, ...listed } = made.body;
    expect((await osier.champion.ask("GET", "/imports")).body).toEqual({ items: [listed], next: null });
  });

  it("keeps every line it did not take, with a reason, and every remark that has no field of its own", async () => {
    const { body } = await importFile(example("columns-de.csv"));
    expect(body.lines).toMatchObject([
      { line: 5 },
      { line: 7, reason: expect.stringMatching(/^A target is a number/) },
    ]);
    expect(body.notes).toContainEqual({ line: 3, title: "Anteil der Stammgäste", text: "Ampel: grün" });
    expect(body.notes).toContainEqual({ line: 3, title: "Anteil der Stammgäste", text: "Due: 2027-03-31" });
  });

  it("makes the members, teams and cycles that were missing; the members wait for their invitation", async () => {
    const create = {
      members: [{ written: "@mira", name: "Mira Tan", email: "mira@example.test" }],
      teams: ["Desk"],
      cycles: [{ name: "Q3 2027", kind: "quarter", startsOn: "2027-07-05", endsOn: "2027-09-26" }],
    };
    const file = "Objective,Key result,Owner,Team,Cycle,Start,Target\nCalm,Calls,@mira,Desk,Q3 2027,40,10\n";
    const { body } = await importFile(file, { by: osier.owner, create });
    expect(body.made).toEqual({ members: 1, teams: 1, cycles: 1 });
    const members = (await osier.owner.ask("GET", "/members?search=mira")).body.items;
    expect(members).toMatchObject([{ name: "Mira Tan", signsIn: false, role: "member" }]);
    expect(await rowsOf("key_result")).toMatchObject([{ owner_id: members[0].id }]);
    expect(await rowsOf("cycle")).toMatchObject([{ name: "Q1 2027" }, { name: "Q3 2027", state: "planning" }]);
    const again = await importFile(file, { by: osier.owner, create });
    expect(again.body).toMatchObject({
      made: { members: 0, teams: 0, cycles: 0 },
      rows: { objective: { unchanged: 1 } },
    });
  });

  it("gives the rows of somebody who is no member yet to the one who imports", async () => {
    await importFile("Objective,Key result,Owner,Target\nCalm,Calls answered,Nobody Yet,10\nCalm,Beds made,,10\n");
    const owners = (await rowsOf("key_result")).map(({ owner_id }) => owner_id);
    expect(owners).toEqual([osier.champion.id, null]);
  });

  it("leaves a nested objective contributing to the one above, and an initiative betting on its key results", async () => {
    await importFile(example("headings.md"), { fileName: "q1.md" });
    expect(await rowsOf("support")).toMatchObject([{ mode: "contributes", weight: "1.00" }]);
    await importFile("Type,Title,Parent\nObjective,Run,\nKey result,Sell 5 tents,Run\nInitiative,Open a shop,Run\n");
    const { rows } = await house.sql.query(
      "select k.title from bet b join key_result k on k.id = b.key_result_id join initiative i on i.id = b.initiative_id where i.organisation_id = $1 and i.title = 'Open a shop'",
      [osier.id],
    );
    expect(rows).toEqual([{ title: "Sell 5 tents" }]);
  });

  it("keeps aside what a closed cycle no longer takes", async () => {
    const closed = await newCycle(osier, { name: "Q4 2026", startsOn: "2026-10-05", endsOn: "2026-12-27" }, [
      "active",
      "closing",
      "closed",
    ]);
    const { body } = await importFile(small, { cycleId: closed });
    expect(body.lines).toMatchObject([
      { line: 2, reason: "Its cycle is closed. Choose another, or make a new one." },
      { line: 2, reason: "It stands below a line that is kept aside." },
    ]);
    expect(await rowsOf("objective")).toEqual([]);
  });

  it("remembers which column is which", async () => {
    const file = "Wunsch,Kennzahl,Von,Nach\nRuhige Morgen,Anrufe,40,10\n";
    expect((await preview(file)).body.counts.understood).toBe(0);
    await importFile(file, { columns: { Wunsch: "objective", Kennzahl: "key-result", Von: "start", Nach: "target" } });
    const { body } = await preview("Wunsch,Kennzahl,Von,Nach\nRuhige Abende,Anrufe,40,10\n");
    expect(body.columns.map(({ from }: { from: string }) => from)).toEqual(Array(4).fill("remembered"));
    expect(body.counts.understood).toBe(2);
  });
});

describe("the same file again", () => {
  it.each(["columns-de.csv", "typed.csv", "table.md", "headings.md", "labels.md", "lists.md", "guide.md"])(
    "changes nothing: %s",
    async (name) => {
      await importFile(example(name), { fileName: name });
      const before = await okrs();
      const again = await importFile(example(name), { fileName: name });
      const counts = Object.values(again.body.rows) as { create: number; changed: number }[];
      expect(counts.map(({ create, changed }) => create + changed)).toEqual([0, 0, 0, 0]);
      expect(await okrs()).toEqual(before);
    },
  );

  it("sent twice at once is imported once", async () => {
    await Promise.all([importFile(small), importFile(small)]);
    expect(await rowsOf("objective")).toHaveLength(1);
  });

  it("under the same id is the same import, and with another body a conflict", async () => {
    const id = newId();
    const first = await importFile(small, { id });
    expect((await importFile(small, { id })).body).toEqual(first.body);
    expect((await importFile(`${small}Calm evenings,,,,,\n`, { id })).status).toBe(409);
  });

  it("changes only what the file changed, whatever people did since", async () => {
    await importFile(small);
    const [keyResult] = await rowsOf("key_result");
    await osier.champion.ask("PATCH", `/key-results/${keyResult.id}`, { version: 1, unit: "rings" });
    const { body } = await importFile(small.replace("40,10", "40,5"));
    expect(body.rows["key-result"]).toEqual({ create: 0, changed: 1, unchanged: 0, already: 0 });
    expect(await rowsOf("key_result")).toMatchObject([{ unit: "rings", target_value: "5.0000000000" }]);
    expect((await importFile(small.replace("40,10", "40,5"))).body.rows["key-result"].unchanged).toBe(1);
  });

  it("changes a target with a reason once there are check-ins, and says why it cannot change a start", async () => {
    await importFile(small);
    const [keyResult] = await rowsOf("key_result");
    const report = { id: newId(), value: "30", confidence: 7 };
    await osier.champion.ask("POST", `/key-results/${keyResult.id}/check-ins`, report);
    await importFile(small.replace("40,10", "40,5"), { fileName: "new.csv" });
    const { body } = await osier.champion.ask("GET", `/key-results/${keyResult.id}`);
    expect(body).toMatchObject({ measure: { start: "40", target: "5" }, current: "30" });
    expect(body.targetChanges).toMatchObject([{ reason: "“new.csv” says so.", before: { target: "10" } }]);
    const other = await importFile(small.replace("40,10", "50,5"));
    expect(other.body.lines).toMatchObject([{ line: 2, reason: expect.stringMatching(/^Expected the measure/) }]);
  });

  it("leaves alone what is there under the same title, and brings back what was removed since", async () => {
    await osier.champion.ask("POST", "/objectives", {
      id: newId(),
      cycleId,
      title: "Mornings are calm",
      level: "company",
    });
    const { body } = await importFile(small);
    expect(body.rows).toMatchObject({ objective: { already: 1 }, "key-result": { create: 1 } });
    const [keyResult] = await rowsOf("key_result");
    await osier.champion.ask("DELETE", `/key-results/${keyResult.id}`);
    expect((await importFile(small)).body.rows["key-result"].create).toBe(1);
  });
});

describe("refused in the same words by preview and import", () => {
  const zip = (part: string) => Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.from(part)]);
  const aRow = (at: number) => `Calm ${at},Calls before nine in house ${at},0,${at + 1}\n`;
  const fiveMegabytes = `Objective,Key result,Start,Target\n${Array.from({ length: 90_000 }, (_, at) => aRow(at)).join("")}`;

  it.each([
    [
      "a PDF",
      Buffer.from("%PDF-1.7\n..."),
      "This is a PDF. Export the OKRs as CSV, or copy them into a Markdown file.",
    ],
    [
      "a spreadsheet",
      zip("xl/workbook.xml"),
      "This is a spreadsheet. Save its sheet as CSV (UTF-8) and choose that file.",
    ],
    ["an empty file", "", "The file is empty. Choose another one."],
    ["bytes that are no text", new Uint8Array(3000).map((_, at) => (at * 7) % 32), "This is no text."],
    ["more than 5 MB", "a".repeat(5_000_001), "Split the file, for example by cycle or by team, and import the parts."],
    ["more rows than one import takes", fiveMegabytes.slice(0, 4_999_000), "Split the file"],
  ])("%s", async (_what, file, todo) => {
    for (const asked of [preview, importFile]) {
      const { status, body } = await asked(file);
      expect(status).toBe(422);
      expect(body.problems).toMatchObject([{ field: "file", todo: expect.stringContaining(todo) }]);
    }
    expect(await rowsOf("objective")).toEqual([]);
  });

  it.each([
    ["what is no base64", { content: "Objective,Key result" }, "content"],
    ["a column that holds nothing we know", { columns: { Ziel: "dream" } }, "columns.Ziel"],
    ["a line before the first", { edits: [{ line: 0, text: "x" }] }, "edits.0.line"],
    ["a fix nobody knows", { fixes: [{ line: 2, fix: "guess" }] }, "fixes.0.fix"],
    ["a cycle of nowhere", { cycleId: newId() }, "cycleId"],
    ["a member of nowhere", { members: { Ana: newId() } }, "members.Ana"],
    ["an objective of nowhere", { fixes: [{ line: 2, fix: "connect", objectiveId: newId() }] }, "fixes.0.objectiveId"],
  ])("%s", async (_what, said, field) => {
    for (const asked of [preview, importFile]) {
      const { status, body } = await asked(small, said);
      expect([status, body.problems?.[0]?.field]).toEqual([422, field]);
    }
  });

  it("a member, team or cycle of another organisation, which is told nothing", async () => {
    const other = await house.organisation();
    const theirs = await newCycle(other);
    for (const said of [{ cycleId: theirs }, { members: { Ana: other.owner.id } }, { teams: { A: other.team.id } }]) {
      const { status, body } = await importFile(small, said);
      expect([status, body.problems?.[0]?.expected]).toEqual([422, "one that is there"]);
    }
    const { body } = await importFile(small);
    expect((await other.champion.ask("GET", `/imports/${body.id}`)).status).toBe(404);
    expect((await importFile(small, { by: other.champion, cycleId: theirs })).body.rows.objective.create).toBe(1);
  });

  it("teams and members that only an owner or admin makes", async () => {
    const file = "Objective,Owner,Team\nCalm,ana@example.test,Desk\n";
    const make = { members: [], teams: [], cycles: [] };
    const ana = { written: "ana@example.test", name: "Ana", email: "ana@example.test" };
    expect((await importFile(file, { create: { ...make, teams: ["Desk"] } })).status).toBe(403);
    expect((await importFile(file, { create: { ...make, members: [ana] } })).status).toBe(403);
    expect(await rowsOf("objective")).toEqual([]);
  });

  it("a cycle that cannot be, named by its place, with nothing half-saved", async () => {
    const file = "Objective,Team,Cycle\nCalm,Desk,Q7\n";
    const cycles = [{ name: "Q7", kind: "quarter", startsOn: "2027-03-01", endsOn: "2027-02-01" }];
    const create = { members: [], teams: ["Desk"], cycles };
    const { status, body } = await importFile(file, { by: osier.owner, create });
    expect([status, body.problems[0].field]).toEqual([422, "create.cycles.0.endsOn"]);
    expect((await rowsOf("team")).map(({ name }) => name)).not.toContain("Desk");
  });
});

describe("a long import", () => {
  const long = `Objective,Key result,Start,Target\n${Array.from({ length: 800 }, (_, at) => `Calm,Calls ${at},0,${at + 1}\n`).join("")}`;

  it("says how far it is, and stopped leaves nothing", async () => {
    const id = newId();
    const importing = importFile(long, { id });
    const progress = async () => (await osier.champion.ask("GET", `/imports/${id}/progress`)).body;
    let seen = await progress();
    while (seen.phase !== "saving" || seen.share === 0) {
      await pause(5);
      seen = await progress();
    }
    expect(seen.share).toBeLessThan(1);
    expect((await osier.owner.ask("DELETE", `/imports/${id}/progress`)).body).toEqual({ stopped: false });
    expect((await osier.champion.ask("DELETE", `/imports/${id}/progress`)).body).toEqual({ stopped: true });
    expect(await importing).toMatchObject({
      status: 409,
      body: { title: "The import was stopped. Nothing was saved." },
    });
    expect([...(await rowsOf("objective")), ...(await rowsOf("key_result"))]).toEqual([]);
    expect(await progress()).toEqual({ phase: "none", share: 0 });
  });
});

describe("a large file", () => {
  const objectives = Array.from({ length: 60 }, (_, at) => at);
  const rows = objectives.flatMap((at) =>
    Array.from(
      { length: 9 },
      (_, of) =>
        `Desk ${at} is calm,Calls of kind ${of} at desk ${at},${of + 10},${of},${at % 6 ? `Desk ${at - (at % 6)} is calm` : ""}`,
    ),
  );
  const file = `Objective,Key result,Start,Target,Parent\n${rows.join("\n")}\n`;

  it("asks the database for little more than what it writes, and has the coach read it afterwards", async () => {
    const before = house.database.statements();
    const { status } = await importFile(file.replaceAll("Desk", "Table"));
    expect(status).toBe(200);
    expect(house.database.statements() - before).toBeLessThan(2 * 600);
    const findable = "select 1 from title_word w where w.organisation_id = $1 and w.word = 'calls'";
    expect((await house.sql.query(findable, [osier.id])).rowCount).toBe(540);
    const reading = "select 1 from graphile_worker.jobs where key = 'read key results again'";
    expect((await house.sql.query(reading)).rowCount).toBe(1);
  });

  it("keeps the order of its lines, is linked whole, and lets PostgreSQL look at the tables", async () => {
    const { status, body } = await importFile(file);
    expect([status, body.rows?.objective.create, body.rows?.["key-result"].create]).toEqual([200, 60, 540]);
    const inOrder = async (table: string, within: string) => {
      const sql = `select title from ${table} where organisation_id = $1 order by ${within}, rank`;
      return (await house.sql.query(sql, [osier.id])).rows.map(({ title }) => title);
    };
    expect(await inOrder("objective", "cycle_id")).toEqual(objectives.map((at) => `Desk ${at} is calm`));
    const first = await house.sql.query(
      "select k.title from key_result k join objective o on o.id = k.objective_id where o.organisation_id = $1 and o.title = 'Desk 7 is calm' order by k.rank",
      [osier.id],
    );
    expect(first.rows.map(({ title }) => title)).toEqual(
      Array.from({ length: 9 }, (_, of) => `Calls of kind ${of} at desk 7`),
    );
    expect((await rowsOf("support")).length).toBe(50);
    const waiting = await house.sql.query(
      "select 1 from graphile_worker.jobs where task_identifier = 'know-the-tables'",
    );
    expect(waiting.rowCount).toBe(1);
  });
});
