/** The promises of the forecast (docs/guide/forecast.md), on series nobody trained on. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { GROUPS, type Judged, SHARES_GONE } from "./calibration.ts";
import { type Made, make } from "./made.ts";
import { mean } from "./report.ts";

let made: Made;
beforeAll(() => {
  made = make();
}, 120_000);

const held = (judged: readonly Judged[]) => 100 * mean(judged, ({ holds80 }) => Number(holds80));

describe("the forecast", () => {
  it.each(["coefficients.generated.ts", "forecast.md"])("%s is what `npm run forecast` makes", (name) => {
    const file = made.files.find((each) => each.name.endsWith(`/${name}`));
    expect(file?.text).toBe(readFileSync(file?.name ?? "", "utf8"));
  });

  it("holds the end in 78 to 82 of 100 series, over more than ten thousand", () => {
    expect(made.known.length).toBeGreaterThan(10_000);
    expect(held(made.known)).toBeGreaterThan(78);
    expect(held(made.known)).toBeLessThan(82);
  });

  it("holds 75 to 85 of 100 early and late, with few check-ins and with many, and in each crossing of both", () => {
    const groups = SHARES_GONE.flatMap((gone) => [
      made.known.filter((each) => each.gone === gone),
      ...GROUPS.map((_, group) => made.known.filter((each) => each.gone === gone && each.group === group)),
    ]);
    for (const of of [...groups, ...GROUPS.map((_, group) => made.known.filter((each) => each.group === group))]) {
      expect(of.length).toBeGreaterThan(500);
      expect(held(of)).toBeGreaterThan(75);
      expect(held(of)).toBeLessThan(85);
    }
  });

  it("scores better than a straight line and than the last value with conformal ranges", () => {
    const score = mean(made.known, (each) => each.score);
    expect(score).toBeLessThan(mean(made.known, (each) => each.straightLine));
    expect(score).toBeLessThan(mean(made.known, (each) => each.lastValue));
  });
});
