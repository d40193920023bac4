/** Every page of the router, as its readers see it: axe finds nothing, nothing is asked elsewhere, nothing breaks. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pages } from "../../src/web/routes.ts";
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
import { furnish } from "../support/furnish.ts";
import type { Organisation } from "../support/house.ts";
import type { Ids } from "../support/inputs.ts";

let house: WebHouse;
let browser: Browser;
let full: Organisation;
let empty: Organisation;
let ids: Ids;

beforeAll(async () => {
  house = await openWebHouse("2027-02-16T09:12:00Z");
  browser = await openBrowser();
  full = await house.organisation("Osier");
  empty = await house.organisation("Nothing yet");
  ids = await furnish(house, full);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** A pattern's address for things that exist; what stands behind # is not part of it. */
function addressOf(path: string): string {
  return path.replace(/:id/, ids[path.split("/")[1] as string] ?? "missing");
}

/** Looks at every page in turn and answers what is wrong, with its address: all of it at once. */
async function lookAt(page: Page, addresses: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const address of addresses) {
    await page.goto(address);
    await settled(page);
    for (const hindrance of await hindrances(page)) wrong.push(`${address}: ${hindrance}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) wrong.push(`${address}: ${wide} px wider than the window`);
  }
  return wrong;
}

describe.each(looks.map((look) => [look.name, look] as const))("%s", (_name, look) => {
  test("the pages of a visitor", async () => {
    const { context, page, faults } = await openWindow(browser, house, look);
    const open = pages.filter(({ opens }) => opens === "anyone").map(({ path }) => path);
    expect([...(await lookAt(page, [...open, "/welcome#secret"])), ...faults]).toEqual([]);
    await context.close();
  });

  test("the page of the API", async () => {
    const { context, page, faults } = await openWindow(browser, house, look);
    await page.goto("/api");
    for (const at of [0, 1, 2, 3, 4]) await page.locator("main > details > summary").nth(at).click();
    await page.getByText("Fields").first().click();
    expect(await hindrances(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    expect(faults).toEqual([]);
    await context.close();
  });

  test.each(["member", "owner"] as const)("the pages of a %s, furnished", async (role) => {
    const { context, page, faults } = await openWindow(browser, house, look);
    await signInAs(house, context, full.id, full[role].id);
    const own = pages.filter(({ opens }) => opens === "members").map(({ path }) => addressOf(path));
    expect([...(await lookAt(page, [...own, "/map?view=outline"])), ...faults]).toEqual([]);
    await context.close();
  });

  test("the pages of an organisation that holds nothing yet", async () => {
    const { context, page, faults } = await openWindow(browser, house, look);
    await signInAs(house, context, empty.id, empty.owner.id);
    const own = pages.filter(({ opens, path }) => opens === "members" && !path.includes(":")).map(({ path }) => path);
    expect([...(await lookAt(page, own)), ...faults]).toEqual([]);
    await context.close();
  });
});
