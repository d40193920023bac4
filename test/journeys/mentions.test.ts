/** Somebody is spoken to in a comment: found by keyboard, told of it on Today, and no longer once they have read it. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  hindrances,
  type Look,
  looks,
  openBrowser,
  openWebHouse,
  openWindow,
  settled,
  signInAs,
  type WebHouse,
} from "../support/browser.ts";
import { type Organisation, type Person, today } from "../support/house.ts";
import { newCycle } from "../support/okrs.ts";
import { newDraft, newDraftKeyResult, newPlan } from "../support/plans.ts";

interface Window {
  context: BrowserContext;
  page: Page;
  faults: string[];
}

let house: WebHouse;
let browser: Browser;
let osier: Organisation;
let kenji: Person;
let planId: string;
let writer: Window;
let read: Window;

beforeAll(async () => {
  house = await openWebHouse(today);
  browser = await openBrowser();
  osier = await house.organisation("Osier");
  kenji = await osier.addMember("member", "Kenji Mori");
  await osier.addMember("member", "Kenneth Ansah");
  const cycleId = await newCycle(osier, { name: "Q2 2027", startsOn: "2027-03-29", endsOn: "2027-06-27" }, []);
  planId = (await newPlan(osier, cycleId)).id;
  await newDraftKeyResult(osier.member.ask, await newDraft(osier.member.ask, planId));
  read = await windowOf(kenji, "/", looks[2]);
  writer = await windowOf(osier.member, `/plan/${planId}`);
});
afterAll(async () => {
  expect([...(writer?.faults ?? []), ...(read?.faults ?? [])]).toEqual([]);
  await browser?.close();
  await house?.close();
});

async function windowOf(person: Person, path: string, look?: Look): Promise<Window> {
  const opened = await openWindow(browser, house, look);
  opened.page.setDefaultTimeout(10_000);
  await opened.context.clock.setFixedTime(today);
  await signInAs(house, opened.context, osier.id, person.id);
  await opened.page.goto(path);
  await settled(opened.page);
  return opened;
}

const words = (page: Page) => page.getByRole("textbox", { name: "Comment on key result 1" });
const list = (page: Page) => page.getByRole("listbox", { name: "Members to mention" });
const notice = (page: Page) => page.getByRole("region", { name: "You are mentioned" });
const active = (page: Page) =>
  page.evaluate(
    () =>
      document.getElementById(document.activeElement?.getAttribute("aria-activedescendant") ?? "")?.textContent ?? "",
  );

describe("a mention", () => {
  test("is found and taken by keyboard, while the focus stays in the text", async () => {
    const { page } = writer;
    await page.getByRole("group", { name: /^Key result 1/ }).focus();
    await page.keyboard.press("m");
    await expect.poll(() => words(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type("Is week 4 right, @ken");
    await expect.poll(() => list(page).getByRole("option").count()).toBe(2);
    await expect.poll(() => active(page)).toContain("Kenji Mori");
    await page.getByText("2 members. Kenji Mori: Enter mentions them").waitFor({ state: "attached" });
    expect(await hindrances(page)).toEqual([]);
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => active(page)).toContain("Kenneth Ansah");
    await page.keyboard.press("Escape");
    await list(page).waitFor({ state: "detached" });
    expect(await words(page).inputValue()).toBe("Is week 4 right, @ken");
    await page.keyboard.type("j");
    expect(await list(page).count()).toBe(0);
    for (const _ of "@kenj") await page.keyboard.press("Backspace");
    await page.keyboard.type("@kenj");
    await expect.poll(() => active(page)).toContain("Kenji Mori");
    await page.keyboard.press("Enter");
    await list(page).waitFor({ state: "detached" });
    await page.keyboard.type("or is it too late?");
    expect(await words(page).inputValue()).toBe("Is week 4 right, @Kenji Mori or is it too late?");
    await page.keyboard.press("Control+Enter");
    await page.locator(".comment").getByText("Is week 4 right, @Kenji Mori or is it too late?").waitFor();
    const { rows } = await house.sql.query("select text from comment");
    expect(rows).toEqual([{ text: `Is week 4 right, <@${kenji.id}> or is it too late?` }]);
  });

  test("is told of on Today while it is open, on a phone, and leads to the comment", async () => {
    const { page } = read;
    await notice(page).getByText("Is week 4 right, @Kenji Mori").waitFor();
    expect(await hindrances(page)).toEqual([]);
    await notice(page).getByRole("link", { name: "The member on “Clinics active in week 4”" }).click();
    const comment = page.locator(".comment").filter({ hasText: "Is week 4 right" });
    await expect.poll(() => comment.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await hindrances(page)).toEqual([]);
  });

  test("is told of no longer once it was read, and stands under the name of today", async () => {
    const { page } = read;
    await expect.poll(async () => (await kenji.ask("GET", "/mentions")).body.items).toEqual([]);
    await page.goto("/");
    await settled(page);
    expect(await notice(page).count()).toBe(0);
    await house.sql.query("update member set name = 'Kenji Sato' where id = $1", [kenji.id]);
    await page.goto(`/plan/${planId}`);
    await page.getByText("Is week 4 right, @Kenji Sato or").waitFor();
  });

  test("is none where an @ stands before other words", async () => {
    const { page } = writer;
    await page.getByRole("group", { name: /^Key result 1/ }).focus();
    await page.keyboard.press("m");
    await page.keyboard.type("@nobody there");
    expect(await words(page).inputValue()).toBe("@nobody there");
    await page.keyboard.press("Control+Enter");
    await page.locator(".comment").getByText("@nobody there").waitFor();
    const { items } = (await osier.member.ask("GET", `/plans/${planId}/comments`)).body;
    expect(items).toContainEqual(expect.objectContaining({ text: "@nobody there", mentions: [] }));
  });
});
