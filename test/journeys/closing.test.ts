/** A person closes a cycle in a real browser: a grade of one's own, an open ask, the objective, the cycle, and what goes on. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../src/platform/ids.ts";
import {
  hindrances,
  openBrowser,
  openWebHouse,
  openWindow,
  settled,
  signInAs,
  type WebHouse,
} from "../support/browser.ts";
import { told } from "../support/furnish.ts";
import type { Organisation } from "../support/house.ts";
import { newCycle, newKeyResult, newObjective } from "../support/okrs.ts";

let house: WebHouse;
let browser: Browser;
let osier: Organisation;
let cycleId: string;
let page: Page;
let faults: string[];

beforeAll(async () => {
  house = await openWebHouse("2027-03-29T09:12:00Z");
  browser = await openBrowser();
  osier = await house.organisation("Osier");
  cycleId = await newCycle(osier);
  await newCycle(osier, { name: "Q2 2027", startsOn: "2027-03-29", endsOn: "2027-06-27" }, []);
  const objective = await newObjective(osier, cycleId);
  const keyResult = await newKeyResult(osier, objective.id, { unit: "%" });
  await told(osier.member.ask, "POST", `/key-results/${keyResult.id}/check-ins`, {
    ...{ id: newId(), value: "46", confidence: 7 },
    ask: { id: newId(), toMemberId: osier.colleague.id, text: "Can it be optional?" },
  });
  const { version } = await told(osier.champion.ask, "GET", `/cycles/${cycleId}`);
  await told(osier.champion.ask, "PUT", `/cycles/${cycleId}/state`, { version, state: "closing" });
  const opened = await openWindow(browser, house);
  page = opened.page;
  faults = opened.faults;
  await signInAs(house, opened.context, osier.id, osier.champion.id);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** With the keyboard alone: a field by its label, then Enter on the act. */
async function press(name: string) {
  await page.getByRole("button", { name, exact: true }).focus();
  await page.keyboard.press("Enter");
}

test("a key result is graded with a note where the score is one's own", async () => {
  await page.goto(`/closing?cycle=${cycleId}`);
  await page.getByRole("link", { name: "Grade", exact: true }).click();
  await page.getByText("Grade the key results first", { exact: false }).waitFor();
  expect(await page.locator(".btn.primary").allTextContents()).toEqual(["Keep this grade"]);
  const form = page.getByRole("form", { name: "Score of “Clinics that finish setup unaided”" });
  await form.getByLabel("Score").fill("0.7");
  await press("Keep this grade");
  await form.getByText("expected a note", { exact: false }).waitFor();
  await form.getByLabel(/^Note/).fill("Half of it came from one clinic.");
  await press("Keep this grade");
  await page.getByText("1 of 1 graded").waitFor();
});

test("an objective is closed once its open ask is settled", async () => {
  await press("Close the objective");
  await page.getByText("what becomes of each open ask; 1 is open", { exact: false }).waitFor();
  await page.locator(".clo-ask").getByLabel("What becomes of it").selectOption("move");
  await press("Close the objective");
  await page.getByRole("heading", { name: "Closed with" }).waitFor();
  expect(await hindrances(page)).toEqual([]);
});

test("what is kept goes on in the next cycle, from its end value", async () => {
  await page.getByRole("link", { name: "All teams" }).click();
  await page.getByText("starts at 46%").waitFor();
  await press("Roll over");
  await page.getByText("Goes on already").first().waitFor();
  await page.getByRole("button", { name: "Roll over" }).waitFor({ state: "detached" });
  expect(await page.locator(".btn.primary").allTextContents()).toEqual(["Close the cycle"]);
  const { items } = await told(osier.member.ask, "GET", "/objectives?limit=200");
  expect(items.filter(({ title }: { title: string }) => title === "Clinics start unaided")).toHaveLength(2);
});

test("a retrospective is written alone by two, and read together once it is open", async () => {
  await press("Start a retrospective");
  await page.getByLabel("Team").selectOption({ label: "the organisation" });
  await press("Start it");
  await page.getByLabel(/^What helped/).fill("Two clinics let us watch.");
  await press("Keep it");
  await page.getByText("Only you read it", { exact: false }).waitFor();
  const other = await openWindow(browser, house);
  await signInAs(house, other.context, osier.id, osier.member.id);
  await other.page.goto(page.url());
  await other.page.getByLabel(/^What hindered/).fill("Nobody answered on Fridays.");
  expect(await other.page.getByText("Two clinics let us watch.").count()).toBe(0);
  await other.page.getByRole("button", { name: "Keep it", exact: true }).click();
  await other.page.getByText("Only you read it", { exact: false }).waitFor();
  expect(await page.getByText("Nobody answered on Fridays.").count()).toBe(0);
  await press("Open it for everybody");
  await page.getByRole("dialog").getByRole("button", { name: "Open it for everybody" }).click();
  await page.getByText("Everybody reads this together.").waitFor();
  for (const each of [page, other.page]) {
    await each.getByText("Two clinics let us watch.").waitFor();
    await each.getByText("Nobody answered on Fridays.").waitFor();
  }
  expect(other.faults).toEqual([]);
  await other.context.close();
});

test("a guest is told whom these pages are for, and is led back", async () => {
  const guest = await openWindow(browser, house);
  await signInAs(house, guest.context, osier.id, osier.guest.id);
  const titles = {
    [`/closing?cycle=${cycleId}`]: "Closing",
    [`/cycles/${cycleId}/report`]: "Report of the cycle",
    "/plan": "Plan",
    "/alignment": "Alignment",
    "/energy": "Energy",
    "/engagement": "Engagement",
  };
  for (const [path, title] of Object.entries(titles)) {
    await guest.page.goto(path);
    await guest.page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
    await guest.page.getByText("You are here as a guest").waitFor();
    expect(await guest.page.getByText("Your role does not allow this").count()).toBe(0);
  }
  await settled(guest.page);
  expect(await hindrances(guest.page)).toEqual([]);
  await guest.page.getByRole("link", { name: "See the objectives" }).click();
  await guest.page.getByRole("heading", { level: 1, name: "Objectives" }).waitFor();
  await guest.page.goto(`/cycles/${cycleId}`);
  await guest.page.getByRole("heading", { level: 1, name: "Q1 2027" }).waitFor();
  expect(await guest.page.locator('a[href^="/closing"]').count()).toBe(0);
  expect(guest.faults).toEqual([]);
  await guest.context.close();
});

test("the cycle is closed for good and told in a report", async () => {
  await page.goto(`/closing?cycle=${cycleId}`);
  await press("Close the cycle");
  await page.getByRole("dialog").getByRole("button", { name: "Close the cycle" }).click();
  await page.getByText("Closed and locked", { exact: false }).waitFor();
  await page.getByRole("link", { name: "Report" }).click();
  await page.getByText("One of 1 objective came to 0.7 or more", { exact: false }).waitFor();
  const outcomes = page.getByText(/key results? (?:is an outcome|are outcomes); /u);
  const told = await outcomes.textContent();
  expect(told).not.toContain("%");
  await settled(page);
  expect(await hindrances(page)).toEqual([]);
  await page.goto(`/cycles/${cycleId}`);
  await outcomes.waitFor();
  expect(await outcomes.textContent()).toBe(told);
  expect(faults).toEqual([]);
});

test("the report of a cycle without objectives shows no figure", async () => {
  const empty = { name: "Q4 2027", startsOn: "2027-10-04", endsOn: "2028-01-02" };
  const emptyId = await newCycle(osier, empty, []);
  await page.goto(`/cycles/${emptyId}/report`);
  await page.getByText("No alignment index: none of its parts has data.").waitFor();
  expect(await page.getByRole("heading", { name: "How they ended" }).count()).toBe(0);
  expect(await page.getByText("left out, without data", { exact: false }).count()).toBe(0);
  expect(faults).toEqual([]);
});

test("what a closed cycle left open is taken along by choice", async () => {
  const past = { name: "Q4 2026", startsOn: "2026-10-05", endsOn: "2027-01-03" };
  const pastId = await newCycle(osier, past);
  await newObjective(osier, pastId, { title: "Reminders go out" });
  const { version } = await told(osier.champion.ask, "GET", `/cycles/${pastId}`);
  const close = { version, state: "closing" };
  const closing = await told(osier.champion.ask, "PUT", `/cycles/${pastId}/state`, close);
  const closed = { version: closing.version, state: "closed", withOpen: true };
  await told(osier.champion.ask, "PUT", `/cycles/${pastId}/state`, closed);
  await page.goto(`/closing?cycle=${pastId}`);
  await page.getByText("One objective was left open when the cycle was closed", { exact: false }).waitFor();
  await page.getByText("1 left open").waitFor();
  expect(await page.getByRole("button", { name: "Roll over" }).count()).toBe(0);
  await page.getByRole("checkbox", { name: "Take “Reminders go out” along" }).press("Space");
  await press("Roll over");
  await page.getByText("Goes on already").waitFor();
  expect(await hindrances(page)).toEqual([]);
  expect(faults).toEqual([]);
});
