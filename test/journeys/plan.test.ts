/** A plan from imperative to active objective, by keyboard alone, with a reviewer in another zone and an owner who accepts. */
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
  tabTo,
  type WebHouse,
} from "../support/browser.ts";
import { told } from "../support/furnish.ts";
import { type Organisation, type Person, today } from "../support/house.ts";

const imperative = "Win the first week";
const objective = "New clinics get through their first Monday with confidence";
const output = "Launch onboarding webinar";
const outcome = "New clinics taking a live booking within 7 days";

let house: WebHouse;
let browser: Browser;
let osier: Organisation;
let kenji: Person;
let windows: BrowserContext[];
let page: Page;
let faults: string[];
let planAddress: string;

beforeAll(async () => {
  house = await openWebHouse(today);
  browser = await openBrowser();
  windows = [];
  osier = await house.organisation("Osier");
  kenji = await osier.addMember("member", "Kenji Mori");
  await house.sql.query("update member set time_zone = 'Asia/Tokyo' where id = $1", [kenji.id]);
  const { ask } = osier.owner;
  await told(ask, "PUT", "/vision", { text: "Every independent clinic has time to care.", version: 0 });
  await told(ask, "PUT", "/mission", { text: "We take the admin out of running a clinic.", version: 0 });
  await told(ask, "POST", "/imperatives", { id: crypto.randomUUID(), statement: imperative });
  await told(ask, "POST", "/cycles", {
    id: crypto.randomUUID(),
    name: "Q2 2027",
    kind: "quarter",
    startsOn: "2027-04-05",
    endsOn: "2027-06-27",
  });
  ({ page, faults } = await windowOf(osier.member));
});
afterAll(async () => {
  for (const window of windows) await window.close();
  await browser?.close();
  await house?.close();
});

async function windowOf(person: Person, look = looks[0]) {
  const opened = await openWindow(browser, house, look);
  windows.push(opened.context);
  opened.page.setDefaultTimeout(15_000);
  await opened.context.clock.setFixedTime(today);
  await signInAs(house, opened.context, osier.id, person.id);
  return opened;
}

const button = (name: string | RegExp, within: Page | Locator = page) => within.getByRole("button", { name });
const seen = (words: string | RegExp, within: Page | Locator = page) => within.getByText(words).first().waitFor();
const waiting = (within: Page) => within.getByRole("region", { name: "Plans wait for you" });
const line = (name: string | RegExp, within: Page = page) => within.getByRole("group", { name });
const press = (keys: string) => page.keyboard.press(keys);
const type = (words: string) => page.keyboard.type(words);
const focused = (name: RegExp) => expect.poll(() => focusIn(page)).toMatch(name);

/** What has the focus, by its name. */
function focusIn(of: Page): Promise<string> {
  return of.evaluate(
    () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "",
  );
}

async function act(name: string | RegExp, within: Page | Locator = page) {
  await tabTo(page, button(name, within));
  await press("Enter");
}

/** Waits until the search has found this member and nobody else. */
async function onlyOption(name: string) {
  const members = page.getByRole("listbox", { name: "Members" }).getByRole("option");
  await expect.poll(() => members.allInnerTexts()).toEqual([expect.stringContaining(name)]);
}

/** Says the outcome of the output in hand, from where to where if that is known, and uses it. */
async function rewrite(figures = true) {
  await press("Control+Enter");
  const could = line(`Key result 2: ${output}`).getByLabel("Could become");
  await expect.poll(() => could.evaluate((field) => field === document.activeElement)).toBe(true);
  await type(outcome);
  if (figures) {
    await press("Tab");
    await type("44 %");
    await press("Tab");
    await type("60");
  }
  await press("Control+Enter");
}

describe("a plan", () => {
  test("is opened for the team in the coming cycle", async () => {
    await page.goto("/");
    await settled(page);
    await press("g");
    await press("p");
    await seen("Nobody has opened a plan for Q2 2027 yet.");
    expect(await hindrances(page)).toEqual([]);
    await press("n");
    const dialog = page.getByRole("dialog", { name: "Which plan do you open?" });
    await dialog.getByRole("option", { name: "Product" }).waitFor({ state: "attached" });
    await act("Open a plan", dialog);
    await page.getByRole("heading", { level: 1, name: "Plan Q2 2027" }).waitFor();
    planAddress = new URL(page.url()).pathname;
  });

  test("holds an objective on the line of an imperative, with an output that the coach tells apart", async () => {
    await press("n");
    await type(objective);
    await press("Enter");
    await focused(/^Objective 1/);
    await act("Connect");
    const parents = page.getByRole("dialog", { name: "What does this support?" });
    await parents.getByRole("radio", { name: imperative }).waitFor();
    await tabTo(page, parents.getByRole("radio", { name: "Support nothing" }));
    await press("ArrowDown");
    await expect.poll(() => parents.getByRole("radio", { name: imperative }).isChecked()).toBe(true);
    await press("Enter");
    await seen(imperative, page.getByRole("list", { name: "The line above" }));
    await focused(/^Objective 1/);

    await press("n");
    await type("Clinics active in week 4");
    await press("Enter");
    await focused(/^Key result 1/);
    await tabTo(page, page.getByRole("textbox", { name: "From, of “Clinics active in week 4”" }));
    await type("67 %");
    await press("Tab");
    await type("78");
    await press("Tab");
    await expect.poll(() => page.getByLabel("Unit of “Clinics active in week 4”").inputValue()).toBe("%");
    await press("Escape");
    await press("n");
    await type(output);
    await press("Enter");
    await focused(/^Key result 2/);
    await seen(
      "Both can be finished without anyone being better off.",
      page.getByRole("note", { name: /Key result 2/ }),
    );
  });

  test("turns the output into an outcome and an initiative, and back again for ten seconds", async () => {
    await press("k");
    await focused(/^Key result 1/);
    await press("j");
    await focused(/^Key result 2/);
    await rewrite(false);
    await line(`Key result 2: ${outcome}`).waitFor();
    await focused(new RegExp(`^Key result 2: ${outcome}`));
    await line(`Initiative 1: ${output}`).waitFor();
    await seen(`moves ${outcome}`);
    await act("Undo");
    await line(`Key result 2: ${output}`).waitFor();
    await expect.poll(() => line(`Initiative 1: ${output}`).count()).toBe(0);

    await focused(/^Key result 2/);
    await rewrite();
    await focused(new RegExp(`^Key result 2: ${outcome}`));
    await page.getByRole("note", { name: /Key result 2/ }).waitFor();
  });

  test("keeps what was typed of a new line that was left, and goes back to the line in hand", async () => {
    const words = page.getByRole("textbox", { name: "New key result" });
    const inHand = () => words.evaluate((field) => field === document.activeElement);
    await press("n");
    await expect.poll(inHand).toBe(true);
    await type("Fewer calls in week 1");
    await press("Escape");
    await focused(new RegExp(`^Key result 2: ${outcome}`));
    await press("n");
    await expect.poll(inHand).toBe(true);
    expect(await words.inputValue()).toBe("Fewer calls in week 1");
    expect(await words.getAttribute("maxlength")).toBe("300");
    await press("Control+a");
    await press("Backspace");
    await press("Escape");
    await focused(new RegExp(`^Key result 2: ${outcome}`));
  });

  test("keeps its order, its owners and what is said about a line", async () => {
    await press("Alt+ArrowUp");
    await focused(new RegExp(`^Key result 1: ${outcome}`));
    await press("j");
    await focused(/^Key result 2: Clinics active/);
    await press("k");
    await act(/^No owner.*live booking/);
    await page.getByRole("combobox", { name: /^Owner of/ }).waitFor();
    await type("A colleague");
    await onlyOption("A colleague");
    await press("Enter");
    await seen("waits for A colleague to accept");
    await line(new RegExp(`^Key result 1: ${outcome}`)).focus();
    await press("m");
    const words = page.getByRole("textbox", { name: "Comment on key result 1" });
    await expect.poll(() => words.evaluate((field) => field === document.activeElement)).toBe(true);
    await type("Is a week long enough?");
    await press("Control+Enter");
    await seen("1 open, 0 resolved");
    await focused(/^Key result 1/);
    expect(await hindrances(page)).toEqual([]);
  });

  test("is reviewed by somebody in another zone, who sees on Today and in it when it closes for them", async () => {
    const theirs = await windowOf(kenji);
    await theirs.page.goto("/");
    await settled(theirs.page);
    expect(await waiting(theirs.page).count()).toBe(0);
    await act("Ask for review");
    const dialog = page.getByRole("dialog", { name: "Who reviews this plan?" });
    await tabTo(page, dialog.getByRole("combobox", { name: "Reviewers" }));
    await type("Kenji");
    await onlyOption("Kenji Mori");
    await press("Enter");
    await dialog.getByLabel("Closes on").fill("2027-03-05");
    await seen(/Friday.*5:00\sPM, where each of them is/, dialog);
    await act("Ask for review", dialog);
    await seen(/until Friday.*5:00\sPM in Tokyo, .*8:00\sAM.* where you are/);

    await seen(/closes Friday.*5:00\sPM/, waiting(theirs.page));
    expect(await hindrances(theirs.page)).toEqual([]);
    await theirs.page.getByRole("link", { name: "Review the plan of Product for Q2 2027" }).click();
    await theirs.page.getByRole("heading", { level: 1, name: "Plan Q2 2027" }).waitFor();
    await theirs.page.goto("/plan");
    await seen("Waits for your review", theirs.page);
    await theirs.page.getByRole("link", { name: "Product" }).click();
    await seen(/until Friday.*5:00\sPM where you are/, theirs.page);
    expect(await hindrances(theirs.page)).toEqual([]);
    await button("Approve", theirs.page).click();
    await seen("Approved", theirs.page);
    await seen("Approved");
    await theirs.page.goto("/");
    await settled(theirs.page);
    expect(await waiting(theirs.page).count()).toBe(0);
    expect(theirs.faults).toEqual([]);
  });

  test("is accepted by who owns a key result, with a first confidence, on a phone", async () => {
    const { page: hand, faults: theirs } = await windowOf(osier.colleague, looks[2]);
    await hand.goto("/");
    await seen(`“${outcome}”`, waiting(hand));
    expect(await hindrances(hand)).toEqual([]);
    await waiting(hand).getByRole("link", { name: "Accept a key result in the plan of Product for Q2 2027" }).click();
    await expect.poll(() => new URL(hand.url()).pathname).toBe(planAddress);
    await hand.getByRole("note", { name: /Key result 2/ }).waitFor();
    await button(`Accept “${outcome}”`, hand).click();
    await hand.getByRole("radio", { name: "7", exact: true }).check({ force: true });
    await button("Accept with confidence 7", hand).click();
    await seen("A colleague accepted, confidence 7", hand);
    expect(await hindrances(hand)).toEqual([]);
    expect(theirs).toEqual([]);
    await seen("A colleague accepted, confidence 7");
    await hand.goto("/");
    await settled(hand);
    expect(await waiting(hand).count()).toBe(0);
  });

  test("becomes an active objective, and says first what is not accepted yet", async () => {
    await act("Activate");
    const dialog = page.getByRole("dialog", { name: "Activate the plan for Q2 2027?" });
    await seen("One key result is not accepted yet.", dialog);
    expect(await hindrances(page)).toEqual([]);
    await act("Activate", dialog);
    await seen(/activated it/);
    await tabTo(page, page.getByRole("link", { name: objective }));
    await press("Enter");
    await page.getByRole("heading", { level: 1, name: objective }).waitFor();
    const mine = page.getByRole("list", { name: "The line of this objective" });
    for (const words of [imperative, outcome]) await seen(words, mine);
    await seen(output);
  });

  test("waits for nobody once it is discarded", async () => {
    const { ask } = osier.champion;
    const { items } = await told(ask, "GET", "/cycles");
    const { id: cycleId } = items.find(({ name }: { name: string }) => name === "Q2 2027");
    const id = crypto.randomUUID();
    await told(ask, "POST", "/plans", { id, cycleId, level: "company" });
    const { version } = await told(ask, "POST", `/plans/${id}/draft-objectives`, {
      id: crypto.randomUUID(),
      title: objective,
    });
    const closes = { on: "2027-03-05", at: "17:00" };
    await told(ask, "PUT", `/plans/${id}/review`, { version, reviewerIds: [kenji.id], closes });
    const { page: champion, faults: theirs } = await windowOf(osier.champion);
    await champion.goto(`/plan/${id}`);
    await seen("Waiting", champion);
    await seen(/Open for comments until/, champion);
    await told(ask, "DELETE", `/plans/${id}`);
    await champion.reload();
    await seen("Discarded before they answered", champion);
    const words = await champion.getByRole("main").textContent();
    expect(words).not.toMatch(/Waiting|Open for comments|until Friday/);
    expect(theirs).toEqual([]);
  });

  test("nothing broke, and nothing was asked elsewhere", () => {
    expect(faults).toEqual([]);
  });
});
