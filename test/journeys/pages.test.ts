/** Every page of the router, as its readers see it: axe finds nothing, nothing is asked elsewhere, nothing breaks. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pages } from "../../src/web/routes.ts";
import {
  expectAccessible,
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

describe.each(looks.map((look) => [look.name, look] as const))("%s", (_name, look) => {
  test("the pages of a visitor", async () => {
    const { context, page, faults } = await openWindow(browser, house, look);
    for (const { path } of pages.filter(({ opens }) => opens === "anyone")) {
      await page.goto(addressOf(path));
      await settled(page);
      await expectAccessible(page);
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  test.each(["member", "owner"] as const)("the pages of a %s, furnished", async (role) => {
    const { context, page, faults } = await openWindow(browser, house, look);
    await signInAs(house, context, full.id, full[role].id);
    for (const { path } of pages.filter(({ opens }) => opens === "members")) {
      await page.goto(addressOf(path));
      await settled(page);
      await expectAccessible(page);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([path, wide <= 0]).toEqual([path, true]);
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  test("the pages of an organisation that holds nothing yet", async () => {
    const { context, page, faults } = await openWindow(browser, house, look);
    await signInAs(house, context, empty.id, empty.owner.id);
    for (const { path } of pages.filter(({ opens, path }) => opens === "members" && !path.includes(":"))) {
      await page.goto(path);
      await settled(page);
      await expectAccessible(page);
    }
    expect(faults).toEqual([]);
    await context.close();
  });
});
