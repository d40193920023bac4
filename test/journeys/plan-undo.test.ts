/** One way back for words and acts on a plan, in the order in which they were done; and what a plan says of refusals. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openBrowser, openWebHouse, openWindow, settled, signInAs, type WebHouse } from "../support/browser.ts";
import { told } from "../support/furnish.ts";
import { type Organisation, today } from "../support/house.ts";
import { newCycle } from "../support/okrs.ts";
import { newDraft, newDraftKeyResult, newPlan } from "../support/plans.ts";

let house: WebHouse;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let osier: Organisation;
let planId: string;

beforeAll(async () => {
  house = await openWebHouse(today);
  browser = await openBrowser();
  osier = await house.organisation("Osier");
  const cycleId = await newCycle(osier, { name: "Q2 2027", startsOn: "2027-03-29", endsOn: "2027-06-27" }, []);
  planId = (await newPlan(osier, cycleId)).id;
  const objective = await newDraft(osier.member.ask, planId, { title: "New clinics feel at home" });
  await newDraftKeyResult(osier.member.ask, objective, { title: "Clinics active in week 4", ownerId: null });
  await newDraftKeyResult(osier.member.ask, objective, {
    title: "Clinics active in week 8",
    ownerId: osier.colleague.id,
  });
  const opened = await openWindow(browser, house);
  ({ context, page } = opened);
  page.setDefaultTimeout(10_000);
  await context.clock.setFixedTime(today);
  await signInAs(house, context, osier.id, osier.member.id);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});
beforeEach(async () => {
  await page.goto(`/plan/${planId}`);
  await settled(page);
});

const line = (name: RegExp) => page.getByRole("group", { name });
const plan = () => told(osier.owner.ask, "GET", `/plans/${planId}`);

async function titles(): Promise<string[]> {
  const { objectives } = await plan();
  return objectives[0].keyResults.map(({ title }: { title: string }) => title);
}

async function become(expected: string[]) {
  await expect.poll(titles, { timeout: 10_000 }).toEqual(expected);
}

async function chosen(name: RegExp, item: string) {
  await line(name)
    .getByRole("button", { name: /^More for/ })
    .first()
    .press("Enter");
  await page.getByRole("menuitem", { name: item }).press("Enter");
}

test("⌘Z takes back words and acts in their order, ⇧⌘Z does them again", async () => {
  const [four, eight] = ["Clinics active in week 4", "Clinics active in week 8"];
  await become([four, eight]);
  const field = line(/^Key result 1/).getByRole("textbox", { name: "Key result 1" });
  await field.fill("Clinics active in week 5");
  await become(["Clinics active in week 5", eight]);
  await chosen(/^Key result 2/, "Duplicate");
  await become(["Clinics active in week 5", eight, eight]);
  await line(/^Key result 1/).press("Alt+ArrowDown");
  await become([eight, "Clinics active in week 5", eight]);
  await chosen(/^Key result 1/, "Remove");
  await become(["Clinics active in week 5", eight]);

  await page.keyboard.press("Control+z");
  await become([eight, "Clinics active in week 5", eight]);
  await page.keyboard.press("Control+z");
  await become(["Clinics active in week 5", eight, eight]);
  await page.keyboard.press("Control+z");
  await become(["Clinics active in week 5", eight]);
  await field.focus();
  await page.keyboard.press("Control+z");
  await become([four, eight]);
  await expect.poll(() => field.inputValue()).toBe(four);
  await page.keyboard.press("Control+z");
  await page.getByText("There is nothing to undo on this page.").waitFor();

  await page.keyboard.press("Control+Shift+z");
  await become(["Clinics active in week 5", eight]);
  await expect.poll(() => field.inputValue()).toBe("Clinics active in week 5");
  await page.keyboard.press("Control+y");
  await become(["Clinics active in week 5", eight, eight]);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await become([four, eight]);
});

test("words that were not kept yet go first, and a field of its own undoes for itself", async () => {
  const field = line(/^Key result 1/).getByRole("textbox", { name: "Key result 1" });
  const before = await titles();
  await field.fill("Half a tho");
  await page.keyboard.press("Control+z");
  await expect.poll(() => field.inputValue()).toBe(before[0]);
  await page.getByRole("button", { name: /^Add a key result to/ }).press("Enter");
  const begun = page.getByRole("textbox", { name: "New key result" });
  await begun.pressSequentially("Nobody waits");
  await page.keyboard.press("Control+z");
  expect(await begun.inputValue()).not.toBe("Nobody waits");
  expect(await titles()).toEqual(before);
});

test("a figure that cannot be kept says why, without the path of its field", async () => {
  const row = line(/^Key result 1/);
  await row.getByRole("textbox", { name: /^From, of/ }).fill("60");
  await row.getByRole("textbox", { name: /^To, of/ }).fill("60");
  await row.getByRole("textbox", { name: /^To, of/ }).press("Tab");
  const refusal = row.getByRole("alert");
  await refusal.waitFor();
  expect(await refusal.textContent()).not.toContain("measure");
  expect(await refusal.textContent()).toMatch(/^Expected /);
});

test("a line whose owner left waits for nobody", async () => {
  await told(osier.owner.ask, "POST", `/members/${osier.colleague.id}/deactivation`, {});
  await page.reload();
  await settled(page);
  const row = line(/^Key result 2/);
  await row.getByText(/ has left: choose another owner\.$/).waitFor();
  expect(await row.getByText(/waits for/).count()).toBe(0);
});

test("a discarded plan takes no comments", async () => {
  await told(osier.member.ask, "DELETE", `/plans/${planId}`, {});
  await page.reload();
  await settled(page);
  await page.getByRole("button", { name: "Bring it back" }).waitFor();
  expect(await page.getByRole("button", { name: "Comment" }).count()).toBe(0);
});
