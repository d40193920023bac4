/** What a page says where an answer hangs or does not come: never a skeleton without words, never a line that lies. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openBrowser, openWebHouse, openWindow, settled, signInAs, type WebHouse } from "../support/browser.ts";
import { activeCycle, told } from "../support/furnish.ts";
import type { Organisation } from "../support/house.ts";
import { newKeyResult, newObjective } from "../support/okrs.ts";

let house: WebHouse;
let browser: Browser;
let osier: Organisation;
let context: BrowserContext;
let page: Page;
let objectiveId: string;

beforeAll(async () => {
  house = await openWebHouse("2027-02-16T09:12:00Z");
  browser = await openBrowser();
  osier = await house.organisation("Osier");
  await told(osier.owner.ask, "POST", "/imperatives", { id: crypto.randomUUID(), statement: "Win the first week" });
  const cycleId = await activeCycle(osier.owner.ask);
  objectiveId = (await newObjective(osier, cycleId, { title: "Clinics start unaided" }, osier.owner)).id;
  await newKeyResult(osier, objectiveId, { title: "Clinics that start unaided" }, osier.owner);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});
beforeEach(async () => {
  ({ context, page } = await openWindow(browser, house));
  page.setDefaultTimeout(15_000);
  await signInAs(house, context, osier.id, osier.owner.id);
});
afterEach(() => context.close());

test("an answer that hangs is said in words after three seconds, and asked for again", async () => {
  let asked = 0;
  await page.route(/\/api\/objectives\?/, async (route) => {
    asked += 1;
    if (asked > 1) await route.continue();
  });
  await page.goto("/objectives");
  const waiting = page.getByText("This takes longer than usual.");
  await waiting.waitFor();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("Clinics start unaided").first().waitFor();
  expect(await waiting.count()).toBe(0);
});

test("a line whose key results did not come is not drawn as one without any", async () => {
  const failing = { status: 500, contentType: "application/problem+json", body: '{"title":"It broke.","status":500}' };
  await page.route(/\/api\/map\/key-results/, (route) => route.fulfill(failing));
  await page.goto(`/line/${objectiveId}`);
  await page.getByText("Key results didn’t load.").waitFor();
  expect(await page.getByText("no key result", { exact: false }).count()).toBe(0);
  await page.unroute(/\/api\/map\/key-results/);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("Clinics that start unaided").waitFor();
});

test("what was connected through the chooser can be undone there and then", async () => {
  await page.goto("/alignment");
  await settled(page);
  const orphan = page.getByRole("listitem").filter({ hasText: "Clinics start unaided" }).last();
  await orphan.getByRole("button", { name: "Connect…" }).click();
  const chooser = page.getByRole("dialog");
  await chooser.getByRole("radio", { name: "Win the first week" }).check();
  await chooser.getByRole("button", { name: "Connect" }).click();
  await page.getByText("Connected to “Win the first week”.").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  const linked = async () => (await told(osier.owner.ask, "GET", `/objectives/${objectiveId}`)).parents;
  await expect.poll(linked, { timeout: 10_000 }).toEqual([]);
});

test("a remedy that needs an answer says that it did not come, and asks again when it is pressed again", async () => {
  await page.goto("/alignment");
  await settled(page);
  const team = page.getByRole("listitem").filter({ hasText: "Team without a line" }).first();
  const step = team.getByRole("button", { name: /^Set an objective for it/ });
  await step.waitFor();
  await page.route(/\/api\/objectives\?/, (route) => route.abort());
  await step.click();
  await team.getByRole("alert").filter({ hasText: "The server could not be reached." }).waitFor();
  await page.unroute(/\/api\/objectives\?/);
  await step.click();
  await page.getByRole("dialog").waitFor();
});

test("a page before sign-in whose code does not come stands in its margins and can be tried again", async () => {
  const { context: stranger, page: door } = await openWindow(browser, house);
  const frame = await (await door.request.get("/forgot-password")).text();
  await door.route(/\/assets\/.*\.js/, (route) =>
    frame.includes(new URL(route.request().url()).pathname) ? route.continue() : route.abort(),
  );
  await door.goto("/forgot-password");
  const again = door.getByRole("button", { name: "Try again" });
  await again.waitFor();
  const place = await door.locator("main h1").boundingBox();
  expect(place?.x).toBeGreaterThanOrEqual(16);
  expect(place?.y).toBeGreaterThanOrEqual(16);
  await door.unroute(/\/assets\/.*\.js/);
  await again.click();
  await door.getByLabel("Email").waitFor();
  await stranger.close();
});

test("the outline stands in a window of 780 px, and the tabs of a phone keep to one line at 320 px", async () => {
  const within = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  await page.setViewportSize({ width: 780, height: 740 });
  await page.goto("/map?view=outline");
  await page.getByRole("treegrid").waitFor();
  expect(await within()).toBe(true);
  await page.setViewportSize({ width: 320, height: 740 });
  const heights = await page.locator(".tabs > a > span").evaluateAll((words) => words.map((each) => each.clientHeight));
  expect(new Set(heights).size).toBe(1);
  expect(await within()).toBe(true);
});
