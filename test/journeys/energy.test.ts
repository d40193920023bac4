/** Energy in a browser: what a team plans against what it has, written in its place, and key results that pull both ways. */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
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
import { newCycle, newKeyResult, newObjective } from "../support/okrs.ts";

let house: WebHouse;
let browser: Browser;
let osier: Organisation;
let page: Page;
let faults: string[];
let objectiveId: string;

beforeAll(async () => {
  house = await openWebHouse(today);
  browser = await openBrowser();
  osier = await house.organisation("Osier");
  const cycleId = await newCycle(osier);
  objectiveId = (await newObjective(osier, cycleId, { energy: "70" })).id;
  const more = { title: "Clinics answer at once", energy: "40", upkeep: true };
  await newObjective(osier, cycleId, more);
  const theirs = { teamId: osier.otherTeam.id, ownerId: osier.colleague.id, title: "Support is calm" };
  const calm = await newObjective(osier, cycleId, theirs, osier.champion);
  const calls = { unit: "calls" };
  await newKeyResult(osier, objectiveId, { ...calls, title: "Raise support calls per clinic" });
  const fewer = { title: "Reduce support calls per clinic", measure: { kind: "metric", start: "9", target: "4" } };
  await newKeyResult(osier, calm.id, { ...calls, ...fewer }, osier.champion);
  await house.feed.settled(osier.id);
  ({ page, faults } = await windowOf(osier.member));
});
afterAll(async () => {
  expect(faults).toEqual([]);
  await browser?.close();
  await house?.close();
});

async function windowOf(person: Person, look: Look | undefined = looks[0]) {
  const opened = await openWindow(browser, house, look, { locale: "en-GB" });
  opened.page.setDefaultTimeout(10_000);
  await opened.context.clock.setFixedTime(today);
  await signInAs(house, opened.context, osier.id, person.id);
  return opened;
}

async function open(path: string, on = page) {
  await on.goto(path);
  await settled(on);
}

const seen = (words: string | RegExp, within: Page | Locator = page) => within.getByText(words).first().waitFor();
const energy = (on = page) => on.getByRole("region", { name: "Energy" });

test("a team sees what it promised twice, and lowers it in its place, with Undo", async () => {
  await open(`/teams/${osier.team.id}`);
  await seen("110% of Product’s capacity is planned, of 100% at most.", energy());
  await seen("10 points more than there is: split something, lower it, or say what waits.", energy());
  await seen("Upkeep", energy());
  await energy().getByRole("button", { name: "Change the energy of “Clinics start unaided”, now 70%" }).click();
  const field = energy().getByLabel("Energy of “Clinics start unaided”, in percent");
  await field.fill("140");
  await field.press("Enter");
  await seen("Expected a percentage of the team's capacity from 0 to 100", energy());
  await field.fill("50");
  await field.press("Enter");
  await seen("90% of Product’s capacity is planned, of 100% at most. 10 points are left.", energy());
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
    .toBe("Change the energy of “Clinics start unaided”, now 50%");
  await page.getByRole("button", { name: "Undo" }).click();
  await seen("110% of Product’s capacity is planned, of 100% at most.", energy());
});

test("who may not change it reads it", async () => {
  const { context, page: theirs } = await windowOf(osier.colleague);
  await open(`/teams/${osier.team.id}`, theirs);
  await seen("110% of Product’s capacity is planned", energy(theirs));
  expect(
    await energy(theirs)
      .getByRole("button", { name: /Change the energy/ })
      .count(),
  ).toBe(0);
  await context.close();
});

test("key results that pull both ways are named on the objective, with why", async () => {
  await open(`/objectives/${objectiveId}`);
  const opposing = page.getByRole("region", { name: "Pulls the other way" });
  await seen("“Raise support calls per clinic” should rise, and this should fall.", opposing);
  await seen("100% of what they are about is the same: calls, clinic and support.", opposing);
  await opposing.getByRole("link", { name: "Reduce support calls per clinic" }).click();
  await seen("“Reduce support calls per clinic” should fall, and this should rise.");
});

test.each(looks.map((look) => [look.name, look] as const))("%s: everyone can read it", async (_name, look) => {
  const { context, page: shown, faults: wrong } = await windowOf(osier.member, look);
  for (const address of ["/energy", `/teams/${osier.team.id}`, `/objectives/${objectiveId}`]) {
    await open(address, shown);
    const words = address.startsWith("/objectives") ? "Pulls the other way" : /110%/;
    await seen(words, shown);
    expect([address, await hindrances(shown)]).toEqual([address, []]);
  }
  expect(wrong).toEqual([]);
  await context.close();
});
