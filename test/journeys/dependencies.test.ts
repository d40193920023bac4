/** What one team asks of another, in two browsers at once: asked, seen, declined, asked again, accepted, late, there. */
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
import { type Organisation, type Person, today } from "../support/house.ts";
import { newCycle, newObjective } from "../support/okrs.ts";

const needed = "A queue for files over 5,000 rows";
const afterwards = "2027-03-05T09:12:00Z";

let house: WebHouse;
let browser: Browser;
let osier: Organisation;
let asking: { context: BrowserContext; page: Page; faults: string[] };
let asked: typeof asking;
let objectiveId: string;

beforeAll(async () => {
  house = await openWebHouse(today);
  browser = await openBrowser();
  osier = await house.organisation("Osier");
  objectiveId = (await newObjective(osier, await newCycle(osier))).id;
  asking = await windowOf(osier.member);
  asked = await windowOf(osier.colleague);
});
afterAll(async () => {
  expect([...asking.faults, ...asked.faults]).toEqual([]);
  await browser?.close();
  await house?.close();
});

async function windowOf(person: Person, look = looks[0]) {
  const opened = await openWindow(browser, house, look, { locale: "en-GB" });
  opened.page.setDefaultTimeout(10_000);
  await opened.context.clock.setFixedTime(house.clock.now().toString());
  await signInAs(house, opened.context, osier.id, person.id);
  return opened;
}

async function open(page: Page, path: string) {
  await page.goto(path);
  await settled(page);
}

const seen = (within: Page | Locator, words: string | RegExp) => within.getByText(words).first().waitFor();
const button = (within: Page | Locator, name: string | RegExp) => within.getByRole("button", { name });
const waiting = (page: Page) => page.getByRole("region", { name: "Asked of your teams" });
const dependencies = (page: Page) => page.getByRole("region", { name: "Dependencies" });

describe("a dependency", () => {
  test("is asked for where it is needed; of oneself it is refused in words", async () => {
    const { page } = asking;
    await open(asked.page, "/");
    await open(page, `/objectives/${objectiveId}`);
    await seen(dependencies(page), "It needs nothing of another team so far.");
    await button(dependencies(page), "Ask another team").click();
    const form = page.getByRole("dialog", { name: "What do you need of another team?" });
    await button(form, "Ask them").click();
    await seen(form, "Choose the team that can give it.");
    await seen(form, "Choose the day by which it must be there.");
    await form.getByLabel("What is needed").fill(needed);
    await form.getByLabel("Asked of").selectOption("Product");
    await form.getByLabel("Needed by").fill("2027-03-01");
    await button(form, "Ask them").click();
    await seen(form, /another team than the one that asks.*what your own team needs of itself is an initiative/);
    expect(await form.getByLabel("What is needed").inputValue()).toBe(needed);
    await form.getByLabel("Needed by").fill("2027-04-01");
    await form.getByLabel("Asked of").selectOption("Growth");
    await button(form, "Ask them").click();
    await seen(form, "a date from 4 Jan 2027 to 28 Mar 2027");
    expect(await hindrances(page)).toEqual([]);
    await form.getByLabel("Needed by").fill("2027-03-01");
    await button(form, "Ask them").click();
    await seen(page, "Asked. Growth sees it on Today.");
    await seen(dependencies(page), "Due 1 Mar.");
  });

  test("appears on Today of who must answer while it is open, and is declined with a reason only", async () => {
    const notice = waiting(asked.page);
    await seen(notice, needed);
    await seen(notice, /No answer yet, asked .* by The member\./);
    expect(await hindrances(asked.page)).toEqual([]);
    await button(notice, "Decline").click();
    await button(notice, "Decline").click();
    await seen(notice, /a reason.*Say what stands against it/);
    await notice.getByLabel("What stands against it").fill("No hands until June.");
    await button(notice, "Decline").click();
    await notice.waitFor({ state: "detached" });
    await seen(asked.page, `Declined: “${needed}”.`);
  });

  test("is seen declined where it was asked for, changed and asked again", async () => {
    const { page } = asking;
    await seen(dependencies(page), /Declined by A colleague .*: “No hands until June\.”/);
    await button(page, `More about “${needed}”`).click();
    await page.getByRole("menuitem", { name: "Edit" }).click();
    const form = page.getByRole("dialog", { name: "Change what is asked" });
    await form.getByLabel("Needed by").fill("2027-03-03");
    await button(form, "Save").click();
    await form.waitFor({ state: "detached" });
    await button(dependencies(page), "Ask again").click();
    await seen(dependencies(page), "Due 3 Mar.");
  });

  test("is accepted on the team's page by keyboard, and that is seen at once on the other side", async () => {
    const { page } = asked;
    await open(page, `/teams/${osier.otherTeam.id}`);
    await seen(dependencies(page), "Asked of Growth");
    await button(dependencies(page), "Accept").focus();
    await page.keyboard.press("Enter");
    await seen(dependencies(page), /Accepted by A colleague/);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain(needed);
    await seen(dependencies(asking.page), /Accepted by A colleague/);
  });

  test("is said to be late once its day has passed, on both sides, and then to be there", async () => {
    house.clock.set(afterwards);
    for (const { context } of [asking, asked]) await context.clock.setFixedTime(afterwards);
    await open(asked.page, "/");
    await seen(waiting(asked.page), "Overdue by 2 days: it was due 3 Mar.");
    await open(asking.page, `/objectives/${objectiveId}`);
    await seen(dependencies(asking.page), "Overdue by 2 days: it was due 3 Mar.");
    await button(waiting(asked.page), "It is there").click();
    await button(asked.page.getByRole("dialog"), "It is there").click();
    await waiting(asked.page).waitFor({ state: "detached" });
    await seen(dependencies(asking.page), "1 settled");
    await dependencies(asking.page).getByText("1 settled").click();
    await seen(dependencies(asking.page), /Done, said A colleague/);
  });
});

test.each(looks.map((look) => [look.name, look] as const))("%s: everyone can read it", async (_name, look) => {
  const { context, page, faults } = await windowOf(osier.colleague, look);
  const path = "/dependencies";
  const body = { cycleId: (await osier.member.ask("GET", "/cycles")).body.items[0].id, dueOn: "2027-03-02" };
  const sides = { fromTeamId: osier.team.id, onTeamId: osier.otherTeam.id, objectiveId };
  const id = crypto.randomUUID();
  const made = await osier.member.ask("POST", path, { id, title: "طلب 🧵 for the quiet hours", ...body, ...sides });
  expect(made.status).toBe(200);
  for (const address of ["/", `/objectives/${objectiveId}`, `/teams/${osier.team.id}`]) {
    await open(page, address);
    await seen(page, /🧵/);
    await seen(page, "Overdue by 3 days: it was due 2 Mar.");
    expect([address, await hindrances(page)]).toEqual([address, []]);
  }
  expect(faults).toEqual([]);
  await context.close();
});
