/** A pulse in a browser: switched on, launched, answered by thumb and by keyboard, closed and read. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
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

const phone = looks.find(({ name }) => name === "phone");
let house: WebHouse;
let browser: Browser;
let home: Organisation;
let members: Person[];

beforeAll(async () => {
  house = await openWebHouse();
  browser = await openBrowser();
  home = await house.organisation("Osier");
  members = await Promise.all(Array.from({ length: 14 }, (_, at) => home.addMember("member", `Member ${at}`)));
  for (const { id } of members.slice(0, 8)) {
    await house.sql.query("insert into team_member (organisation_id, team_id, member_id) values ($1, $2, $3)", [
      home.id,
      home.team.id,
      id,
    ]);
  }
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function windowOf(person: Person, look = looks[0]) {
  const opened = await openWindow(browser, house, look, { hasTouch: look === phone });
  await signInAs(house, opened.context, home.id, person.id);
  return opened;
}

test("from switching on to reading, on a phone in ten seconds and six taps, and by keyboard", async () => {
  const owner = await windowOf(home.owner);
  const stranger = await windowOf(home.colleague);
  await stranger.page.goto("/");
  await settled(stranger.page);
  expect(await stranger.page.getByRole("link", { name: "Engagement" }).count()).toBe(0);

  await launch(owner.page);
  await answerByThumb();
  await answerByKeys(stranger.page);
  await othersAnswer();
  await closeAndRead(owner.page);
  for (const { faults } of [owner, stranger]) expect(faults).toEqual([]);
}, 120_000);

async function launch(page: Page) {
  await page.goto("/");
  await page.getByRole("link", { name: "Engagement" }).click();
  await page.getByRole("button", { name: "Switch pulses on" }).click();
  await page.getByRole("button", { name: "Launch a pulse" }).click();
  for (const box of await page.getByRole("checkbox").all()) if (await box.isVisible()) await box.setChecked(true);
  await page.getByLabel("Call it confidential").setChecked(false);
  await page.getByRole("button", { name: "Launch", exact: true }).click();
  await page.getByText("The pulse is open").waitFor();
  // One at a time.
  await page.getByRole("button", { name: "Launch a pulse" }).waitFor({ state: "detached" });
}

async function answerByThumb() {
  const { page, context, faults } = await windowOf(members[0] as Person, phone);
  await page.goto("/");
  const card = page.getByRole("region", { name: "A pulse asks you" });
  await card.waitFor();
  expect(await hindrances(page)).toEqual([]);
  const began = Date.now();
  let taps = 0;
  for (const agree of await card.getByRole("radio", { name: "4, Agree" }).all()) {
    await agree.tap();
    taps += 1;
  }
  await card.getByRole("button", { name: "Send" }).tap();
  taps += 1;
  await page.getByText("Thank you. It counts").waitFor();
  expect(taps).toBe(6);
  expect(Date.now() - began).toBeLessThan(10_000);
  await card.waitFor({ state: "detached" });
  expect(faults).toEqual([]);
  await context.close();
}

/** The focus is on the first step; each key answers and goes on, the last to Send. */
async function answerByKeys(page: Page) {
  await page.goto("/engagement");
  const card = page.getByRole("region", { name: "A pulse asks you" });
  await card.getByRole("button", { name: "Send" }).click();
  await page.getByText("Answer a question first.").waitFor();
  await card.getByRole("radio").first().focus();
  for (const key of ["5", "4", "3", "2", "1", "Enter"]) await page.keyboard.press(key);
  await page.getByText("Thank you. It counts").waitFor();
  await page.getByText("You have answered").waitFor();
}

async function othersAnswer() {
  const { pulse } = await told(home.owner.ask, "GET", "/pulses/mine");
  for (const [at, person] of members.slice(1).entries()) {
    const answers = pulse.questions.map(({ question }: { question: string }) => ({ question, answer: (at % 5) + 1 }));
    const comment = at < 10 ? `مرحبا ${at} 👋 decisions in writing` : "";
    await told(person.ask, "POST", `/pulses/${pulse.id}/answers`, { answers, comment });
  }
}

async function closeAndRead(page: Page) {
  await page.goto("/engagement");
  await page.getByRole("button", { name: "Close now" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close now" }).click();
  const line = page.getByRole("region", { name: "I can see how my work moves our strategy." });
  await line
    .getByRole("row", { name: /Everyone/ })
    .getByText("%")
    .waitFor();
  const who = page.getByRole("region", { name: "Who answered" });
  expect(await who.getByRole("row", { name: /Growth/ }).textContent()).toContain(
    "Never shown: fewer than 5 were asked.",
  );
  expect(await page.getByText("decisions in writing").count()).toBe(10);
  await page.getByRole("button", { name: "Prove that nobody can be singled out" }).click();
  await page.getByText("No combination isolates a group under 5.").waitFor();
  expect(await hindrances(page)).toEqual([]);
}
