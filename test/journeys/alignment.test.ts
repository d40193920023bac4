/** A break in the line in a browser: seen, mended in one step by keyboard, and the index moves, for others too. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../src/platform/ids.ts";
import {
  hindrances,
  openBrowser,
  openWebHouse,
  openWindow,
  settled,
  signInAs,
  tabTo,
  type WebHouse,
} from "../support/browser.ts";
import { activeCycle, told } from "../support/furnish.ts";
import type { Organisation, Person } from "../support/house.ts";
import { newKeyResult, newObjective, newSupport } from "../support/okrs.ts";

let house: WebHouse;
let browser: Browser;
let osier: Organisation;

beforeAll(async () => {
  house = await openWebHouse("2027-02-16T09:12:00Z");
  browser = await openBrowser();
  osier = await house.organisation("Osier");
  const imperative = newId();
  await told(osier.owner.ask, "POST", "/imperatives", {
    id: imperative,
    statement: "Win the first week",
    priorityShare: 100,
  });
  const cycleId = await activeCycle(osier.owner.ask);
  const linked = await newObjective(osier, cycleId, { title: "Clinics start unaided", energy: "50" }, osier.owner);
  await newSupport(osier, linked.id, { kind: "imperative", id: imperative }, { mode: "supports" });
  await newKeyResult(osier, linked.id, {}, osier.owner);
  await newObjective(osier, cycleId, { title: "Every new clinic starts unaided", energy: "50" }, osier.owner);
  await house.feed.settled(osier.id);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function windowOf(person: Person) {
  const opened = await openWindow(browser, house);
  await signInAs(house, opened.context, osier.id, person.id);
  return opened;
}

const answer = (page: Page) => page.getByText(/^Alignment is/);

test("an orphan is connected by keyboard, and the index moves before two pairs of eyes", async () => {
  const [owner, other] = [await windowOf(osier.owner), await windowOf(osier.colleague)];
  await other.page.goto("/alignment");
  await settled(other.page);
  await owner.page.goto("/");
  await settled(owner.page);
  await owner.page.keyboard.press("g");
  await owner.page.keyboard.press("a");
  const { page } = owner;
  await answer(page).waitFor();
  const before = (await answer(page).textContent()) ?? "";
  expect(before).toContain("50% of the energy leads nowhere");
  expect(await hindrances(page)).toEqual([]);

  const orphan = page.getByRole("listitem").filter({ hasText: "Every new clinic starts unaided" }).last();
  const step = orphan.getByRole("button", { name: "Connect to “Clinics start unaided”" });
  await tabTo(page, step);
  await page.keyboard.press("Enter");
  await orphan.waitFor({ state: "detached" });
  await page.waitForFunction((was) => !document.body.textContent.includes(was), before);
  expect(await answer(page).textContent()).not.toContain("leads nowhere");
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");

  // The other one pressed nothing.
  await other.page.waitForFunction((was) => !document.body.textContent.includes(was), before);
  expect(await other.page.getByText("Every new clinic starts unaided").count()).toBe(0);

  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await page.waitForFunction((was) => document.body.textContent.includes(was), before);
  expect([...owner.faults, ...other.faults]).toEqual([]);
}, 120_000);
