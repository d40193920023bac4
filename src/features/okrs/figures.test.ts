import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatFigure, formatProgress, readFigure } from "./figures.ts";

describe("a typed number has one reading", () => {
  it.each([
    ["1250", undefined, "1250", null],
    ["3,637,839", undefined, "3637839", null],
    ["3.637.839", undefined, "3637839", null],
    ["12,5 %", undefined, "12.5", "%"],
    ["12.5%", "de", "12.5", "%"],
    ["1.234,56", undefined, "1234.56", null],
    ["1,234.56", "de", "1234.56", null],
    ["1 234 567,8", undefined, "1234567.8", null],
    ["1\u202f234", undefined, "1234", null],
    ["1’234.50", undefined, "1234.5", null],
    ["12,34,567", undefined, "1234567", null],
    ["€ 5.4m", undefined, "5400000", "€"],
    ["-€5", undefined, "-5", "€"],
    ["EUR 1.2M", undefined, "1200000", "EUR"],
    ["88k", undefined, "88000", null],
    ["972M", undefined, "972000000", null],
    ["3 bn", undefined, "3000000000", null],
    ["−7", undefined, "-7", null],
    ["+7", undefined, "7", null],
    ["-0", undefined, "0", null],
    [".5", undefined, "0.5", null],
    ["0,125", undefined, "0.125", null],
    ["1234,567", undefined, "1234.567", null],
    ["1,234", "en", "1234", null],
    ["1,234", "de", "1.234", null],
    ["1.234", "de", "1234", null],
    ["1.234", "es", "1234", null],
    ["1.234", "en", "1.234", null],
    ["1.234", undefined, "1.234", null],
    ["1.2E+05", undefined, "120000", null],
  ])("%s (%s) is %s", (typed, locale, value, unit) => {
    expect(readFigure(typed, locale)).toEqual({ ok: true, value, unit });
  });

  it.each([
    "1,234",
    "NaN",
    "Infinity",
    "∞",
    "",
    " ",
    "ten",
    "1.2.3",
    "2027-02-16",
    "1,23,4",
    "12,34.567,8",
    "1 2",
    "€5€",
    "5 %%",
    "ABC 5",
    "5 apples",
    "60 m",
    "1e99",
    "123456789012345678901",
    "0.12345678901",
    "0x10",
    "--5",
    "9".repeat(5_000_000),
  ])("%.30s is refused", (typed) => {
    expect(readFigure(typed)).toEqual({ ok: false, expected: expect.any(String), todo: expect.any(String) });
  });

  it("says both readings of a number that has two", () => {
    expect(readFigure("1,234")).toMatchObject({ todo: "Write 1234 for the whole number or 1.234 for the fraction." });
  });

  it("reads back what it wrote, in any of these locales", () => {
    const figure = fc.tuple(
      fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      fc.constantFrom("en", "de", "fr", "pt-PT", "de-CH", "en-IN"),
    );
    fc.assert(
      fc.property(figure, ([hundredths, locale]) => {
        const value = `${hundredths < 0n ? "-" : ""}${abs(hundredths) / 100n}.${`${abs(hundredths) % 100n}`.padStart(2, "0")}`;
        const read = readFigure(formatFigure(value, { unit: null, decimals: 2, locale }), locale);
        expect(read.ok && Number(read.value)).toBe(Number(value) + 0);
      }),
    );
  });

  it("answers any text, never throws", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("en", "de", undefined), (typed, locale) => {
        expect(readFigure(typed, locale)).toHaveProperty("ok");
      }),
    );
  });
});

const abs = (value: bigint) => (value < 0n ? -value : value);

describe("a figure is written for its reader", () => {
  it.each([
    ["3637839", "€", 0, "en", "€3,637,839"],
    ["3637839", "EUR", 0, "de", "3.637.839 €"],
    ["12.5", "%", 1, "de", "12,5 %"],
    ["12.5", "%", 1, "en", "12.5%"],
    ["62", "members", 0, "en", "62 members"],
    ["12345678901234567890.1234567890", null, 2, "en", "12,345,678,901,234,567,890.12"],
    ["-0.004", null, 2, "en", "0.00"],
  ])("%s %s with %i decimals in %s is %s", (value, unit, decimals, locale, written) => {
    expect(formatFigure(value, { unit, decimals, locale }).replaceAll("\u00a0", " ")).toBe(written);
  });

  it.each([
    ["0.43", "43%"],
    ["0.996", "99%"],
    ["1", "100%"],
    ["1.1", "110%"],
    ["-0.2", "-20%"],
    ["0.666666666666", "67%"],
    [null, "–"],
  ])("progress of %s is %s", (progress, written) => {
    expect(formatProgress(progress, "en")).toBe(written);
  });
});
