/** A real browser on the real web, for journeys: the system's Chromium, without any request to elsewhere. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from "playwright-core";
import { expect } from "vitest";
import { openHouse } from "./house.ts";

const builtWeb = join(import.meta.dirname, "../../dist/web");

/** The product with its web, listening; the web must have been built. */
export async function openWebHouse(now = new Date().toISOString()) {
  if (!existsSync(join(builtWeb, "index.html"))) throw new Error("The web is not built: run npm run build first.");
  const house = await openHouse({ now, webFolder: builtWeb });
  const address = await house.app.listen({ host: "127.0.0.1", port: 0 });
  return { ...house, address };
}

export type WebHouse = Awaited<ReturnType<typeof openWebHouse>>;

export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const args = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
  ];
  return chromium.launch({ executablePath, args });
}

export interface Look {
  name: string;
  width: number;
  height: number;
  colorScheme: "light" | "dark";
}

/** How every page is looked at. */
export const looks: readonly Look[] = [
  { name: "light", width: 1440, height: 1000, colorScheme: "light" },
  { name: "dark", width: 1440, height: 1000, colorScheme: "dark" },
  { name: "phone", width: 390, height: 844, colorScheme: "light" },
];

/** A fresh browser window whose console errors, broken scripts and requests to elsewhere are gathered. */
export async function openWindow(
  browser: Browser,
  house: WebHouse,
  { width, height, colorScheme }: Look = looks[0] as Look,
  more: BrowserContextOptions = {},
) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    baseURL: house.address,
    reducedMotion: "reduce",
    ...more,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      faults.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(house.address)) faults.push(`asked a third party: ${request.url()}`);
  });
  return { context, page, faults };
}

export const password = "a sentence that is long enough";

/** Gives a member of the organisation a sign-in and signs the window in as them. */
export async function signInAs(
  house: WebHouse,
  context: BrowserContext,
  organisationId: string,
  memberId: string,
): Promise<void> {
  const { rows } = await house.sql.query(
    "select email, name, identity_id from member where organisation_id = $1 and id = $2",
    [organisationId, memberId],
  );
  const { email, name, identity_id: known } = rows[0];
  if (!known) {
    const identityId = await house.identity.createAccount({ email, name, password });
    await house.database.write(organisationId, { memberId, via: "system" }, async (tx) => {
      await house.identity.joinOrganisation(tx, identityId, memberId);
      await tx.db
        .updateTable("member")
        .set({ identity_id: identityId })
        .where("organisation_id", "=", organisationId)
        .where("id", "=", memberId)
        .execute();
    });
  }
  const { setCookie } = await house.identity.signIn({ email, password, ip: "127.0.0.1", userAgent: "test" });
  const [pair] = setCookie.split(";") as [string];
  const at = pair.indexOf("=");
  await context.addCookies([{ name: pair.slice(0, at), value: pair.slice(at + 1), url: house.address }]);
}

/** What hinders reading by WCAG 2.2 AA, as far as a program can tell: what, where and why. */
export async function hindrances(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} — ${failureSummary?.split("\n")[1]?.trim()}`),
  );
}

/** Waits until the page has its heading and asks nothing more. */
export async function settled(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor();
  await page.waitForLoadState("load");
  await page.waitForFunction(() => document.querySelector(".loading, [aria-busy='true']") === null);
}

/** Presses Tab until the focus is on it or inside it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Sixty times Tab do not lead to ${target}.`);
}

export async function typeInto(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(words);
}

/** More than a field takes is not put in, what was written stays, and writing goes on. */
export async function pasteTooMuch(
  { context, page }: { context: BrowserContext; page: Page },
  written: Locator,
  most: string,
  [before, typed, pasted]: readonly [string, string, string] = ["Clinics ", "asked", " for it"],
): Promise<void> {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const paste = async (words: string, times: number) => {
    await page.evaluate(([one, many]) => navigator.clipboard.writeText(one.repeat(many)), [words, times] as const);
    await page.keyboard.press("Control+v");
  };
  await written.fill(before);
  await written.focus();
  await page.keyboard.press("End");
  await paste("word ", 1_000_000);
  await page.getByText(`That is 5,000,000 characters, and here is room for ${most}.`).first().waitFor();
  expect(await written.getAttribute("aria-invalid")).toBe("true");
  await page.keyboard.type(typed);
  expect(await written.inputValue()).toBe(`${before}${typed}`);
  expect(await written.getAttribute("aria-invalid")).toBe(null);
  await paste(pasted, 2);
  expect(await written.inputValue()).toBe(`${before}${typed}${pasted}${pasted}`);
}
