/** Reading what the data say of a policy, in a browser: the sentence before the chart, what makes the figures, what else happened. */
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "../../src/platform/ids.ts";
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
import { told } from "../support/furnish.ts";
import type { Organisation, Person } from "../support/house.ts";
import {
  handOffs,
  judgedAt,
  type Measured,
  measuredTeams,
  reportWeeks,
  sealedPolicy,
  swing,
} from "../support/measured-teams.ts";

const phone = looks.find(({ name }) => name === "phone");
const onItsDay = "2027-02-15T12:00:00Z";
let house: WebHouse;
let browser: Browser;
let home: Organisation;

beforeAll(async () => {
  house = await openWebHouse("2027-02-16T09:12:00Z");
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});
beforeEach(async () => {
  house.clock.set("2027-02-16T09:12:00Z");
  home = await house.organisation("Osier");
});

async function windowOf(person: Person, look = looks[0]) {
  const opened = await openWindow(browser, house, look, { hasTouch: look === phone, acceptDownloads: true });
  await signInAs(house, opened.context, home.id, person.id);
  return opened;
}

/** Eight teams, four of them drawn, whose hand-offs take a day less from the start on. */
async function drawnPolicy() {
  const teams = await measuredTeams(house, home, 8);
  const onTime = { kind: "check-ins", reads: "on-time" };
  const policy = await sealedPolicy(house, home, {
    scope: { teamIds: teams.map(({ teamId }) => teamId) },
    outcomes: [handOffs(teams, { name: "Hand-off time, design to build" })],
    guardrails: [
      { id: newId(), name: "Check-ins on time", measure: onTime, safe: "at-least", limit: "60", margin: "5" },
    ],
    comparison: { kind: "randomised-by-team", draw: 4 },
  });
  const isOn = ({ teamId }: Measured, week: number) => week >= 0 && policy.armOf.get(teamId)?.arm === "covered";
  await reportWeeks(house, home, teams, [-12, 12], (at, week) =>
    (at + week + 40) % 9 === 0 ? null : 5 + swing(at, week) - (isOn(teams[at] as Measured, week) ? 1 : 0),
  );
  return policy.id;
}

async function widerThanTheWindow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

test("a verdict is read before its chart, opened to its teams and weeks, marked with what happened, and downloaded", async () => {
  const id = await drawnPolicy();
  await judgedAt(house, home, id, onItsDay);
  const { page, faults } = await windowOf(home.member);
  await page.goto(`/policies/${id}`);
  await page.getByRole("heading", { name: "Helps", exact: true }).waitFor();
  await page
    .getByText(/Hand-off time, design to build: .* lower where the policy applies\. This effect is more/)
    .waitFor();
  await page
    .getByRole("img", { name: /Hand-off time, design to build by week\. covered: .* before, .* after\./ })
    .waitFor();
  await settled(page);
  expect(await hindrances(page)).toEqual([]);

  await page.getByText("Teams that make this figure").click();
  await page.getByRole("rowheader", { name: "Team 08" }).waitFor();
  await page.getByText("As a table").click();
  expect(
    await page
      .getByRole("region", { name: /as a table/ })
      .getByRole("row")
      .count(),
  ).toBe(25);
  expect(await hindrances(page)).toEqual([]);

  await page.getByRole("button", { name: "Mark what happened" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What happened").fill("Bulk import went live");
  await dialog.getByLabel("On", { exact: true }).fill("2027-01-25");
  await dialog.getByLabel("Which team it met").selectOption("Team 03");
  expect(await hindrances(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Mark" }).click();
  await page.getByText("Bulk import went live (Team 03)").waitFor();
  await page.getByRole("button", { name: "Take back: Bulk import went live (Team 03)" }).click();
  await page.getByText("Nothing was marked, and the record knows of nothing.").waitFor();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download rows" }).click(),
  ]);
  const csv = await readFile(await download.path(), "utf8");
  expect(csv.split("\n")[0]).toBe("series,team,arm,week,day,value,weight,covered");
  expect(faults).toEqual([]);
});

test("it reads on a phone and in the dark, is slow without jumping away, and says when it cannot be read", async () => {
  const id = await drawnPolicy();
  await judgedAt(house, home, id, "2027-01-11T09:00:00Z");
  for (const look of [looks[1], phone]) {
    const { page, faults } = await windowOf(home.colleague, look);
    await page.goto(`/policies/${id}`);
    await page.getByRole("heading", { name: "Too early to tell: 7 of 12 weeks" }).waitFor();
    await page.getByRole("heading", { name: "What would settle it" }).waitFor();
    await page.getByText("5 more weeks until the decision date.").waitFor();
    await settled(page);
    expect(await hindrances(page)).toEqual([]);
    expect(await widerThanTheWindow(page)).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
  }
  const { page } = await windowOf(home.champion);
  let broken = true;
  await page.route(`**/api/policies/${id}/evidence`, (route) =>
    broken ? route.fulfill({ status: 500, body: "{}" }) : route.continue(),
  );
  await page.goto(`/policies/${id}`);
  await page.getByRole("button", { name: "Try again" }).first().waitFor();
  await page.getByRole("heading", { name: "What we believe" }).waitFor();
  broken = false;
  await page.getByRole("button", { name: "Try again" }).first().click();
  await page.getByRole("heading", { name: "Too early to tell: 7 of 12 weeks" }).waitFor();
});

test("before it starts nothing is judged, and while it is written it says what it could tell", async () => {
  const teams = await measuredTeams(house, home, 6);
  await reportWeeks(house, home, teams, [-12, 0], (at, week) => 5 + swing(at, week));
  house.clock.set("2026-11-19T09:00:00Z");
  const id = newId();
  await told(home.owner.ask, "POST", "/policies", {
    ...{ id, kind: "meeting-free", title: "Quiet mornings", rule: "No meetings before noon." },
    ...{ startsOn: "2026-11-23", decidesOn: "2027-02-15", comparison: { kind: "randomised-by-team", draw: 3 } },
    scope: { teamIds: teams.map(({ teamId }) => teamId) },
    outcomes: [handOffs(teams)],
  });
  const { page, faults } = await windowOf(home.owner);
  await page.goto(`/policies/${id}/edit`);
  await page.getByRole("heading", { name: "What this could tell" }).waitFor();
  await page.getByText("Too few teams to tell. It will describe, not settle.").waitFor();
  await page.getByRole("img", { name: /Smallest difference of Hand-off time that would be told/ }).waitFor();
  await settled(page);
  expect(await hindrances(page)).toEqual([]);
  await told(home.owner.ask, "POST", `/policies/${id}/sealing`, { version: 1 });
  await page.goto(`/policies/${id}`);
  await page.getByText(/Nothing is judged before it starts on/).waitFor();
  await settled(page);
  expect(await hindrances(page)).toEqual([]);
  expect(faults).toEqual([]);
});
