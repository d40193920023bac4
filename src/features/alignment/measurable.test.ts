import { expect, it } from "vitest";
import { isMeasurable, type MeasurableGiven, missingToMeasure } from "./measurable.ts";

it.each<[string, Partial<MeasurableGiven>, ReturnType<typeof missingToMeasure>]>([
  ["owner, start and target", {}, null],
  ["nobody owns it", { owned: false }, "owner"],
  ["a limit, nothing known yet", { type: "threshold" }, "baseline"],
  ["a limit and where it stands", { type: "threshold", valued: true }, null],
  ["a baseline still to be found", { type: "baseline", valued: true }, "baseline"],
  ["made of contributions, none there", { type: "contributions" }, "contributions"],
  ["made of contributions", { type: "contributions", progressed: true }, null],
  ["done or not", { type: "done" }, null],
])("%s", (_, more, missing) => {
  const given = { owned: true, type: "metric", valued: false, progressed: false, ...more };
  expect([missingToMeasure(given), isMeasurable(given)]).toEqual([missing, missing === null]);
});
