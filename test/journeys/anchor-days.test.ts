/** Anchor days in a browser: worked out, dragged, moved by keys, proposed, accepted, and read in the week. */
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
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function windowOf(person: Person, look = looks[0]) {
  const opened = await openWindow(browser, house, look);
  await signInAs(house, opened.context, home.id, person.id);
  return opened;
}

test("anchor days are worked out, moved by hand and by keys, proposed, accepted, and marked in the week", async () => {
  const colleague = await windowOf(home.champion);
  await colleague.page.goto("/workplace/anchor-days");
  await colleague.page.getByText("Nobody of this team has a site to come to").waitFor();
  expect(await hindrances(colleague.page)).toEqual([]);
  await settleIn();

  await workOut(colleague.page);
  await moveByKeys(colleague.page);
  await colleague.page.getByRole("button", { name: "Propose Tuesday and Friday to Product" }).click();
  await colleague.page.getByText("Tuesday and Friday are proposed to Product.").waitFor();

  const lead = await windowOf(home.member, looks[2]);
  await accept(lead.page);
  await readWeek(lead.page);
  for (const { faults } of [colleague, lead]) expect(faults).toEqual([]);
}, 120_000);

/** Three of Product: two come on Tuesdays, one on Wednesdays, to a site with two seats on Thursdays. */
async function settleIn() {
  const site = newId();
  const seats = { "4": 2 };
  await told(home.owner.ask, "POST", "/sites", { id: site, name: "Lisbon", timeZone: "Europe/Lisbon", seats });
  await told(home.owner.ask, "PUT", `/sites/${site}/presence`, { version: 1, on: true });
  const weeks: [Person, string[]][] = [
    [home.member, ["2", "3"]],
    [home.colleague, ["2"]],
    [home.admin, ["2"]],
  ];
  for (const [person, office] of weeks) {
    await told(person.ask, "PATCH", "/presence", { version: 0, siteId: site });
    const days = Object.fromEntries(office.map((weekday) => [weekday, { at: "office" }]));
    await told(person.ask, "PUT", "/presence", { usual: { from: "2027-02-15", days } });
    if (person !== home.member) await told(home.owner.ask, "PUT", `/teams/${home.team.id}/members/${person.id}`, {});
  }
}

async function workOut(page: Page) {
  await page.goto(`/workplace/anchor-days?team=${home.team.id}`);
  await page.getByRole("button", { name: "Work out the best days" }).click();
  await page.getByText("The best of all choices, proven by the solver.").waitFor();
  await page.getByText("Tuesday: 3 of 3 already come.").waitFor();
  await page.getByText("Would change: A colleague, The admin.").waitFor();
  expect(await chosen(page)).toEqual(["Tuesday, Product", "Wednesday, Product"]);
  expect(await hindrances(page)).toEqual([]);
}

/** By hand to Thursday, where a seat is lacking; by Alt and the arrow to Friday. */
async function moveByKeys(page: Page) {
  const day = (name: string) => page.getByRole("button", { name: `${name}, Product` });
  await day("Wednesday").dragTo(day("Thursday"));
  await page.getByText("1 seat is lacking: these days cannot be proposed.").waitFor();
  expect(await chosen(page)).toEqual(["Tuesday, Product", "Thursday, Product"]);
  expect(await page.getByRole("button", { name: "Propose Tuesday and Thursday to Product" }).isDisabled()).toBe(true);
  await day("Thursday").focus();
  await page.keyboard.press("Alt+ArrowRight");
  await page.getByText("Friday: 0 of 3 already come.").waitFor();
  expect(await chosen(page)).toEqual(["Tuesday, Product", "Friday, Product"]);
  expect(await day("Friday").evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press("Space");
  expect(await chosen(page)).toEqual(["Tuesday, Product"]);
  await page.keyboard.press("Space");
  await page.getByText("Tried out; nothing is changed yet.").waitFor();
}

async function chosen(page: Page) {
  const pressed = page.getByRole("button", { pressed: true });
  return pressed.evaluateAll((buttons) => buttons.map((button) => button.getAttribute("aria-label")));
}

async function accept(page: Page) {
  await page.goto("/workplace");
  await page.getByText("Anchor days are proposed to a team of yours.").waitFor();
  await page.getByRole("link", { name: "Look and decide" }).click();
  await page.getByRole("button", { name: "Decline Tuesday and Friday for Product" }).click();
  await page.getByLabel("What stands against it").waitFor();
  expect(await hindrances(page)).toEqual([]);
  await page.getByRole("button", { name: "Accept Tuesday and Friday for Product" }).click();
  await page.getByText("The anchor days of Product are accepted.").waitFor();
  await page.getByText("What was agreed before").click();
  await page.getByText("Accepted by The member").waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
}

/** From their day on: in the table's head, and offered in one's own week without being filled in. */
async function readWeek(page: Page) {
  await page.goto("/workplace?week=2027-03-02");
  await page.getByRole("columnheader", { name: /Tue.*anchor day of Product/ }).waitFor();
  await page.getByRole("columnheader", { name: /Fri.*anchor day of Product/ }).waitFor();
  await settled(page);
  expect(await hindrances(page)).toEqual([]);
  await page.getByRole("button", { name: "Set my week" }).click();
  const friday = page.getByRole("dialog").getByRole("group", { name: /^Fri.*Anchor day, Product/ });
  await friday.waitFor();
  expect(await friday.getByRole("radio", { checked: true }).count()).toBe(0);
  await page.getByRole("button", { name: "Come on the anchor days" }).click();
  expect(await friday.getByRole("radio", { name: "Office" }).isChecked()).toBe(true);
  expect(await hindrances(page)).toEqual([]);
}
