/** What is said about an active objective, seen at once by whoever else looks at it. */
import type { Browser } from "playwright-core";
import { expect, test } from "vitest";
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
import { type Organisation, type Person, today } from "../support/house.ts";
import { newCycle, newObjective } from "../support/okrs.ts";

test("a comment on an objective is seen at once by others, dark and on a phone", async () => {
  const house = await openWebHouse(today);
  const browser = await openBrowser();
  try {
    const osier = await house.organisation("Osier");
    const { id } = await newObjective(osier, await newCycle(osier));
    const writer = await windowOf(house, browser, osier, osier.member, id);
    const others = [
      await windowOf(house, browser, osier, osier.colleague, id, looks[1]),
      await windowOf(house, browser, osier, osier.champion, id, looks[2]),
    ];
    const comments = writer.page.getByRole("region", { name: "Comments" });
    await comments.getByText("Nothing was said yet.").waitFor();
    await comments.getByRole("button", { name: "Add a comment" }).press("Enter");
    await writer.page.getByRole("textbox", { name: "Your comment" }).fill("Who leads it? مرحبا 🧵");
    expect(await hindrances(writer.page)).toEqual([]);
    await writer.page.keyboard.press("Control+Enter");
    for (const { page } of [writer, ...others])
      await page.getByRole("region", { name: "Comments" }).locator(".comment").getByText("Who leads it?").waitFor();
    await others[0]?.page.getByText("commented on the objective").waitFor();
    for (const { page, faults } of others) expect([await hindrances(page), faults]).toEqual([[], []]);
    expect(writer.faults).toEqual([]);
  } finally {
    await browser.close();
    await house.close();
  }
});

async function windowOf(
  house: WebHouse,
  browser: Browser,
  osier: Organisation,
  person: Person,
  objectiveId: string,
  look = looks[0],
) {
  const opened = await openWindow(browser, house, look);
  opened.page.setDefaultTimeout(10_000);
  await opened.context.clock.setFixedTime(today);
  await signInAs(house, opened.context, osier.id, person.id);
  await opened.page.goto(`/objectives/${objectiveId}`);
  await settled(opened.page);
  return opened;
}
