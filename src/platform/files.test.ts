import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeFolder, readingTrouble, writingTrouble } from "./files.ts";

const base = mkdtempSync(join(tmpdir(), "throughline-files-"));
const file = join(base, "file");
writeFileSync(file, "");
afterAll(() => rmSync(base, { recursive: true }));

function thrownBy(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

test("a folder is made with those above it, and nothing happens where it is there", () => {
  const folder = join(base, "one/two");
  makeFolder(folder);
  makeFolder(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(base, "one")).mode & 0o777).toBe(0o700);
});

test.runIf(process.platform === "linux")("where the system lets nothing be made, that is said at once", () => {
  const folder = "/proc/nope/data";
  expect(
    writingTrouble(
      "/proc/nope",
      thrownBy(() => makeFolder(folder)),
    ),
  ).toEqual({
    why: "nothing can be made in /proc",
    todo: "Name another place.",
  });
});

test("a file in the way is named", () => {
  const under = join(file, "data");
  expect(
    writingTrouble(
      under,
      thrownBy(() => makeFolder(under)),
    ).why,
  ).toBe(`${file} is a file, not a folder`);
  expect(
    writingTrouble(
      file,
      thrownBy(() => makeFolder(file)),
    ).why,
  ).toBe("a file of that name is there");
});

test.each([
  ["ENOENT", "is not there", "Name another."],
  ["EISDIR", "is a folder", "Name a file in it."],
  ["ENOTDIR", "lies below /nope, which is a file", "Name another."],
  ["EACCES", "may not be read by you", "Change whose it is, or name another."],
  ["EIO", "gives EIO", "Name another."],
])("reading that ends with %s: %s", (code, why, todo) => {
  expect(readingTrouble("/nope/okrs.csv", { code })).toEqual({ why, todo });
});

test.each([
  ["ENOENT", "the folder /nope is not there", "Make it, or name another place."],
  ["EACCES", "you may not write in /nope", "Name another place."],
  ["EROFS", "/nope can only be read", "Name another place."],
  ["ENOSPC", "the disk is full", "Make room, or name another place."],
])("writing that ends with %s: %s", (code, why, todo) => {
  expect(writingTrouble("/nope/backup", { code })).toEqual({ why, todo });
});
