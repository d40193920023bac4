import { expect, test } from "vitest";
import { openProgress, progressLine } from "./progress.ts";

test.each([
  [0, "Backing up ╌╌╌╌╌╌╌╌╌╌   0 %"],
  [0.5, "Backing up ━━━━━╌╌╌╌╌  50 %"],
  [0.999, "Backing up ━━━━━━━━━━  99 %"],
  [1, "Backing up ━━━━━━━━━━ 100 %"],
  [7, "Backing up ━━━━━━━━━━ 100 %"],
])("%f of the way is drawn", (share, line) => {
  expect(progressLine("Backing up", share, 28)).toBe(line);
});

test("a narrow terminal gets the number alone", () => {
  expect(progressLine("Backing up", 0.5, 15)).toBe("Backing up  50 %");
});

test("nothing is written into a file or a pipe", () => {
  const written: string[] = [];
  const write = (text: string | Uint8Array) => written.push(String(text)) > 0;
  for (const isTTY of [false, true]) {
    const progress = openProgress("Restoring", { isTTY, columns: 80, write });
    progress.at(1, 1);
    progress.end();
  }
  expect(written).toEqual([expect.stringContaining("100 %"), "\r\x1b[K"]);
});
