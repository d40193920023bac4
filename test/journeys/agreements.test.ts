/** A team agrees how it works, in a browser: from a template to the week that shows it, reviewed and changed. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../src/platform/ids.ts";
import {
  hindrances,
  looks,
  openBrowser,
  openWebHouse,
  openWindow,
  settled,
  signInAs,
  tabTo,
  type WebHouse,
} from "../support/browser.ts";
import { activeCycle, told } from "../support/furnish.ts";
import { toronto } from "../support/furnish-workplace.ts";
import type { Organisation, Person } from "../support/house.ts";

let house: WebHouse;
let browser: Browser;
let home: Organisation;
let team: string;

beforeAll(async () => {
  house = await openWebHouse("2026-12-15T09:12:00Z");
  browser = await openBrowser();
  home = await house.organisation("Osier");
  team = `/teams/${home.team.id}`;
  const site = newId();
  await told(home.owner.ask, "POST", "/sites", { id: site, ...toronto, name: "Toronto" });
  await told(home.owner.ask, "PUT", `/sites/${site}/presence`, { version: 1, on: true });
  await told(home.member.ask, "PATCH", "/presence", { version: 0, siteId: site });
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

const section = (page: Page) => page.getByRole("region", { name: "How we work" });

test("a team begins from a template, changes it, keeps what is typed, reviews it, and reads it beside its week", async () => {
  const lead = await windowOf(home.member);
  await begin(lead.page);
  await review(lead.page);
  await beside(lead.page);
  const reader = await windowOf(home.colleague, looks[2]);
  await readIt(reader.page);
  for (const { faults } of [lead, reader]) expect(faults).toEqual([]);
}, 120_000);

async function begin(page: Page) {
  await page.goto(team);
  await section(page).getByRole("button", { name: "Write it" }).click();
  await section(page).getByRole("button", { name: "Begin with “Remote, much the same hours”" }).click();
  await section(page).getByRole("button", { name: "Save the agreement" }).waitFor();
  expect(await hindrances(page)).toEqual([]);
  // By keyboard alone: one more channel, then hours that end before they begin are refused beside their field.
  await tabTo(page, section(page).getByRole("button", { name: "Add a channel" }));
  await page.keyboard.press("Enter");
  const name = section(page).getByLabel("Channel", { exact: true }).last();
  expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type("Wall");
  await page.reload();
  await section(page).getByRole("button", { name: "Write it" }).click();
  expect(await name.inputValue()).toBe("Wall");
  await section(page).getByLabel("Until").first().fill("08:00");
  await section(page).getByRole("button", { name: "Save the agreement" }).click();
  await section(page).getByText("Expected a later time than it begins.").waitFor();
  await section(page).getByLabel("Until").first().fill("15:00");
  await section(page).getByRole("button", { name: "Save the agreement" }).click();
  await page.getByText("The agreement is saved.").waitFor();
  await section(page).getByText("Mon–Fri 10:00–15:00, by everyone’s own clock").waitFor();
  expect(await hindrances(page)).toEqual([]);
}

async function review(page: Page) {
  house.clock.set("2027-02-16T09:12:00Z");
  await activeCycle(home.owner.ask);
  await page.goto(team);
  await section(page).getByText("Not yet reviewed in Q1 2027").waitFor();
  await section(page).getByRole("button", { name: "Reviewed, we keep it" }).click();
  await section(page).getByText("Last reviewed by The member in Q1 2027, 16 Feb").waitFor();
  await section(page).getByText("Every version").click();
  await section(page).getByText("Version 1").waitFor();
  await settled(page);
  expect(await hindrances(page)).toEqual([]);
}

async function beside(page: Page) {
  await page.goto("/workplace");
  await page.getByText("How Product works").waitFor();
  await page.getByText("Chat: answered within 4 hours.").waitFor();
  expect(await hindrances(page)).toEqual([]);
  await page.getByRole("link", { name: "How Product works" }).click();
  await section(page).getByText("Wall").waitFor();
}

async function readIt(page: Page) {
  await page.goto(team);
  await section(page).getByText("Wall").waitFor();
  expect(await section(page).getByRole("button").count()).toBe(0);
  await settled(page);
  expect(await hindrances(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
}
