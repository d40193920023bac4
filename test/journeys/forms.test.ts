/** What is written in a form stays until it is sent or cancelled, and the first press on its verb is heard. */
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openBrowser, openWebHouse, openWindow, settled, signInAs, type WebHouse } from "../support/browser.ts";
import { activeCycle } from "../support/furnish.ts";
import type { Organisation } from "../support/house.ts";
import { newKeyResult, newObjective } from "../support/okrs.ts";

let house: WebHouse;
let browser: Browser;
let osier: Organisation;
let context: BrowserContext;
let page: Page;
let address: string;

beforeAll(async () => {
  house = await openWebHouse("2027-02-16T09:12:00Z");
  browser = await openBrowser();
  osier = await house.organisation("Osier");
  const cycleId = await activeCycle(osier.owner.ask);
  const objective = await newObjective(osier, cycleId, { title: "Clinics start unaided" }, osier.owner);
  await newKeyResult(osier, objective.id, { title: "Clinics that start unaided" }, osier.owner);
  await newKeyResult(osier, objective.id, { title: "Hours until the first booking" }, osier.owner);
  address = `/objectives/${objective.id}`;
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});
beforeEach(async () => {
  ({ context, page } = await openWindow(browser, house));
  page.setDefaultTimeout(10_000);
  await signInAs(house, context, osier.id, osier.owner.id);
  await page.goto(address);
  await settled(page);
});
afterEach(() => context.close());

const dialog = () => page.getByRole("dialog");
const field = (name: string | RegExp) => dialog().getByRole("textbox", { name });

/** Opens a form by a button or by the menu of a thing. */
const opened = {
  newKeyResult: () => page.getByRole("button", { name: "Add a key result" }).first().click(),
  keyResult: async () => {
    await page.getByRole("button", { name: "What can be done with Clinics that start unaided" }).first().click();
    await page.getByRole("menuitem", { name: /^Edit/ }).click();
  },
  newInitiative: () => page.getByRole("button", { name: "Plan an initiative" }).click(),
};

async function stays(open: () => Promise<void>, title: string, words: string) {
  await open();
  await field(title).fill(words);
  await page.keyboard.press("Escape");
  await dialog().waitFor({ state: "hidden" });
  await page.reload();
  await settled(page);
  await open();
  await expect.poll(() => field(title).inputValue()).toBe(words);
  await dialog().getByRole("button", { name: "Cancel" }).click();
  await open();
  await expect.poll(() => field(title).inputValue()).not.toBe(words);
}

test("a new key result", () => stays(opened.newKeyResult, "Title", "Clinics active in week 4"));

test("a key result that is changed", () => stays(opened.keyResult, "Title", "Clinics that never call us"));

test("a new initiative, with what it should move", async () => {
  await opened.newInitiative();
  await dialog().getByRole("checkbox", { name: "Clinics that start unaided" }).check();
  await field(/^Expected move of Clinics that/).fill("12");
  await page.keyboard.press("Escape");
  await opened.newInitiative();
  await expect.poll(() => field(/^Expected move of Clinics that/).inputValue()).toBe("12");
  await dialog().getByRole("button", { name: "Cancel" }).click();
  await stays(opened.newInitiative, "What will be made", "Guided import");
});

async function shown(of: Locator): Promise<string[]> {
  return of.getByText(/^Expected a number/).allTextContents();
}

test("every figure that cannot be read is named at once, and the first press on the verb is heard", async () => {
  await opened.newKeyResult();
  await field("Title").fill("Clinics active in week 4");
  await field(/^Weight/).fill("much");
  await field("Target").fill("5");
  await field("Start").fill("many");
  const verb = dialog().getByRole("button", { name: "Add this key result" });
  const sent = page.waitForRequest((request) => request.method() === "POST" && request.url().includes("key-results"));
  const place = await verb.boundingBox();
  if (!place) throw new Error("The verb is not on the page.");
  await page.mouse.move(place.x + place.width / 2, place.y + place.height - 3);
  await page.mouse.down();
  await page.mouse.up();
  await sent;
  await expect.poll(() => shown(dialog())).toHaveLength(2);
  await dialog().getByRole("button", { name: "Cancel" }).click();

  await opened.newInitiative();
  for (const title of ["Clinics that start unaided", "Hours until the first booking"]) {
    await dialog().getByRole("checkbox", { name: title }).check();
    await field(new RegExp(`^Expected move of ${title}`)).fill("a lot");
  }
  await dialog().getByRole("button", { name: "Plan it" }).click();
  await expect.poll(() => shown(dialog())).toHaveLength(2);
  await dialog()
    .getByText(/^Expected text of 1 to 300 characters/)
    .waitFor();
});
