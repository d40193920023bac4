/** The line of sight of an objective, a team and a member, down to this week, in a browser and on paper. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../src/platform/ids.ts";
import {
  hindrances,
  type Look,
  looks,
  openBrowser,
  openWebHouse,
  openWindow,
  settled,
  signInAs,
  type WebHouse,
} from "../support/browser.ts";
import { told } from "../support/furnish.ts";
import { type Organisation, type Person, today } from "../support/house.ts";
import { newCycle, newKeyResult, newObjective, newSupport } from "../support/okrs.ts";

let house: WebHouse;
let browser: Browser;
let osier: Organisation;
let page: Page;
let faults: string[];
let objectiveId: string;

beforeAll(async () => {
  house = await openWebHouse(today);
  browser = await openBrowser();
  osier = await house.organisation("Osier");
  const { ask } = osier.owner;
  await told(ask, "PUT", "/vision", { text: "Every independent clinic has time to care.", version: 0 });
  await told(ask, "PUT", "/mission", { text: "We take the admin out of running a clinic.", version: 0 });
  const imperativeId = newId();
  await told(ask, "POST", "/imperatives", { id: imperativeId, statement: "Win the first week" });
  const cycleId = await newCycle(osier);
  const company = await newObjective(osier, cycleId, { level: "company", title: "Clinics feel at home" }, osier.owner);
  await newSupport(osier, company.id, { kind: "imperative", id: imperativeId }, { mode: "supports" });
  objectiveId = (await newObjective(osier, cycleId)).id;
  await newSupport(osier, objectiveId, { kind: "objective", id: company.id });
  const keyResultId = (await newKeyResult(osier, objectiveId)).id;
  const initiative = { id: newId(), title: "Rewrite the setup guide", bets: [{ keyResultId }] };
  await told(osier.member.ask, "POST", "/initiatives", initiative);
  await told(osier.member.ask, "POST", "/intentions", { id: newId(), text: "Call three clinics", keyResultId });
  await newObjective(osier, cycleId, { title: "More clinics know our name" });
  ({ page, faults } = await windowOf(osier.member));
});
afterAll(async () => {
  expect(faults).toEqual([]);
  await browser?.close();
  await house?.close();
});

async function windowOf(person: Person, look: Look | undefined = looks[0]) {
  const opened = await openWindow(browser, house, look, { locale: "en-GB" });
  opened.page.setDefaultTimeout(10_000);
  await opened.context.clock.setFixedTime(today);
  await signInAs(house, opened.context, osier.id, person.id);
  return opened;
}

async function open(path: string, on = page) {
  await on.goto(path);
  await settled(on);
}

const seen = (words: string | RegExp, within: Page = page) => within.getByText(words).first().waitFor();

test("an objective's line leads from the vision to the reader's own week", async () => {
  await open(`/objectives/${objectiveId}`);
  await page.getByRole("link", { name: "Line of sight, down to this week" }).click();
  await page.getByRole("heading", { level: 1, name: "Line of sight" }).waitFor();
  const line = page.getByRole("list", { name: "Line of “Clinics start unaided”" });
  await line.getByText("Call three clinics").waitFor();
  const words = (await page.getByRole("main").textContent()) ?? "";
  const inOrder = [
    "Every independent clinic has time to care.",
    "We take the admin out of running a clinic.",
    "Win the first week",
    "Clinics feel at home",
    "Clinics start unaided",
    "Clinics that finish setup unaided",
    "Rewrite the setup guide",
    "Call three clinics",
  ];
  const begin = words.indexOf(inOrder[0] as string);
  const places = inOrder.map((each) => words.indexOf(each, begin));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  await seen(/^Made 16 Feb 2027, 09:12 from what Osier wrote until then\.$/);
});

test("a team's says where it breaks, a member's is theirs: others do not see what they do this week", async () => {
  await open(`/teams/${osier.team.id}`);
  await page.getByRole("link", { name: "Down to this week" }).click();
  await seen("Of “Product”, from the vision to this week.");
  await seen("The line stops here");
  await seen("More clinics know our name");
  const { context: others, page: theirs } = await windowOf(osier.colleague);
  await open(`/teams/${osier.team.id}`, theirs);
  await theirs.getByRole("link", { name: "The member" }).click();
  await seen("Of “The member”, from the vision to this week.", theirs);
  await seen("What others do this week is theirs alone.", theirs);
  expect(await theirs.getByText("Call three clinics").count()).toBe(0);
  await open(`/line/${newId()}?of=team`, theirs);
  await theirs.getByRole("heading", { level: 1, name: /not/i }).waitFor();
  await others.close();
});

test("on paper it is the line alone, on one page of A4", async () => {
  await open(`/line/${objectiveId}`);
  await seen("Call three clinics");
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("button", { name: "Print" }).isVisible()).toBe(false);
  const paper = await page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: true });
  expect(paper.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBe(1);
  await page.emulateMedia({ media: "screen" });
});

test.each(looks.map((look) => [look.name, look] as const))("%s: everyone can read it", async (_name, look) => {
  const { context: own, page: shown, faults: wrong } = await windowOf(osier.member, look);
  for (const address of [
    `/line/${objectiveId}`,
    `/line/${osier.team.id}?of=team`,
    `/line/${osier.guest.id}?of=member`,
  ]) {
    await open(address, shown);
    expect([address, await hindrances(shown)]).toEqual([address, []]);
  }
  expect(wrong).toEqual([]);
  await own.close();
});
