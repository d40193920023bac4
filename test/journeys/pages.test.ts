/** Every page of the router, as its readers see it: axe finds nothing, nothing is asked elsewhere, nothing breaks. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../src/platform/ids.ts";
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
import { furnish, told } from "../support/furnish.ts";
import type { Organisation } from "../support/house.ts";
import type { Ids } from "../support/inputs.ts";
import { newCycle, newKeyResult, newObjective, newSupport } from "../support/okrs.ts";

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

/** An organisation whose every text is one word of 165 letters. */
async function wordy() {
  const word = "Wachstumsgeschwindigkeitsbegrenzungen".repeat(5).slice(0, 165);
  const organisation = await house.organisation("Long");
  const { ask } = organisation.owner;
  for (const path of ["/vision", "/mission"]) await told(ask, "PUT", path, { text: word, version: 0 });
  const imperativeId = newId();
  await told(ask, "POST", "/imperatives", { id: imperativeId, statement: word });
  const objective = await newObjective(organisation, await newCycle(organisation), { title: word });
  await newSupport(organisation, objective.id, { kind: "imperative", id: imperativeId }, { mode: "supports" });
  const keyResult = await newKeyResult(organisation, objective.id, { title: word });
  await told(ask, "POST", "/initiatives", { id: newId(), title: word, bets: [{ keyResultId: keyResult.id }] });
  return { organisation, objectiveId: objective.id };
}

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

  test("a word longer than the window breaks on the line of sight and in the outline", async () => {
    const long = await wordy();
    const { context, page, faults } = await openWindow(browser, house, look);
    await signInAs(house, context, long.organisation.id, long.organisation.owner.id);
    const wide = [`/line/${long.objectiveId}`, "/map?view=outline", `/objectives/${long.objectiveId}`];
    expect([...(await lookAt(page, wide)), ...faults]).toEqual([]);
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

describe("a page that does not come", () => {
  const scripts = /\/assets\/.*\.js$/;
  const members = pages.filter(({ opens }) => opens === "members").map(({ path }) => path);

  test("has its name, says why, and comes when it is tried again", async () => {
    const { context, page } = await openWindow(browser, house);
    await signInAs(house, context, full.id, full.owner.id);
    await page.goto("/nowhere");
    await settled(page);
    await page.route(scripts, (route) => route.abort());
    for (const address of members.map(addressOf)) {
      await goWithin(page, address);
      const main = page.locator("#main");
      await main.getByText("The server can’t be reached.").waitFor();
      expect(await page.locator("h1").allTextContents(), address).toHaveLength(1);
    }
    await page.unrouteAll();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("heading", { level: 1, name: "Audit" }).waitFor();
    await goWithin(page, "/map");
    await page.locator("#main h1", { hasText: "Strategy map" }).waitFor();
    expect(await page.getByText("The server can’t be reached.").count()).toBe(0);
    await context.close();
  });

  test("keeps what lies open where search or the list of keys does not come", async () => {
    const { context, page } = await openWindow(browser, house);
    await signInAs(house, context, full.id, full.owner.id);
    await page.goto("/settings");
    const place = page.getByRole("textbox", { name: /^Place/ });
    await place.fill("Porto");
    await page.route(scripts, (route) => route.abort());
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByText("The server can’t be reached.").waitFor();
    expect(await place.inputValue()).toBe("Porto");
    await context.close();
  });

  test("has a name and a way on where nobody answers who is here", async () => {
    const { context, page } = await openWindow(browser, house);
    await page.route(/\/api\//, (route) => route.abort());
    for (const address of ["/", "/objectives", "/settings/people", addressOf("/teams/:id")]) {
      await page.goto(address);
      expect(await page.locator("main h1").allTextContents(), address).toHaveLength(1);
    }
    await page.getByRole("button", { name: "Try again" }).waitFor();
    expect(await hindrances(page)).toEqual([]);
    await context.close();
  });

  test("has words before its scripts and styles are here", async () => {
    const { context, page } = await openWindow(browser, house);
    await page.route(/\/assets\//, () => {});
    await page.goto("/", { waitUntil: "commit" });
    await page.getByText("Loading the page").waitFor();
    expect(await page.locator("h1").textContent()).toBe("Throughline");
    await context.close();
  });

  test("leads on where its scripts never come: to the same address, once that has taken long", async () => {
    const { context, page } = await openWindow(browser, house);
    await page.route(/\/assets\/.*\.js$/, (route) => route.abort());
    await page.goto("/sign-in?next=%2Fmap", { waitUntil: "commit" });
    const again = page.getByRole("link", { name: "Load the page again" });
    await page.getByText("Loading the page").waitFor();
    expect(await again.isVisible()).toBe(false);
    await again.waitFor({ timeout: 12_000 });
    expect(await hindrances(page)).toEqual([]);
    await page.unrouteAll();
    await again.click();
    await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
    expect(new URL(page.url()).search).toBe("?next=%2Fmap");
    expect(await page.title()).toBe("Sign in · Throughline");
    await context.close();
  });
});

describe("by keyboard", () => {
  test.each(["none", "active"] as const)("every stop of Tab is seen, colours forced: %s", async (forcedColors) => {
    const { context, page } = await openWindow(browser, house, undefined, { forcedColors });
    await signInAs(house, context, full.id, full.owner.id);
    for (const address of ["/", "/check-in", "/objectives", "/objectives/:id", "/settings", "/settings/people"]) {
      await page.goto(addressOf(address));
      await settled(page);
      expect(await unseenStops(page, forcedColors === "active"), address).toEqual([]);
    }
    await context.close();
  });

  test("a dialog that waits for its fields has the focus in the first of them", async () => {
    const { context, page } = await openWindow(browser, house);
    await signInAs(house, context, full.id, full.owner.id);
    await page.goto("/objectives");
    await page.getByRole("button", { name: /^New objective/ }).press("Enter");
    await page.locator("dialog[open] input:focus").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("button:focus", { hasText: "New objective" }).waitFor();
    await context.close();
  });
});

/** Goes through the page by Tab and answers what has the focus without showing it; a shadow shows it where colours are not forced. */
async function unseenStops(page: Page, forced: boolean): Promise<string[]> {
  const unseen: string[] = [];
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate((colours) => {
      const { activeElement: at, body } = document;
      if (!at || at === body) return null;
      const shown = ({ outlineStyle, outlineColor, boxShadow }: CSSStyleDeclaration) =>
        (outlineStyle !== "none" && outlineColor !== "rgba(0, 0, 0, 0)") || (!colours && boxShadow !== "none");
      // The browser's own button in a field of time draws its own ring.
      if (!at.matches(":focus")) return { seen: true, html: "" };
      const places = [at, at.parentElement, at.nextElementSibling].filter((each) => each !== null);
      return { seen: places.some((each) => shown(getComputedStyle(each))), html: at.outerHTML.slice(0, 120) };
    }, forced);
    if (!stop) break;
    if (!stop.seen) unseen.push(stop.html);
  }
  return unseen;
}

/** As a link does, without asking for the document again. */
async function goWithin(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, address);
}
