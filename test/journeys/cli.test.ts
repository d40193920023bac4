/** The line end to end from a terminal: the real program, run through the link npm would make, against a real server. */
import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Organisation, Person } from "../support/house.ts";
import * as line from "../support/line-journey.ts";
import { openServedHouse, ownFolder, runProgram, throughline } from "../support/served.ts";

let house: Awaited<ReturnType<typeof openServedHouse>>;
let osier: Organisation;
const elsewhere = ownFolder();
const program = join(elsewhere.folder, "bin/throughline");

beforeAll(async () => {
  mkdirSync(join(elsewhere.folder, "bin"));
  symlinkSync(throughline, program);
  house = await openServedHouse();
  osier = await house.organisation("Osier");
});
afterAll(async () => {
  await house?.close();
  elsewhere.remove();
});

/** As this person, from a folder that has nothing to do with the project. */
function terminalOf(person: Person, input?: string) {
  const env = { THROUGHLINE_URL: house.address, THROUGHLINE_TOKEN: person.token, XDG_CONFIG_HOME: elsewhere.folder };
  const run = (...args: string[]) => runProgram(program, args, { env, cwd: elsewhere.folder, input });
  const done = async (...args: string[]) => {
    const { code, out, err } = await run(...args);
    expect(code, `throughline ${args.join(" ")}\n${err}`).toBe(0);
    return out;
  };
  const json = async (...args: string[]) => JSON.parse(await done(...args, "--json"));
  return { run, done, json };
}

describe("in the terminal", () => {
  it("a vision becomes a check-in, and today, map and objective show it", async () => {
    const { done, json } = terminalOf(osier.champion);
    await done("vision", "set", "--text", line.vision, "--version", "0");
    await terminalOf(osier.champion, line.mission).done("mission", "set", "--text", "-", "--version", "0");
    const imperative = await json("imperatives", "create", "--statement", line.imperative);
    const { name, kind, startsOn, endsOn } = line.cycle;
    const dates = ["--starts-on", startsOn, "--ends-on", endsOn];
    const cycle = await json("cycles", "create", "--name", name, "--kind", kind, ...dates);
    await done("cycles", "set-state", cycle.id, "--version", String(cycle.version), "--state", "active");
    const owner = ["--owner-id", osier.champion.id];
    const { title, why } = line.objective;
    const words = ["--level", "company", "--title", title, "--why", why];
    const objective = await json("objectives", "create", "--cycle-id", cycle.id, ...words, ...owner);
    for (const { title, measure, ...rest } of [line.activation, line.guide, line.churn]) {
      const unit = "unit" in rest ? ["--unit", rest.unit] : [];
      const asked = ["--title", title, "--measure", JSON.stringify(measure), ...unit, ...owner];
      expect(await done("key-results", "create", objective.id, ...asked)).toContain(title);
    }
    const parent = JSON.stringify({ kind: "imperative", id: imperative.id });
    await done("supports", "create", "--objective-id", objective.id, "--parent", parent);

    expect(await done("due")).toContain(line.activation.title);
    const { value, confidence, whatChanged } = line.report;
    const told = ["--confidence", String(confidence), "--what-changed", whatChanged];
    expect(await done("check-in", "clinics finish setup", value, ...told)).toBe(
      `Checked in on ${line.activation.title}: 43, progress 50 %.\n`,
    );
    await house.feed.settled(osier.id);

    line.expectTheLine({
      today: await json("today"),
      map: await json("map", "--cycle-id", cycle.id),
      objective: await json("objectives", "get", objective.id),
      line: await json("line-of", "objective", objective.id),
    });
    const today = await done("today");
    expect(today).toMatch(/^2027-02-16, Q1 2027, week 7 of 12\n/);
    expect(today).toMatch(/Clinics that finish setup unaided +43 % +50 % +\d+ % +– +\w/);
    const map = (await done("map")).split("\n");
    expect(map).toContain(`Vision: ${line.vision}`);
    expect(map).toContain(line.imperative);
    expect(map.find((each) => each.includes(title))).toMatch(/^ {2}Clinics start unaided, The champion {2}.+ 17 %$/);
    expect(map.find((each) => each.includes(line.activation.title))).toMatch(/: 43 % {2}.+ 50 %$/);
  });

  it("checks in on steps by their numbers, and on thresholds", async () => {
    const { done, json } = terminalOf(osier.champion);
    expect(await done("check-in", line.guide.title, "1,3", "--confidence", "5")).toContain("progress 50 %");
    // The same title in a cycle that is planned takes no check-ins, and is not meant.
    const next = ["--name", "Q2 2027", "--kind", "quarter", "--starts-on", "2027-04-01", "--ends-on", "2027-06-30"];
    const later = await json("cycles", "create", ...next);
    const owner = ["--owner-id", osier.champion.id];
    const again = ["--level", "company", "--title", line.objective.title, ...owner];
    const planned = await json("objectives", "create", "--cycle-id", later.id, ...again);
    const measured = ["--measure", JSON.stringify(line.churn.measure), ...owner];
    await done("key-results", "create", planned.id, "--title", line.churn.title, ...measured);
    expect(await done("check-in", line.churn.title, "1.4", "--confidence", "9")).toContain(": 1.4, progress 100 %");
    expect((await json("due")).items).toEqual([]);
    expect(await done("due")).toBe("Nothing is due.\n");
  });

  it("lists as a table, and all of it on one page or the next", async () => {
    const { done } = terminalOf(osier.member);
    const [headings, ...rows] = (await done("members", "list")).trimEnd().split("\n");
    expect(headings).toMatch(/^name +email +role +time zone/);
    expect(rows).toHaveLength(6);
    const columns = new Set(rows.map((row) => row.indexOf("Europe/Lisbon")));
    expect([...columns]).toEqual([headings?.indexOf("time zone")]);
    expect(await done("members", "list", "--limit", "2")).toMatch(/More follows: add --after '.+'/);
  });

  it.each([
    [
      "a wrong date",
      ["cycles", "create", "--name", "Q2", "--kind", "quarter", "--starts-on", "2027-04-01", "--ends-on", "2027-02-30"],
      2,
      /^--ends-on: expected a day that exists, written YYYY-MM-DD\. /,
    ],
    [
      "words of no key result",
      ["check-in", "nothing like it", "3", "--confidence", "5"],
      2,
      /^key-result: expected an id, or words/,
    ],
    [
      "words of several key results",
      ["check-in", "clinics", "3", "--confidence", "5"],
      2,
      /found in 2\. Give more words/,
    ],
    [
      "a value with its unit",
      ["check-in", "finish setup", "12,5 %", "--confidence", "5"],
      2,
      /^value: expected a number such as 12\.5/,
    ],
    [
      "a confidence of 11",
      ["check-in", "finish setup", "12", "--confidence", "11"],
      2,
      /^--confidence: expected a whole number from 0/,
    ],
    ["a missing confidence", ["check-in", "finish setup", "12"], 2, /^--confidence: expected a whole number/],
    [
      "a step that is not there",
      ["check-in", "setup guide", "7", "--confidence", "5"],
      2,
      /^value: expected numbers from 1 to 4/,
    ],
    ["broken JSON", ["supports", "create", "--objective-id", "x", "--parent", "{kind"], 2, /^--parent: expected JSON/],
    [
      "an unknown id",
      ["objectives", "get", "01936f0e-7d7b-7cc1-a1f0-0242ac120002"],
      2,
      /^There is nothing here, or it is not yours/,
    ],
    ["an option that is none", ["members", "list", "--q", "Rui"], 2, /unknown option '--q'/],
    ["an unknown command", ["objectiv"], 2, /unknown command/],
    ["a check-in that nobody can be asked about", ["check-in"], 2, /^key-result: expected/],
  ])("refuses %s on the side, with its exit code", async (_what, args, code, says) => {
    const ran = await terminalOf(osier.champion).run(...args);
    expect(ran.err).toMatch(says);
    expect(ran).toMatchObject({ code, out: "" });
  });

  it("refuses what a role may not, and shows nothing of another organisation", async () => {
    const refused = await terminalOf(osier.member).run("vision", "set", "--text", "Mine", "--version", "1");
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("Your role does not allow this.") });
    const alder = await house.organisation("Alder");
    expect(await terminalOf(alder.champion).done("objectives", "list")).toContain("Nothing here.");
  });

  it("obeys no control characters that people write into titles", async () => {
    const { done } = terminalOf(osier.champion);
    await done("imperatives", "create", "--statement", "Red \u001b[31malert\u0007");
    const out = await done("imperatives", "list");
    expect(out).toContain("Red [31malert");
    expect(out).not.toContain("\u001b");
  });
});

describe("importing a file", () => {
  const file = join(elsewhere.folder, "objectives.csv");
  const csv = [
    "Objective,Key result,Owner,Team,Cycle,Start,Target,Ampel",
    "Clinics come back,Clinics that renew,,Harbour,Q1 2027,60 %,80 %,green",
    ",Days until the first answer,,Harbour,Q1 2027,5,2,red",
  ].join("\n");

  it("shows first what would come in, brings it in, and then changes nothing more", async () => {
    const alder = await house.organisation("Alder");
    const { done, json } = terminalOf(alder.owner);
    writeFileSync(file, csv);
    const preview = await done("import", file, "--dry-run");
    expect(preview).toMatch(/^objectives\.csv: 3 of 3 rows understood, 0 kept aside\./);
    expect(preview).toContain("To be made first (--create makes it):\n  team Harbour, in");
    expect(preview).toContain("cycle Q1 2027, 2027-01-01 to 2027-03-31, in");
    const champions = terminalOf(alder.champion);
    const byOthers = "To be made first by an owner or admin:\n  team Harbour, in";
    expect(await champions.done("import", file, "--dry-run", "--create")).toContain(byOthers);
    expect(await champions.run("import", file, "--create")).toMatchObject({
      code: 2,
      err: "--create: expected an owner or admin, to make team Harbour. Ask one of them to add it first.\n",
    });
    const whole = await done("import", file, "--dry-run", "--create");
    expect(whole).toMatch(/^objectives\.csv: 3 of 3 rows understood/);
    expect(whole).toMatch(/objective +1 +0 +0 +0/);
    expect(whole).toMatch(/key result +2 +0 +0 +0/);
    expect(whole).toContain("+   – Clinics that renew");
    expect((await json("objectives", "list")).items).toEqual([]);

    const brought = await done("import", file, "--create");
    expect(brought).toMatch(/Brought in\.\nAlso made: 1 team, 1 cycle\./);
    const [objective] = (await json("objectives", "list")).items;
    expect(objective).toMatchObject({ title: "Clinics come back", team: { name: "Harbour" }, keyResultCount: 2 });
    const again = await done("import", file, "--create");
    expect(again).toContain("brought in exactly this file");
    expect(again).toMatch(/key result +0 +0 +2 +0/);
    expect(again).toContain("Nothing new: every row stands there as it is written.");
    expect((await json("objectives", "list")).items).toHaveLength(1);

    const [headings, ...listed] = (await done("imports", "list")).trimEnd().split("\n");
    expect(headings).toMatch(/^name +came in /);
    expect(listed.at(-1)).toMatch(/^objectives\.csv +3 new, 0 changed /);
    const { items } = await json("imports", "list");
    const made = items.at(-1);
    expect(await done("imports", "undo", made.id)).toMatch(/key result: +2/);
    expect(await done("imports", "undo", made.id)).toContain("Nothing of it can be taken back any more.");
    expect(await done("tokens", "create", "--help")).toContain("a token cannot make another");
  });

  it.each([
    [
      "a file that is not there",
      ["import", "nowhere.csv"],
      /^file: expected a file that can be read; nowhere\.csv is not there/,
    ],
    [
      "a folder",
      ["import", elsewhere.folder],
      /^file: expected a file that can be read; \S+ is a folder\. Name a file in it\./,
    ],
    [
      "a folder for the coach",
      ["coach", elsewhere.folder],
      /^file: expected a file that can be read; \S+ is a folder\./,
    ],
    ["a cycle that is not there", ["import", file, "--cycle", "Q9"], /^cycle: expected a cycle's name or id/],
    ["a column without a field", ["import", file, "--column", "Ampel"], /^--column: expected two words with = between/],
    ["a step on no line", ["import", file, "--fix", "x=initiative"], /^fixes\.0\.line: expected the number of a line/],
    ["the program itself", ["import", process.execPath], /expected a file of at most 5 MB/],
  ])("refuses %s", async (_what, args, says) => {
    writeFileSync(file, csv);
    const ran = await terminalOf(osier.champion).run(...args);
    expect(ran.err).toMatch(says);
    expect(ran.code).toBe(2);
  });

  it("refuses a PDF in the words of the product", async () => {
    writeFileSync(file, "%PDF-1.7\n\u0000\u0001");
    const ran = await terminalOf(osier.champion).run("import", file, "--dry-run");
    expect(ran.err).toMatch(/: expected .*(Markdown|CSV)/);
    expect(ran.code).toBe(2);
  });
});

describe("signing in", () => {
  const env = () => ({ XDG_CONFIG_HOME: join(elsewhere.folder, "config") });
  const run = (args: string[], input?: string, more: NodeJS.ProcessEnv = {}) =>
    runProgram(program, args, { env: { ...env(), ...more }, input });

  it("keeps a token that was tried, for its owner's eyes and for its server alone", async () => {
    expect(await run(["due"])).toMatchObject({ code: 3, err: expect.stringContaining("throughline sign-in") });
    expect(await run(["sign-in", house.address], "tl_wrong\n")).toMatchObject({ code: 3, out: "" });
    expect(await run(["due"])).toMatchObject({ code: 3 });
    const signedIn = await run(["sign-in", `${house.address}/today`], `${osier.member.token}\n`);
    expect(signedIn.out).toContain("Signed in to Osier as The member (member); the token may read, write, manage.");
    const file = join(elsewhere.folder, "config/throughline/sign-in.json");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ address: house.address, token: osier.member.token });
    expect(await run(["due"])).toMatchObject({ code: 0 });
    const other = { THROUGHLINE_URL: "http://127.0.0.1:1" };
    expect(await run(["due"], "", other)).toMatchObject({ code: 3, err: expect.stringContaining("127.0.0.1:1") });
    expect(await run(["sign-out"])).toMatchObject({ code: 0 });
    expect(await run(["due"])).toMatchObject({ code: 3 });
  });

  it("says when the token has ended and when no server answers", async () => {
    const ended = { THROUGHLINE_URL: house.address, THROUGHLINE_TOKEN: "tl_ended" };
    expect(await run(["due"], "", ended)).toMatchObject({
      code: 3,
      err: expect.stringContaining("You are not signed in."),
    });
    for (const broken of ["tl_é", "two words", "tl_x\ntl_y"])
      expect(await run(["due"], "", { ...ended, THROUGHLINE_TOKEN: broken })).toMatchObject({
        code: 3,
        err: expect.stringMatching(
          /^THROUGHLINE_TOKEN holds no API token, which is tl_ and letters.*settings\/tokens\.\n$/,
        ),
      });
    expect(await run(["sign-in", house.address], "tl_é\n")).toMatchObject({
      code: 2,
      err: expect.stringContaining("token: expected an API token: tl_ and letters"),
    });
    const typed = await run(["sign-in", "http://127.0.0.1:1"], "tl_x\n");
    expect(typed).toMatchObject({ code: 1, err: expect.stringContaining("Is it running at http://127.0.0.1:1?") });
    const stranger = await run(["sign-in", house.address], "tl_x\n");
    expect(stranger).toMatchObject({
      code: 3,
      err: expect.stringContaining(`Sign in again: throughline sign-in ${house.address}`),
    });
    const nowhere = { THROUGHLINE_URL: "http://127.0.0.1:1", THROUGHLINE_TOKEN: "tl_x" };
    expect(await run(["due"], "", nowhere)).toMatchObject({
      code: 1,
      err: expect.stringContaining("Is it running at http://127.0.0.1:1?"),
    });
  });
});
