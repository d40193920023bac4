import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * The Chromium of this machine for browser journeys: the one CHROMIUM names, else an installed one, else on Debian as
 * root one that is installed now. `missing` is a sentence on what to install.
 */
export async function findChromium(): Promise<{ path: string } | { missing: string }> {
  const named = process.env.CHROMIUM;
  if (named) return existsSync(named) ? { path: named } : { missing: `CHROMIUM is "${named}", which does not exist.` };
  const path = installed() ?? (mayInstall() && install() ? installed() : undefined);
  return path
    ? { path }
    : { missing: 'Browser journeys need Chromium: run "apt-get install chromium", or set CHROMIUM to its path.' };
}

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const outsidePath = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

function installed(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...outsidePath].find(isProgram);
}

function isProgram(path: string) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function mayInstall() {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get");
}

function install() {
  console.log("Installing Chromium for the browser journeys …");
  const apt = (...args: string[]) =>
    spawnSync("apt-get", args, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, stdio: "ignore" })
      .status === 0;
  return apt("update") && apt("install", "-y", "--no-install-recommends", "chromium");
}
