/** Set my week on a phone, in a browser: from the switch to the table that colleagues read. */
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
import type { Organisation, Person } from "../support/house.ts";

const phone = looks.find(({ name }) => name === "phone");
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
  const opened = await openWindow(browser, house, look, { hasTouch: look === phone });
  await signInAs(house, opened.context, home.id, person.id);
  return opened;
}

test("a site is added and switched on, a week is set by thumb and by keyboard, and colleagues read it", async () => {
  const member = await windowOf(home.member, phone);
  await member.page.goto("/workplace");
  await member.page.getByText("There are no sites yet").waitFor();
  expect(await hindrances(member.page)).toEqual([]);

  const admin = await windowOf(home.admin);
  await addSite(admin.page);
  await member.page.reload();
  await member.page.getByText("Presence is off").waitFor();
  await switchOn(admin.page);

  await setByThumb(member.page);
  const colleague = await windowOf(home.colleague, looks[1]);
  await setByKeys(colleague.page);
  await readIt(colleague.page);
  for (const { faults } of [member, admin, colleague]) expect(faults).toEqual([]);
}, 120_000);

async function addSite(page: Page) {
  await page.goto("/workplace");
  await page.getByRole("link", { name: "Add a site" }).click();
  await page.getByRole("button", { name: "Add a site" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a site" });
  await dialog.getByLabel("Name").fill("Lisbon");
  await dialog.getByLabel("Time zone").selectOption("Europe/Lisbon");
  await dialog.getByLabel("Country", { exact: true }).selectOption("PT");
  await dialog.getByLabel("Tue").fill("none");
  await dialog.getByRole("button", { name: "Add a site" }).click();
  await dialog.getByText("Tuesday: Expected a whole number of seats").waitFor();
  expect(await dialog.getByLabel("Tue").getAttribute("aria-invalid")).toBe("true");
  expect(await dialog.getByLabel("Mon").getAttribute("aria-invalid")).toBeNull();
  await dialog.getByLabel("Tue").fill("1");
  expect(await hindrances(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Add a site" }).click();
  await page.getByText("Lisbon is saved.").waitFor();
}

async function switchOn(page: Page) {
  await page.getByRole("button", { name: "Switch on presence at Lisbon" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Switch on" }).click();
  await page.getByText("Presence is on at Lisbon.").waitFor();
  await page.getByRole("button", { name: "Holidays of Lisbon" }).click();
  const holidays = page.getByRole("dialog", { name: "Holidays of Lisbon" });
  await holidays.getByText("Portugal Day").waitFor();
  await holidays.getByLabel("Year", { exact: true }).selectOption("2027");
  expect(await hindrances(page)).toEqual([]);
  await holidays.getByRole("button", { name: "Close" }).click();
  expect(await hindrances(page)).toEqual([]);
}

/** The first time one says where one belongs; after that it is a tap a day. */
async function setByThumb(page: Page) {
  await page.goto("/workplace");
  await page.getByRole("button", { name: "Set my week" }).tap();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your home site").selectOption("Lisbon");
  await dialog.getByRole("group", { name: /^Mon/ }).waitFor();
  expect(await hindrances(page)).toEqual([]);
  const began = Date.now();
  for (const [day, place] of [
    ["Mon", "Home"],
    ["Tue", "Office"],
    ["Wed", "Office"],
    ["Thu", "Travel"],
    ["Fri", "Off"],
  ] as const)
    await dialog
      .getByRole("group", { name: new RegExp(`^${day}`) })
      .getByRole("radio", { name: place, exact: true })
      .tap();
  await dialog.getByText("Make this my usual week").tap();
  await dialog.getByRole("button", { name: "Save my week" }).tap();
  await page.getByText("Your week is set.").waitFor();
  expect(Date.now() - began).toBeLessThan(10_000);
  await page.getByRole("row", { name: /The member/ }).waitFor();
  await settled(page);
  expect(await hindrances(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
}

/** W opens, arrows choose, Enter saves; Undo takes it back. */
async function setByKeys(page: Page) {
  await page.goto("/workplace?who=everyone");
  await page.getByRole("button", { name: "Set my week" }).waitFor();
  await page.keyboard.press("w");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your home site").selectOption("Lisbon");
  const tuesday = dialog.getByRole("group", { name: /^Tue/ });
  await tuesday.getByRole("radio", { name: "Home" }).focus();
  await page.keyboard.press("ArrowRight");
  expect(await tuesday.getByRole("radio", { name: "Office" }).isChecked()).toBe(true);
  await page.keyboard.press("Enter");
  await page.getByText("Your week is set.").waitFor();
  await page.getByText("1 too many").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Your week is as it was before.").waitFor();
  await page.getByText("full").waitFor();
}

async function readIt(page: Page) {
  const row = page.getByRole("row", { name: /The member/ });
  await row.getByText("Tue, Wed: Office").waitFor();
  expect(await row.getByRole("cell").allTextContents()).toEqual([
    "Mon: Home",
    "Tue, Wed: Office",
    "Thu: Travel",
    "Fri: Off",
  ]);
  await page.getByRole("button", { name: "The week after" }).click();
  await page.getByRole("heading", { name: "Next week", level: 1 }).waitFor();
  await row.getByText("Tue, Wed: Office").waitFor();
  expect(await hindrances(page)).toEqual([]);
  await page.goto("/settings");
  await page.getByRole("main").getByRole("heading", { name: "Workplace" }).waitFor();
  await settled(page);
  expect(await hindrances(page)).toEqual([]);
}
