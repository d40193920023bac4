/** The line end to end in a browser: from the setup link to a check-in that others see while they look. */
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  looks,
  openBrowser,
  openWebHouse,
  openWindow,
  password,
  pasteTooMuch,
  settled,
  tabTo,
  typeInto,
  type WebHouse,
} from "../support/browser.ts";
import { type Person, setupSecret, today } from "../support/house.ts";
import * as line from "../support/line-journey.ts";

let house: WebHouse;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let faults: string[];
let colleague: Person;
let objectiveAddress: string;
let activationId: string;

beforeAll(async () => {
  house = await openWebHouse(today);
  browser = await openBrowser();
  ({ context, page, faults } = await openWindow(browser, house));
  page.setDefaultTimeout(20_000);
  await context.clock.setFixedTime(today);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const button = (name: string | RegExp, within: Page | Locator = page) => within.getByRole("button", { name });
const field = (name: string | RegExp, within: Page | Locator = page) => within.getByRole("textbox", { name });
const seen = (words: string | RegExp, within: Page | Locator = page) => within.getByText(words).first().waitFor();
const track = (words: string | RegExp, within: Page | Locator = page) =>
  within.getByRole("img", { name: words }).first();

describe("in the browser", () => {
  test("the setup link begins the line: vision, mission, imperative, and an owner who is signed in", async () => {
    await page.goto(`/welcome#${setupSecret}`);
    await settled(page);
    await field("Organisation").fill("Osier");
    await field("Vision").fill(line.vision);
    await field("Mission").fill(line.mission);
    await field("First imperative").fill(line.imperative);
    await field("Your name").fill("Aiko Tanaka");
    await field("Email").fill("aiko@example.test");
    await page.getByLabel("Password").fill("short");
    await button("Start with this line").click();
    await seen(/Expected .*15/);
    expect(await field("Vision").inputValue()).toBe(line.vision);
    await page.getByLabel("Password").fill(password);
    await button("Start with this line").click();
    const mine = page.getByRole("list", { name: "My throughline" });
    await seen(line.vision, mine);
    await seen("No cycle is planned.", mine);
    await page.goto("/settings/strategy");
    for (const words of [line.vision, line.mission, line.imperative]) await seen(words, page.getByRole("main"));
  });

  test("a cycle is planned and begun in the settings", async () => {
    await page.goto("/");
    await page.getByRole("link", { name: "Plan a cycle" }).click();
    await button("Plan a cycle").click();
    await expect.poll(() => field("Name").inputValue()).not.toBe("");
    await field("Name").fill(line.cycle.name);
    await page.getByLabel("First day").fill(line.cycle.startsOn);
    await page.getByLabel("Last day").fill(line.cycle.endsOn);
    await button("Plan a cycle").click();
    const row = page.getByRole("row", { name: new RegExp(line.cycle.name) });
    await seen("Planning", row);
    await button(`Start: ${line.cycle.name}`).click();
    await seen("Active", row);
  });

  test("an objective is set with three key results of different types", async () => {
    await page.goto("/objectives");
    await button("New objective").first().click();
    const objective = page.getByRole("dialog", { name: "New objective" });
    await field(/^Energy/, objective).fill("most of it");
    await button("Write this objective", objective).click();
    await seen("Expected text of 1 to 300 characters", objective);
    await seen("Expected a number, such as 1250 or 12.5", objective);
    await expect.poll(() => field("Title", objective).evaluate((title) => title === document.activeElement)).toBe(true);
    await field(/^Energy/, objective).fill("40 %");
    expect(await objective.getByText("Expected a number").count()).toBe(0);
    await field("Title", objective).fill(line.objective.title);
    await field(/^Why it matters/, objective).fill(line.objective.why);
    await page.keyboard.press("Escape");
    await page.reload();
    await button("New objective").first().click();
    expect(await field("Title", objective).inputValue()).toBe(line.objective.title);
    expect(await field(/^Why it matters/, objective).inputValue()).toBe(line.objective.why);
    await button("Cancel", objective).click();
    await button("New objective").first().click();
    expect(await field("Title", objective).inputValue()).toBe("");
    await field("Title", objective).fill(line.objective.title);
    await field(/^Why it matters/, objective).fill(line.objective.why);
    await field(/^Energy/, objective).fill("40 %");
    await objective.getByRole("combobox", { name: "Level" }).selectOption({ label: "Company" });
    await button("Write this objective", objective).click();
    await page.getByRole("heading", { level: 1, name: line.objective.title }).waitFor();
    objectiveAddress = new URL(page.url()).pathname;

    await addKeyResult(line.activation.title, "A number, from a start to a target", async (form) => {
      await field("Start", form).fill("31");
      await field("Target", form).fill("31");
      await button("Add this key result", form).click();
      await seen("a target that differs from the start", form);
      await field("Start", form).fill("30");
      await expect.poll(() => form.getByText("a target that differs from the start").count()).toBe(0);
      await field("Start", form).fill("31");
      await field("Target", form).fill("55 %");
      await field("Target", form).blur();
      expect(await field(/^Unit/, form).inputValue()).toBe("%");
    });
    await addKeyResult(line.guide.title, "Milestones with weights", async (form) => {
      for (const [at, { title }] of line.guide.measure.milestones.entries()) {
        if (at > 0) await button("Add a step", form).click();
        await field(`Step ${at + 1}`, form).fill(title);
      }
    });
    await addKeyResult(line.churn.title, "A threshold that must hold", async (form) => {
      await form.getByRole("combobox", { name: "It must be" }).selectOption({ label: "at or below" });
      await field("Limit", form).fill("2");
      await field(/^Unit/, form).fill("%");
    });
  });

  test("it is connected to the imperative", async () => {
    await button("Connect", page.getByRole("region", { name: "Connected work" })).click();
    const form = page.getByRole("dialog", { name: "What does this support?" });
    await form.getByRole("radio", { name: line.imperative }).check();
    await button("Connect", form).click();
    await form.waitFor({ state: "hidden" });
    await seen(line.imperative, page.getByRole("list", { name: "The line of this objective" }));
  });

  test("all three are checked in on by keyboard alone", async () => {
    await page.goto("/");
    await track(`${line.activation.title}: from 31% to 55%, no check-in yet`).waitFor();
    await page.keyboard.press("c");
    await page.getByRole("heading", { level: 1, name: "Check in" }).waitFor();
    const reports: Record<string, () => Promise<void>> = {
      [line.activation.title]: () => typeInto(page, field("New value"), line.report.value),
      [line.guide.title]: async () => {
        await tabTo(page, page.getByRole("checkbox", { name: "Portuguese" }));
        await page.keyboard.press("Space");
      },
      [line.churn.title]: () => typeInto(page, field("New value"), "1.5 %"),
    };
    const step = page.locator("[aria-current=step]").getByRole("heading");
    for (let left = 3; left > 0; left--) {
      const title = await step.textContent();
      await reports[title ?? ""]?.();
      await tabTo(page, page.getByRole("group", { name: /^Confidence/ }));
      await page.keyboard.press("7");
      if (title === line.activation.title) await typeInto(page, field("What changed"), line.report.whatChanged);
      if (left === 1) break;
      await page.keyboard.press("Control+ArrowDown");
      await expect.poll(() => step.textContent()).not.toBe(title);
    }
    await page.keyboard.press("Control+Enter");
    await seen("Everything is sent.");
    await tabTo(page, page.getByRole("link", { name: "Back to Today" }));
    await page.keyboard.press("Enter");
    await track(new RegExp(`^${line.activation.title}: from 31% to 55%, now 43%, 50% of the way`)).waitFor();
  });

  test("Today, map, outline and objective show it", async () => {
    const mine = page.getByRole("list", { name: "My throughline" });
    for (const words of [line.vision, line.imperative, line.objective.title]) await seen(words, mine);
    await track(/^Setup guide in four languages: .*now 1 of 4, 25% of the way/, mine).waitFor();
    await seen("Nothing is due.");

    await page.goto("/map?view=map");
    const map = page.getByRole("region", { name: "Strategy map" });
    for (const words of [line.vision, line.imperative]) await seen(words, map);
    await map.getByRole("link", { name: new RegExp(`${line.activation.title}.*43%`) }).waitFor();

    await page.goto("/map?view=outline");
    const outline = page.getByRole("treegrid", { name: "Outline of the strategy" });
    await outline.getByRole("row", { name: new RegExp(`${line.activation.title}.*43%`) }).waitFor();
    await outline.getByRole("row", { name: new RegExp(line.imperative) }).waitFor();

    await page.goto(objectiveAddress);
    const told = page.getByRole("region", { name: "Check-ins" });
    await seen(line.report.whatChanged, told);
    await seen("3 this cycle", told);
    await track(/Planned pace from 31% .* to 55% .*Checked in at 43%\./).waitFor();
    await seen(line.imperative, page.getByRole("list", { name: "The line of this objective" }));
  });

  test("a colleague's check-in appears on Today and on the objective while they are open", async () => {
    const { rows } = await house.sql.query("select organisation_id from organisation");
    colleague = await house.addMember(rows[0].organisation_id, "champion", "Ben Okafor");
    const { body } = await colleague.ask("GET", objectiveAddress);
    activationId = body.keyResults.find(({ title }: { title: string }) => title === line.activation.title).id;
    const onToday = await context.newPage();
    await onToday.goto("/");
    await track(/now 43%/, onToday).waitFor();
    await later();
    for (const open of [page, onToday]) await open.evaluate(() => Object.assign(globalThis, { neverLeft: true }));

    const report = { id: crypto.randomUUID(), value: "49", confidence: 8, whatChanged: "Two clinics started alone." };
    const answer = await colleague.ask("POST", `/key-results/${activationId}/check-ins`, report);
    expect(answer).toMatchObject({ status: 200 });

    await track(/now 49%, 75% of the way/, onToday).waitFor();
    await seen(report.whatChanged, page.getByRole("region", { name: "Check-ins" }));
    await track(/Checked in at 43%.*49%/).waitFor();
    for (const open of [page, onToday]) expect(await open.evaluate(() => "neverLeft" in globalThis)).toBe(true);
    await onToday.close();
  });

  test("on a phone a figure is read as it is typed, five megabytes pasted are refused in words, and it is sent by touch", async () => {
    const phone = looks.find(({ name }) => name === "phone");
    await later();
    const { cookies } = await context.storageState();
    const touch = { hasTouch: true, isMobile: true, storageState: { cookies, origins: [] } };
    const hand = await openWindow(browser, house, phone, touch);
    hand.page.setDefaultTimeout(20_000);
    await hand.context.clock.setFixedTime(house.clock.now().toString());
    await hand.page.goto(`/check-in?keyResult=${activationId}`);
    const value = field("New value", hand.page);
    const leave = () => field("What changed", hand.page).tap();
    await value.tap();
    await value.fill("abc");
    await leave();
    await seen("Expected a number, such as 1250 or 12.5", hand.page);
    expect(await value.inputValue()).toBe("abc");
    expect(await value.getAttribute("aria-invalid")).toBe("true");

    await button("Send", hand.page).tap();
    await seen("Choose how sure you are", hand.page);
    expect(await value.inputValue()).toBe("abc");

    for (const [typed, understood] of [
      ["3,637,839", "Read as 3,637,839%."],
      ["12,5 %", "Read as 12.5%."],
    ] as const) {
      await value.fill(typed);
      await leave();
      await seen(understood, hand.page);
      expect(await value.inputValue()).toBe(typed);
    }
    await pasteTooMuch(hand, field("What changed", hand.page), "10,000");
    await value.fill("52");
    await hand.page.getByRole("radio", { name: "9", exact: true }).tap();
    await button("Send", hand.page).tap();
    await seen("Everything is sent.", hand.page);
    await track(/Checked in at 43%.*49%.*52%/).waitFor();
    expect(hand.faults).toEqual([]);
    await hand.context.close();
  });

  test("nothing broke, and nothing was asked elsewhere", () => {
    expect(faults).toEqual([]);
  });
});

async function addKeyResult(title: string, measuredBy: string, fill: (form: Locator) => Promise<void>) {
  await button("Add a key result").click();
  const form = page.getByRole("dialog", { name: "New key result" });
  await field("Title", form).fill(title);
  await form.getByRole("combobox", { name: "Measured by" }).selectOption({ label: measuredBy });
  await fill(form);
  await button("Add this key result", form).click();
  await form.waitFor({ state: "hidden" });
  await seen(title, page.getByRole("list", { name: "The line of this objective" }));
}

/** An hour passes, on the server and in the window. */
async function later(): Promise<void> {
  const now = house.clock.now().add({ hours: 1 }).toString();
  house.clock.set(now);
  await context.clock.setFixedTime(now);
}
