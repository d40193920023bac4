/** Two people in two windows write the same field of a draft: they see each other, and neither loses a word. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  hindrances,
  openBrowser,
  openWebHouse,
  openWindow,
  pasteTooMuch,
  settled,
  signInAs,
  type WebHouse,
} from "../support/browser.ts";
import { told } from "../support/furnish.ts";
import { type Organisation, type Person, today } from "../support/house.ts";
import { newCycle } from "../support/okrs.ts";
import { newDraft, newDraftKeyResult, newPlan } from "../support/plans.ts";

const before = "New clinics feel at home";
const hers = "New clinics get through their first Monday with confidence";
const his = "New clinics feel at home by Friday 🧵";

interface Window {
  context: BrowserContext;
  page: Page;
  faults: string[];
}

let house: WebHouse;
let browser: Browser;
let osier: Organisation;
let planId: string;
let her: Window;
let him: Window;

beforeAll(async () => {
  house = await openWebHouse(today);
  browser = await openBrowser();
  osier = await house.organisation("Osier");
  const cycleId = await newCycle(osier, { name: "Q2 2027", startsOn: "2027-03-29", endsOn: "2027-06-27" }, []);
  planId = (await newPlan(osier, cycleId)).id;
  await newDraft(osier.member.ask, planId, { title: before });
  her = await windowOf(osier.member);
  him = await windowOf(osier.champion);
});
afterAll(async () => {
  expect([...her.faults, ...him.faults]).toEqual([]);
  await browser?.close();
  await house?.close();
});

async function windowOf(person: Person): Promise<Window> {
  const opened = await openWindow(browser, house);
  opened.page.setDefaultTimeout(10_000);
  await opened.context.clock.setFixedTime(today);
  await signInAs(house, opened.context, osier.id, person.id);
  await opened.page.goto(`/plan/${planId}`);
  await settled(opened.page);
  return opened;
}

const title = ({ page }: Window) => page.getByRole("textbox", { name: "Objective 1", exact: true });
const button = ({ page }: Window, name: string) => page.getByRole("button", { name });
const met = ({ page }: Window) => page.getByText("It changed while you were writing.");
const kept = async () => (await told(osier.owner.ask, "GET", `/plans/${planId}`)).objectives[0].title;

/** Both empty the field and write it anew; he is quicker, and what he wrote is kept before she has written a word. */
async function writeAtOnce(mine: string, theirs: string) {
  await title(her).fill("");
  await title(him).fill(theirs);
  await title(him).blur();
  await expect.poll(kept).toBe(theirs);
  await title(her).fill(mine);
}

describe("two people at the same objective", () => {
  test("see that the other is at it", async () => {
    await title(her).focus();
    await title(him).focus();
    const soon = { state: "attached", timeout: 4_000 } as const;
    const objective = ({ page }: Window) => page.getByRole("group", { name: /^Objective 1/ });
    await objective(him).getByText(`${osier.member.name} looks at this line`).waitFor(soon);
    await him.page.getByText(`${osier.member.name} is here`).waitFor(soon);
    await objective(her).getByText(`${osier.champion.name} looks at this line`).waitFor(soon);
  });

  test("see at once when somebody comes, and when they close their window", async () => {
    const third = await windowOf(osier.admin);
    const face = her.page.getByText(`${osier.admin.name} is here`);
    await face.waitFor({ state: "attached", timeout: 4_000 });
    await third.page.close({ runBeforeUnload: true });
    await face.waitFor({ state: "detached", timeout: 4_000 });
    await third.context.close();
    expect(third.faults).toEqual([]);
  });

  test("are told of both texts, and nothing is written over", async () => {
    await writeAtOnce(hers, his);
    await met(her).waitFor();
    await her.page.getByText(`Now: ${his}.`).waitFor();
    await her.page.getByText(`Yours: ${hers}.`).waitFor();
    expect(await title(her).inputValue()).toBe(hers);
    expect(await hindrances(her.page)).toEqual([]);
    await title(her).blur();
    await her.page.waitForTimeout(1_500);
    expect(await kept()).toBe(his);
    expect(await title(him).inputValue()).toBe(his);
  });

  test("end with one text that both see, when she writes hers", async () => {
    await button(her, "Write mine").click();
    await expect.poll(kept).toBe(hers);
    await met(her).waitFor({ state: "detached" });
    await expect.poll(() => title(him).inputValue(), { timeout: 4_000 }).toBe(hers);
  });

  test("end with one text that both see, when she keeps his", async () => {
    await writeAtOnce(before, his);
    await met(her).waitFor();
    await button(her, "Keep theirs").click();
    await expect.poll(() => title(her).inputValue()).toBe(his);
    await her.page.waitForTimeout(1_500);
    expect([await kept(), await met(her).count()]).toEqual([his, 0]);
  });

  test("are told the same where a change is on its way while another arrives", async () => {
    let letGo = () => {};
    const held = new Promise<void>((release) => {
      letGo = release;
    });
    await her.context.route("**/draft-objectives/*", async (route) => {
      await held;
      await route.continue();
    });
    const asked = her.page.waitForRequest(/draft-objectives/);
    await title(her).fill(hers);
    await asked;
    await title(him).fill(before);
    await title(him).blur();
    await expect.poll(kept).toBe(before);
    letGo();
    await met(her).waitFor();
    await her.page.getByText(`Now: ${before}.`).waitFor();
    await her.page.getByText(`Yours: ${hers}.`).waitFor();
    expect([await kept(), await title(her).inputValue()]).toEqual([before, hers]);
  });
});

test("five megabytes pasted into a draft, a comment or the search are refused in words, and nothing of them is put in", async () => {
  const { objectives } = await told(osier.owner.ask, "GET", `/plans/${planId}`);
  await newDraftKeyResult(osier.member.ask, objectives[0].id, { title: "Clinics active" });
  const { page, context } = await windowOf(osier.member);
  const box = (name: string | RegExp) => page.getByRole("textbox", { name, exact: true });
  await pasteTooMuch({ page, context }, box("Objective 1"), "300");
  await pasteTooMuch({ page, context }, box(/^Why “/), "10,000");
  await pasteTooMuch({ page, context }, box("Key result 1"), "300");
  await pasteTooMuch({ page, context }, box(/^To, of “/), "80", ["7", "8", "0"]);
  await pasteTooMuch({ page, context }, box(/^Unit of “/), "30");
  await page.getByRole("group", { name: /^Objective 1/ }).focus();
  await page.keyboard.press("m");
  await pasteTooMuch({ page, context }, box("Comment on objective 1"), "10,000");
  await page.keyboard.press("Control+k");
  await pasteTooMuch({ page, context }, page.getByRole("combobox", { name: "Search or jump" }), "200");
  await context.close();
});

test("a line copied, moved or changed among several is as it was after Undo, and the focus stays with it", async () => {
  const { page, context } = await windowOf(osier.member);
  const { objectives } = await told(osier.owner.ask, "GET", `/plans/${planId}`);
  const other = await newDraft(osier.member.ask, planId, { title: "Clinics are never surprised", energy: "20" });
  await newDraftKeyResult(osier.member.ask, objectives[0].id, { title: "Clinics active in week 8" });
  const line = (name: RegExp) => page.getByRole("group", { name });
  const chosen = async (name: RegExp, item: string) => {
    await line(name)
      .getByRole("button", { name: /^More for/ })
      .first()
      .press("Enter");
    await page.getByRole("menuitem", { name: item }).press("Enter");
  };
  const undo = () => page.getByRole("button", { name: "Undo" }).press("Enter");
  const shape = async () => {
    const now = await told(osier.owner.ask, "GET", `/plans/${planId}`);
    return now.objectives.map(
      ({ id, energy, keyResults }: { id: string; energy: string; keyResults: { id: string }[] }) => [
        id,
        energy,
        ...keyResults.map((each) => each.id),
      ],
    );
  };
  const inHand = (name: RegExp) =>
    expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? ""), { timeout: 10_000 })
      .toMatch(name);
  await line(/^Objective 2/).waitFor();
  const before = await shape();
  expect(before.map(([id]: [string]) => id)).toEqual([objectives[0].id, other]);

  await chosen(/^Key result 1/, "Duplicate");
  await inHand(/^Key result 3/);
  await undo();
  await inHand(/^Key result 1/);
  await expect.poll(shape, { timeout: 10_000 }).toEqual(before);

  await chosen(/^Key result 1/, "Make it an initiative");
  await inHand(/^Initiative 1/);
  await undo();
  await inHand(/^Key result 1/);
  await expect.poll(shape, { timeout: 10_000 }).toEqual(before);

  await chosen(/^Key result 1/, "Move to another objective");
  await page.getByRole("dialog").getByRole("button", { name: "Move" }).press("Enter");
  await inHand(/^Key result 1/);
  await expect.poll(shape, { timeout: 10_000 }).not.toEqual(before);
  await undo();
  await inHand(/^Key result 1/);
  await expect.poll(shape, { timeout: 10_000 }).toEqual(before);

  await page.getByRole("button", { name: "More for this plan" }).press("Enter");
  await page.getByRole("menuitem", { name: "Change several lines" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox", { name: "Clinics are never surprised" }).press("Space");
  await dialog.getByLabel("Energy, %").fill("40");
  await dialog.getByRole("button", { name: "Change 1 line" }).press("Enter");
  await expect.poll(shape, { timeout: 10_000 }).not.toEqual(before);
  await undo();
  await expect.poll(shape, { timeout: 10_000 }).toEqual(before);
  await context.close();
});
