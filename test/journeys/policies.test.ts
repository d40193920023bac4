/** A policy in a real browser: written by keyboard alone, sealed, amended, decided on, and read by everyone. */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  hindrances,
  looks,
  openBrowser,
  openWebHouse,
  openWindow,
  settled,
  signInAs,
  tabTo,
  typeInto,
  type WebHouse,
} from "../support/browser.ts";
import { told } from "../support/furnish.ts";
import type { Organisation, Person } from "../support/house.ts";
import { newCycle, newKeyResult, newObjective } from "../support/okrs.ts";

let house: WebHouse;
let browser: Browser;
let home: Organisation;

beforeAll(async () => {
  house = await openWebHouse("2027-02-16T09:12:00Z");
  browser = await openBrowser();
  home = await house.organisation("Osier");
  const objective = await newObjective(home, await newCycle(home), { title: "Hand-offs take no waiting" });
  await newKeyResult(home, objective.id, {
    ...{ title: "Hand-off time, design to build", unit: "d", decimals: 1 },
    measure: { kind: "metric", start: "5.3", target: "3" },
  });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function windowOf(person: Person, look = looks[0]) {
  const opened = await openWindow(browser, house, look, { locale: "en-GB" });
  await signInAs(house, opened.context, home.id, person.id);
  return opened;
}

async function press(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

async function isWhole(page: Page): Promise<void> {
  await settled(page);
  expect(await hindrances(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
}

test("a policy is written by keyboard alone, sealed, amended, and decided on", async () => {
  const owner = await windowOf(home.owner);
  await begin(owner.page);
  await write(owner.page);
  await seal(owner.page);
  await amend(owner.page);
  await letOut(owner.page);
  await decide(owner.page);
  const member = await windowOf(home.colleague, looks[2]);
  await readIt(member.page);
  for (const { faults } of [owner, member]) expect(faults).toEqual([]);
}, 180_000);

async function begin(page: Page) {
  await page.goto("/policies");
  await page.getByText("No policy is written yet").waitFor();
  await isWhole(page);
  await press(page, page.getByRole("main").getByRole("button", { name: "Write a policy" }).first());
  const dialog = page.getByRole("dialog", { name: "Write a policy" });
  await dialog.waitFor();
  expect(await hindrances(page)).toEqual([]);
  await press(page, dialog.getByRole("button", { name: "Begin the draft" }));
  await dialog.getByText("text of 1 to 300 characters").waitFor();
  await page.keyboard.type("Quiet mornings");
  await tabTo(page, dialog.getByLabel("Kind"));
  await page.keyboard.type("Meeting-free");
  await press(page, dialog.getByRole("button", { name: "Begin the draft" }));
  await page.getByRole("heading", { name: "Quiet mornings", level: 1 }).waitFor();
}

/** The sentence writes itself; what is typed stays through a reload; what is missing stands beside its field. */
async function write(page: Page) {
  await page.getByText("We believe that").waitFor();
  await page
    .getByText("Expected what is asked, in one sentence")
    .or(page.getByText("What is asked, in one sentence. Write"))
    .first()
    .waitFor();
  await isWhole(page);
  await typeInto(page, page.getByLabel("What is asked, in one sentence"), "No meetings before noon on Tuesdays");
  await page.getByText("no meetings before noon on Tuesdays", { exact: true }).waitFor();
  await page.reload();
  await page.getByText("no meetings before noon on Tuesdays", { exact: true }).waitFor();
  await tabTo(page, page.getByRole("radio", { name: "Everyone", exact: true }));
  await page.keyboard.press("ArrowLeft");
  await press(page, page.getByRole("checkbox", { name: "Product", exact: true }), "Space");
  await typeInto(page, page.getByLabel("From", { exact: true }), "03012027");
  await press(page, page.getByRole("button", { name: "Add an outcome" }));
  await typeInto(page, page.getByLabel("Find key results by their words"), "hand-off");
  await press(page, page.getByRole("checkbox", { name: /Hand-off time/ }), "Space");
  await press(page, page.getByRole("button", { name: "Add", exact: true }));
  await tabTo(page, page.getByLabel("Direction of Hand-off time"));
  await page.keyboard.type("down");
  await typeInto(page, page.getByLabel("Smallest change of Hand-off time"), "0.5");
  await press(page, page.getByRole("button", { name: "Add a guardrail" }));
  await page.keyboard.type("Check-ins");
  await press(page, page.getByRole("button", { name: "Add", exact: true }));
  await typeInto(page, page.getByLabel("Limit of Check-ins on time"), "85");
  await tabTo(page, page.getByLabel("Compared how"));
  await page.keyboard.type("Before and after");
  await typeInto(page, page.getByLabel("We decide on"), "06012027");
  await press(page, page.getByRole("button", { name: "Save the draft" }).last());
  // The margin was left out: it is refused at its own field, and nothing is lost.
  await page.getByText(/Expected a number such as|Expected a number above 0/).waitFor();
  await isWhole(page);
  await page.getByLabel("How much worse than the others Check-ins on time").fill("5");
  await page.keyboard.press("Control+Enter");
  await page.getByText("The draft is saved.").waitFor();
  await page.getByText("Nothing is missing.").waitFor();
  await isWhole(page);
}

async function seal(page: Page) {
  await press(page, page.getByRole("button", { name: /^Seal, start 1 Mar/ }));
  const dialog = page.getByRole("dialog", { name: "Seal “Quiet mornings”?" });
  await dialog.waitFor();
  expect(await hindrances(page)).toEqual([]);
  await press(page, dialog.getByRole("button", { name: "Seal", exact: true }));
  await page.getByRole("heading", { name: /^Starts on 1 Mar/ }).waitFor();
  await page.getByText("sealed by The owner before the start, unchanged since").waitFor();
  await isWhole(page);
}

async function amend(page: Page) {
  await page.getByRole("button", { name: "Amend" }).click();
  const dialog = page.getByRole("dialog", { name: "Amend “Quiet mornings”" });
  await dialog.getByLabel("Decision date").fill("2027-06-08");
  await dialog.getByRole("button", { name: "Amend" }).click();
  await dialog.getByText("Expected text of 1 to 2000 characters").waitFor();
  await dialog.getByLabel("Why it is amended").fill("The first of June is a holiday.");
  expect(await hindrances(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Amend" }).click();
  await page.getByText("sealed by The owner, amended once since").waitFor();
  await page.getByText("Decision date: 1 Jun 2027 → 8 Jun 2027").waitFor();
  // What was sealed stays.
  await page.getByText("We decide on").waitFor();
  expect(await page.locator(".pol-hypo").textContent()).toContain("We decide on 1 Jun 2027.");
}

async function letOut(page: Page) {
  await page.getByRole("button", { name: "Let somebody out" }).click();
  const dialog = page.getByRole("dialog", { name: "Let somebody out of “Quiet mornings”" });
  await dialog.getByLabel("Whom").fill("The member");
  await dialog.getByRole("option", { name: /The member/ }).click();
  await dialog.getByLabel("Reason").fill("On call in the mornings.");
  await dialog.getByLabel("From").fill("2027-03-01");
  expect(await hindrances(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Let somebody out" }).click();
  await page.getByText("They are let out.").waitFor();
  await page.getByText("On call in the mornings.").waitFor();
  await page.getByText("1 is let out.").waitFor();
  await page.getByLabel("On", { exact: true }).fill("2027-02-20");
  await page.getByText(/^0 of \d people are covered/).waitFor();
  await isWhole(page);
}

async function decide(page: Page) {
  house.clock.set("2027-06-09T09:12:00Z");
  await page.reload();
  await page.getByRole("heading", { name: /^To be decided since 8 Jun/ }).waitFor();
  await page.getByRole("button", { name: "Decide", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Decide on “Quiet mornings”" });
  await dialog.getByRole("radio", { name: /^Stop/ }).check();
  await dialog.getByLabel("Because").fill("Hand-offs took as long as before.");
  expect(await hindrances(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Stop" }).click();
  await page.getByRole("heading", { name: /^Stopped, 9 Jun/ }).waitFor();
  await isWhole(page);
}

async function readIt(page: Page) {
  await page.goto("/policies");
  const tried = page.getByRole("region", { name: "What we tried" });
  await tried.getByText("Hand-offs took as long as before.").waitFor();
  await isWhole(page);
  await tried.getByRole("link", { name: "Quiet mornings" }).click();
  await page.getByRole("heading", { name: "Quiet mornings", level: 1 }).waitFor();
  expect(await page.getByRole("button", { name: "Amend" }).count()).toBe(0);
  await isWhole(page);
}

test("says what failed, and keeps a draft from whoever may only read it", async () => {
  const id = "01936f0e-7d7b-7cc1-a1f0-0242ac120002";
  await told(home.owner.ask, "POST", "/policies", { id, kind: "travel", title: "Fewer trips" });
  const { page } = await windowOf(home.colleague, looks[1]);
  await page.goto(`/policies/${id}/edit`);
  await page.getByText("You may read this draft and not write on it").waitFor();
  await isWhole(page);
  await page.route("**/api/policies", (route) => route.abort());
  await page.goto("/policies");
  await page.getByRole("button", { name: "Try again" }).waitFor();
  expect(await hindrances(page)).toEqual([]);
  await page.unroute("**/api/policies");
  await page.reload();
  await page.getByRole("link", { name: "Fewer trips" }).waitFor();
  await isWhole(page);
}, 60_000);
