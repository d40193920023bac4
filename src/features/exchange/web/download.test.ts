import { expect, test } from "vitest";
import { linesAsCsv } from "./download.ts";

test("lines become CSV that holds commas, quotes and no formula", () => {
  const csv = linesAsCsv([{ line: 3, text: '=SUM(A1), "all"', reason: "Not understood." }]);
  expect(csv).toBe(`\ufeffLine,In the file,Reason\r\n3,"'=SUM(A1), ""all""",Not understood.\r\n`);
});
