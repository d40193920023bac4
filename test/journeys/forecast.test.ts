/** Where a key result is heading, in a browser: the third check-in gives it a forecast, which every page then tells. */
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
import type { Organisation } from "../support/house.ts";
import { newCycle, newKeyResult, newObjective } from "../support/okrs.ts";

let house: WebHouse;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let faults: string[];
let osier: Organisation;
let objectiveId: string;
let keyResultId: string;
const thirdDay = "2027-01-27T09:12:00Z";

beforeAll(async () => {
  house = await openWebHouse("2027-01-05T09:12:00Z");
  browser = await openBrowser();
  osier = await house.organisation("Osier");
  objectiveId = (await newObjective(osier, await newCycle(osier))).id;
  const measure = { kind: "metric", start: "34", target: "55" };
  keyResultId = (await newKeyResult(osier, objectiveId, { measure, unit: "%" })).id;
  await checkIn("2027-01-13T09:12:00Z", "35");
  await checkIn("2027-01-20T09:12:00Z", "36");
  house.clock.set(thirdDay);
  ({ context, page, faults } = await openWindow(browser, house));
  page.setDefaultTimeout(20_000);
  await context.clock.setFixedTime(thirdDay);
  await signInAs(house, context, osier.id, osier.member.id);
});
afterAll(async () => {
  expect(faults).toEqual([]);
  await browser?.close();
  await house?.close();
});

async function checkIn(at: string, value: string): Promise<void> {
  house.clock.set(at);
  const body = { id: newId(), value, confidence: 9 };
  expect((await osier.member.ask("POST", `/key-results/${keyResultId}/check-ins`, body)).status).toBe(200);
}

async function open(path: string, on = page): Promise<void> {
  await on.goto(path);
  await settled(on);
}

const seen = (words: string | RegExp, within: Page | Locator = page) => within.getByText(words).first().waitFor();

describe("from check-in to forecast", () => {
  test("under three check-ins it is said how many there are, and nothing is guessed", async () => {
    await open(`/objectives/${objectiveId}?kr=${keyResultId}`);
    await seen("Not enough data for a forecast: 2 of 3 check-ins.");
    expect(await page.getByText("Heading for").count()).toBe(0);
  });

  test("while the third is written it is seen where it would lead", async () => {
    await open("/check-in");
    await page.getByRole("textbox", { name: "New value" }).fill("37");
    await seen(/^Heading for \d+%, likely \d+–\d+%\.$/);
    await page.getByRole("img", { name: /now 37%.*Heading for \d+%, likely/ }).waitFor();
    await page.getByRole("radio", { name: "9" }).check({ force: true });
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await seen("Everything is sent.");
    await house.feed.settled(osier.id);
  });

  test("the objective opens it as a fan, with its chance in words and all three facts where they differ", async () => {
    await open(`/objectives/${objectiveId}?kr=${keyResultId}`);
    await page.getByRole("img", { name: /Checked in at 35%, 36%,? and 37%\. Heading for \d+%, likely/ }).waitFor();
    await seen(/It is (very )?unlikely to reach 55%: a chance of \d+%\. Forecast from 3 check-ins/);
    await seen("Reported confident, forecast unlikely.");
    await seen("Confidence 9 of 10");
    await seen(/^\d+% to reach 55%$/);
  });

  test("Today and the map draw the band, and say it", async () => {
    await open("/");
    await seen(/^Heading for \d+%$/);
    await page.getByRole("img", { name: /Heading for \d+%, likely/ }).waitFor();
    await open("/map");
    await page.getByRole("img", { name: /Heading for \d+%, likely/ }).waitFor();
  });
});

test.each(looks.map((look) => [look.name, look] as const))("%s: everyone can read it", async (_name, look) => {
  const { context: own, page: shown, faults: wrong } = await openWindow(browser, house, look);
  await own.clock.setFixedTime(thirdDay);
  await signInAs(house, own, osier.id, osier.member.id);
  const addresses = [
    "/",
    `/objectives/${objectiveId}`,
    `/objectives/${objectiveId}?kr=${keyResultId}`,
    "/map",
    "/map?view=outline",
  ];
  for (const address of addresses) {
    await open(address, shown);
    expect([address, await hindrances(shown)]).toEqual([address, []]);
  }
  expect(wrong).toEqual([]);
  await own.close();
});
