/** A meeting across four zones, in a browser: what it costs whom, whose turn it is next, and deciding in writing instead. */
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

let house: WebHouse;
let browser: Browser;
let home: Organisation;

beforeAll(async () => {
  house = await openWebHouse("2027-02-16T09:12:00Z");
  browser = await openBrowser();
  home = await house.organisation("Osier");
  await livesIn(home.owner, "Europe/Lisbon", "Lisbon", ["09:00", "18:00"]);
  await livesIn(home.champion, "Europe/Berlin", "Berlin", ["09:00", "18:00"]);
  await livesIn(home.member, "America/Toronto", "Toronto", ["08:00", "17:00"]);
  await livesIn(home.colleague, "Asia/Kolkata", "Bengaluru", ["10:00", "19:00"]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function livesIn({ id, ask }: Person, timeZone: string, place: string, hours: [string, string]) {
  const workingHours = Object.fromEntries(["1", "2", "3", "4", "5"].map((day) => [day, hours]));
  const { version } = await told(ask, "GET", `/members/${id}`);
  await told(ask, "PATCH", `/members/${id}`, { version, timeZone, place, workingHours });
  const { members } = await told(home.owner.ask, "GET", `/teams/${home.team.id}`);
  if (members.some((each: { id: string }) => each.id === id)) return;
  await told(home.owner.ask, "PUT", `/teams/${home.team.id}/members/${id}`);
}

async function windowOf(person: Person, look = looks[0]) {
  const opened = await openWindow(browser, house, look, { locale: "en-GB", hasTouch: look !== looks[0] });
  await signInAs(house, opened.context, home.id, person.id);
  return opened;
}

const together = (page: Page) => page.getByRole("region", { name: "Time together" });
const address = () => `/workplace?who=${home.team.id}`;

test("a meeting of four zones is proposed with what it costs, comes round to another, and is decided in writing instead", async () => {
  const owner = await windowOf(home.owner);
  await propose(owner.page);
  await another(owner.page);
  const id = await askInWriting(owner.page);
  const member = await windowOf(
    home.member,
    looks.find(({ name }) => name === "phone"),
  );
  await answer(member.page, id);
  await decide(owner.page);
  for (const { faults } of [owner, member]) expect(faults).toEqual([]);
}, 120_000);

async function propose(page: Page) {
  await page.goto(address());
  const here = together(page);
  await here.getByText("30 minutes shared by all 4 places, 13:00–13:30. Without Toronto, 4 h 30.").waitFor();
  await here.getByText("Wednesday 12:45").waitFor();
  await here.getByText("15 min of it before hours").waitFor();
  await here.getByText("Whose turn? Toronto.").waitFor();
  await settled(page);
  expect(await hindrances(page)).toEqual([]);
  await here.getByRole("button", { name: "We meet Wednesday" }).click();
  await here.getByText("text of 1 to 300 characters").waitFor();
  await here.getByLabel("What is it about?").fill("Refocus");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("You meet on Wednesday at 12:45.").waitFor();
}

/** Toronto has paid: among the same days it is another's turn, or a time that costs the same is taken. */
async function another(page: Page) {
  const here = together(page);
  await here.getByRole("heading", { name: "Your meetings" }).waitFor();
  await here.getByText("Refocus").waitFor();
  await here.getByText("Whose turn? Bengaluru.").waitFor();
  const saved = page.waitForEvent("download");
  await here.getByRole("button", { name: "Save “Refocus” as a file" }).click();
  expect((await saved).suggestedFilename()).toBe("meeting-2027-02-17.ics");
  await here.getByRole("button", { name: "Cancel “Refocus”" }).click();
  await page.getByText("The meeting is cancelled.").waitFor();
  await here.getByText("Whose turn? Toronto.").waitFor();
}

async function askInWriting(page: Page): Promise<string> {
  await together(page).getByRole("button", { name: "Decide in writing instead" }).click();
  const dialog = page.getByRole("dialog", { name: "What is to be decided?" });
  await dialog.getByLabel("The question").fill("Do we drop the partner reports?");
  await dialog.getByLabel("What they need to know").fill("They take four days a month.");
  expect(await hindrances(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Ask them" }).click();
  await page.getByRole("heading", { name: "Do we drop the partner reports?", level: 1 }).waitFor();
  await settled(page);
  expect(await hindrances(page)).toEqual([]);
  return new URL(page.url()).pathname;
}

async function answer(page: Page, path: string) {
  await page.goto(address());
  await together(page).getByRole("link", { name: "Do we drop the partner reports?" }).tap();
  await page.waitForURL(`**${path}`);
  await page.getByRole("button", { name: "Answer" }).tap();
  await page.getByLabel("Your answer").fill("Yes: nobody reads them.");
  await page.getByRole("button", { name: "Answer" }).last().tap();
  await page.getByRole("listitem").filter({ hasText: "The member" }).getByText("answered").waitFor();
  await settled(page);
  expect(await hindrances(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
}

async function decide(page: Page) {
  await page.reload();
  await page.getByText("Yes: nobody reads them.").waitFor();
  await page.getByLabel("Record what was decided").fill("We drop them from March.");
  await page.getByRole("button", { name: "Record it" }).click();
  await page.getByText("We drop them from March.").waitFor();
  await page.getByRole("heading", { name: "Decided" }).waitFor();
  expect(await hindrances(page)).toEqual([]);
}
