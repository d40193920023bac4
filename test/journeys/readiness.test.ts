/** How ready a team is, in a browser: answered by its lead, proposals taken over, and read by members. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  hindrances,
  looks,
  openBrowser,
  openWebHouse,
  openWindow,
  settled,
  signInAs,
  type WebHouse,
} from "../support/browser.ts";
import { told } from "../support/furnish.ts";
import type { Organisation, Person } from "../support/house.ts";

let house: WebHouse;
let browser: Browser;
let home: Organisation;

beforeAll(async () => {
  house = await openWebHouse("2027-02-16T09:12:00Z");
  browser = await openBrowser();
  home = await house.organisation("Osier");
  await told(home.owner.ask, "PUT", `/policy-rights/${home.member.id}`);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function windowOf(person: Person, look = looks[0]) {
  const opened = await openWindow(browser, house, look, { locale: "en-GB" });
  await signInAs(house, opened.context, home.id, person.id);
  return opened;
}

async function isWhole(page: Page): Promise<void> {
  await settled(page);
  expect(await hindrances(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
}

test("a lead answers, and takes over an agreement and a draft; a member reads areas and no answer", async () => {
  const lead = await windowOf(home.member);
  await lead.page.goto(`/teams/${home.team.id}`);
  await lead.page.getByRole("link", { name: "How ready are we for remote work?" }).click();
  await lead.page.getByRole("heading", { name: "How ready is Product for remote work?" }).waitFor();
  await isWhole(lead.page);
  await answer(lead.page);
  await takeOver(lead.page);
  const member = await windowOf(home.colleague, looks[2]);
  await member.page.goto(`/teams/${home.team.id}/readiness`);
  await member.page.getByText("Not yet").first().waitFor();
  expect(await member.page.getByRole("radio").count()).toBe(0);
  expect(await member.page.getByRole("button", { name: "Begin this draft" }).count()).toBe(0);
  await member.page.getByText("Owners, and whoever they name, write policies: show them this.").waitFor();
  await isWhole(member.page);
  for (const { faults } of [lead, member]) expect(faults).toEqual([]);
}, 120_000);

async function answer(page: Page) {
  const say = (statement: RegExp, reply: string) =>
    page.getByRole("group", { name: statement }).getByRole("radio", { name: reply, exact: true }).check();
  await say(/when each of us can be reached/, "No");
  await say(/^Decisions are written down/, "Partly");
  // What is chosen stays through a reload until it is saved.
  await page.reload();
  await say(/a place, a screen and a connection/, "No");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const proposals = page.getByRole("region", { name: "What would help" });
  await proposals.getByText("A working agreement").waitFor();
  expect(await proposals.getByRole("heading", { level: 3 }).allTextContents()).toEqual([
    "A working agreement",
    "A question of the pulse",
    "A rule: writing first",
  ]);
  await isWhole(page);
}

async function takeOver(page: Page) {
  await page.getByText("What it says").click();
  await page.getByText("Questions and news of the day").waitFor();
  expect(await hindrances(page)).toEqual([]);
  await page.getByRole("button", { name: "Agree on this" }).click();
  await page.getByRole("region", { name: "How we work" }).getByText("Mon–Fri 10:00–15:00").waitFor();
  await page.goto(`/teams/${home.team.id}/readiness`);
  await page.getByRole("button", { name: "Begin this draft" }).click();
  await page.getByRole("heading", { name: "Writing first", level: 1 }).waitFor();
  await page
    .getByText("decisions are written where the whole team can read them before", { exact: false })
    .first()
    .waitFor();
}

test("a champion asks the proposed question in a pulse", async () => {
  await told(home.owner.ask, "PATCH", "/pulse-settings", { version: 0, on: true });
  const { page } = await windowOf(home.champion, looks[1]);
  await page.goto(`/teams/${home.team.id}/readiness`);
  await page.getByRole("link", { name: "Ask it in a pulse" }).click();
  const question = page.getByRole("checkbox", { name: /I can work well from where I work/ });
  await question.waitFor();
  expect(await question.isChecked()).toBe(true);
  await isWhole(page);
}, 60_000);
