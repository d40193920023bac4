/** The outcome coach says the same of a sentence on the web, over HTTP, in the terminal and to an assistant. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  hindrances,
  openBrowser,
  openWebHouse,
  openWindow,
  settled,
  signInAs,
  type WebHouse,
} from "../support/browser.ts";
import { type Organisation, today } from "../support/house.ts";
import { newCycle, newKeyResult, newObjective } from "../support/okrs.ts";
import { ownFolder, runProgram, throughline } from "../support/served.ts";

const sentences = [
  "Launch onboarding webinar",
  "Churn of small clinics from 5 % to 3 %",
  "Improve setup satisfaction",
  "Launch the beta and get 100 paying clinics",
  "100 % of our teams have adopted the new template",
  "Launch a webinar so that new clinics take a live booking within 7 days",
  "Die neue Hilfeseite veröffentlichen",
  "Reducir las cancelaciones del 5 % al 3 %",
  "Publier le nouveau guide",
  "تقليل زمن الانتظار من 10 إلى 5 دقائق",
];

/** What each way must say alike. */
interface Reading {
  text: string;
  verdict: string;
  reason: { words: string };
}

let house: WebHouse;
let browser: Browser;
let window: BrowserContext;
let page: Page;
let faults: string[];
let osier: Organisation;
let objectiveId: string;
let overHttp: Reading[];
const outside = ownFolder();

beforeAll(async () => {
  house = await openWebHouse(today);
  osier = await house.organisation("Osier");
  const cycleId = await newCycle(osier);
  objectiveId = (await newObjective(osier, cycleId, { level: "team", teamId: osier.team.id })).id;
  const asked = { texts: sentences.map((text) => ({ text })) };
  overHttp = (await osier.member.ask("POST", "/coach/readings", asked)).body.items;
  browser = await openBrowser();
  ({ context: window, page, faults } = await openWindow(browser, house));
  page.setDefaultTimeout(15_000);
  await window.clock.setFixedTime(today);
  await signInAs(house, window, osier.id, osier.member.id);
});
afterAll(async () => {
  await window?.close();
  await browser?.close();
  await house?.close();
  outside.remove();
});

const told = (readings: readonly Reading[]) =>
  readings.map(({ text, verdict, reason }) => ({ text, verdict, reason: reason.words }));
const access = () => ({ THROUGHLINE_URL: house.address, THROUGHLINE_TOKEN: osier.member.token });

test("over HTTP every verdict is given", () => {
  expect(new Set(overHttp.map(({ verdict }) => verdict))).toEqual(new Set(["outcome", "output", "unsure"]));
});

test("in the terminal", async () => {
  const file = join(outside.folder, "key-results.txt");
  writeFileSync(file, `${sentences.join("\n")}\n`);
  const { code, out } = await runProgram(throughline, ["coach", file, "--json"], { env: access() });
  expect(code).toBe(0);
  expect(told(JSON.parse(out).items)).toEqual(told(overHttp));
});

test("to an assistant", async () => {
  const client = new Client({ name: "journey", version: "1" });
  const env = { PATH: process.env.PATH as string, ...access() };
  await client.connect(new StdioClientTransport({ command: throughline, args: ["mcp"], env }));
  const texts = sentences.map((text) => ({ text }));
  const { content } = await client.callTool({ name: "coach_key_results", arguments: { texts } });
  const [{ text }] = content as [{ text: string }];
  expect(told(JSON.parse(text).items)).toEqual(told(overHttp));
  await client.close();
});

test("on the web, while it is written", async () => {
  await page.goto(`/objectives/${objectiveId}`);
  await settled(page);
  await page.keyboard.press("n");
  const title = page.getByRole("dialog").getByLabel("Title", { exact: true });
  const note = page.getByRole("dialog").getByRole("note", { name: "Outcome coach on what is written" });
  for (const { text, verdict, reason } of overHttp) {
    await title.fill(text);
    const word = verdict.charAt(0).toUpperCase() + verdict.slice(1);
    await expect
      .poll(async () => (await note.locator(".coach-r p").allInnerTexts()).join().replace(/\s+/g, " ").trim())
      .toBe(`${word}. ${reason.words.replace(/[“”]/g, "")}`);
  }
  expect(await hindrances(page)).toEqual([]);
  await page.keyboard.press("Escape");
});

test("on the objective's page, by keyboard, where an output is kept as it is or becomes an initiative", async () => {
  const [webinar] = sentences as [string];
  await newKeyResult(osier, objectiveId, { title: webinar, measure: { kind: "done" } });
  await page.reload();
  await settled(page);
  const note = page.getByRole("note", { name: `Outcome coach on ${webinar}` });
  const press = async (name: string) => {
    await page.getByRole("button", { name, exact: true }).focus();
    await page.keyboard.press("Enter");
  };
  await note.getByText("If it works, what will be different, and for whom?").waitFor();
  expect(await hindrances(page)).toEqual([]);
  await press("Keep as it is");
  await note.getByText("Kept as it is.").waitFor();
  await page.reload();
  await note.getByText("Kept as it is.").waitFor();
  await press("Ask the coach again");
  await press("Make it an initiative");
  const dialog = page.getByRole("dialog", { name: `Make “${webinar}” an initiative` });
  await dialog.waitFor();
  expect(await hindrances(page)).toEqual([]);
  await page.keyboard.type("New clinics taking a live booking");
  await page.keyboard.press("Tab");
  await page.keyboard.type("44");
  await page.keyboard.press("Tab");
  await page.keyboard.type("60");
  await page.keyboard.press("Enter");
  await page.getByText(`“${webinar}” is an initiative now.`).waitFor();
  await page.getByRole("heading", { name: "New clinics taking a live booking" }).waitFor();
  await press("Undo");
  await note.waitFor();
  expect(faults).toEqual([]);
});
