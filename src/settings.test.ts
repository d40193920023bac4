import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { describeSettings, loadSettings, parseSettings } from "./settings.ts";

const fromEnvironment = (environment: Record<string, string>) => parseSettings({ environment, file: {} });

describe("a start", () => {
  test("needs no setting at all", () => {
    expect(fromEnvironment({})).toMatchObject({ port: 7410, portGiven: false, host: "127.0.0.1", trustProxy: false });
  });
  test("takes an empty setting as none", () => {
    expect(fromEnvironment({ PORT: "", DATABASE_URL: " " })).toMatchObject({ port: 7410, databaseUrl: undefined });
  });
  test("believes the environment before the file", () => {
    const values = parseSettings({ environment: { PORT: "0" }, file: { PORT: "99", LOG_LEVEL: "debug" } });
    expect(values).toMatchObject({ port: 0, portGiven: true, logLevel: "debug" });
  });
  test.each([
    ["PUBLIC_ADDRESS", "https://okr.example.org", { publicAddress: new URL("https://okr.example.org") }],
    ["TRUST_PROXY", "yes", { trustProxy: true }],
    ["TRUST_PROXY", "2", { trustProxy: 2 }],
    ["TRUST_PROXY", "10.0.0.0/8, ::1", { trustProxy: "10.0.0.0/8, ::1" }],
    ["HOST", "::1", { host: "::1" }],
    ["MAIL_FROM", "OKRs <okr@example.org>", { mailFrom: "OKRs <okr@example.org>" }],
  ])("takes %s=%s", (name, text, values) => {
    expect(fromEnvironment({ [name]: text })).toMatchObject(values);
  });
});

describe("a wrong setting stops the start with one sentence", () => {
  test.each([
    ["PORT", "abc", 'PORT is "abc" (in the environment); expected a whole number from 0 to 65535.'],
    ["PORT", "65536", 'PORT is "65536" (in the environment); expected a whole number from 0 to 65535.'],
    ["PORT", "-1", 'PORT is "-1" (in the environment); expected a whole number from 0 to 65535.'],
    ["HOST", "localhost:80", 'HOST is "localhost:80" (in the environment); expected an address or host name'],
    ["PUBLIC_ADDRESS", "okr.example.org", "expected an address like https://okr.example.org, without a path."],
    ["PUBLIC_ADDRESS", "https://example.org/okr", "without a path."],
    ["DATABASE_POOL_SIZE", "0", "expected a whole number from 1 to 200."],
    ["LOG_LEVEL", "loud", "expected one of trace, debug, info, warn, error, fatal, silent."],
    ["SMTP_URL", "mail.example.org", "SMTP_URL cannot be used (in the environment); expected an address like smtps://"],
    ["MAIL_FROM", "nobody", "expected a mail address"],
    ["TRUST_PROXY", "maybe", "expected yes, no, a number of proxies"],
    ["SESSION_SECRET", "short", "SESSION_SECRET cannot be used (in the environment); expected at least 32 characters."],
  ])("%s=%s", (name, text, sentence) => {
    expect(() => fromEnvironment({ [name]: text })).toThrow(sentence);
  });
  test("never repeating a password", () => {
    const wrong = () => fromEnvironment({ DATABASE_URL: "mysql://me:hunter2@host/okr" });
    expect(wrong).toThrow("DATABASE_URL cannot be used");
    expect(wrong).not.toThrow("hunter2");
  });
  test("also for a name that is no setting, in the file", () => {
    const misspelt = () => parseSettings({ environment: {}, file: { PROT: "80" } });
    expect(misspelt).toThrow("PROT in throughline.conf is not a setting; expected one of PORT, HOST,");
  });
});

describe("the data folder", () => {
  let base: string;
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), "throughline-settings-"));
  });
  afterEach(() => rmSync(base, { recursive: true }));

  test("is made with secrets that only we can read and that stay the same", () => {
    const folder = join(base, "new", "data");
    const first = loadSettings({ DATA_DIR: folder });
    expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(new Set(Object.values(first.secrets)).size).toBe(4);
    expect(loadSettings({ DATA_DIR: folder }).secrets).toEqual(first.secrets);
  });
  test("may hold throughline.conf", () => {
    writeFileSync(join(base, "throughline.conf"), "# ours\nPORT=8080\nMAIL_FROM='OKRs <okr@example.org>'\n");
    expect(loadSettings({ DATA_DIR: base })).toMatchObject({ port: 8080, mailFrom: "OKRs <okr@example.org>" });
  });
  test("stops the start when it cannot be made", () => {
    writeFileSync(join(base, "file"), "");
    expect(() => loadSettings({ DATA_DIR: join(base, "file", "data") })).toThrow(
      "expected a folder that can be written",
    );
    expect(() => loadSettings({ DATA_DIR: join(base, "file") })).toThrow("a file of that name is there");
  });
  test.runIf(process.platform === "linux")("stops the start at once where the system lets nothing be made", () => {
    expect(() => loadSettings({ DATA_DIR: "/proc/nope" })).toThrow(
      'DATA_DIR is "/proc/nope", which cannot be made: nothing can be made in /proc; expected a folder',
    );
  });
  test("stops the start when its secrets are damaged or open to others", () => {
    const path = join(base, "secrets.json");
    writeFileSync(path, "{}", { mode: 0o600 });
    expect(() => loadSettings({ DATA_DIR: base })).toThrow('lacks the secret "session"');
    rmSync(path);
    writeFileSync(path, "{}", { mode: 0o644 });
    expect(() => loadSettings({ DATA_DIR: base })).toThrow("can be read by others");
  });
});

test("every setting is documented", () => {
  for (const { env, unit, why, expected } of describeSettings()) {
    expect(env).toMatch(/^[A-Z_]+$/);
    expect(unit && why && expected).toBeTruthy();
  }
});
