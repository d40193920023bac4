import { describe, expect, it } from "vitest";
import { type Draft, draftOf, readKeyResult } from "./key-result-draft.ts";

const empty = draftOf(null, null, "en-GB");
const written = (part: Partial<Draft>): Draft => ({ ...empty, title: "Import time", ...part });

describe("a key result that is written", () => {
  it("reads figures as people type them", () => {
    const { body, problems } = readKeyResult(written({ start: "3,637,839", target: "€ 5.4M" }), "en-GB");
    expect(body.measure).toEqual({ kind: "metric", start: "3637839", target: "5400000" });
    expect(problems.size).toBe(0);
  });

  it("shows as many decimals as its figures have, unless said otherwise", () => {
    expect(readKeyResult(written({ start: "3.2", target: "0.55" }), "en-GB").body.decimals).toBe(2);
    expect(readKeyResult(written({ start: "3.2", target: "0.55", decimals: 1 }), "en-GB").body.decimals).toBe(1);
  });

  it("names the field that cannot be read", () => {
    const { problems } = readKeyResult(written({ start: "", target: "many" }), "en-GB");
    expect([...problems.keys()]).toEqual(["measure.start", "measure.target"]);
  });

  it("leaves a risk limit out where none is typed", () => {
    const { body } = readKeyResult(written({ kind: "threshold", target: "99.9" }), "en-GB");
    expect(body.measure).toEqual({ kind: "threshold", operator: "at-or-above", target: "99.9", riskLimit: null });
  });

  it.each(["en-GB", "de-DE", "fr-FR", "hi-IN", "ar-EG"])("reads what it wrote for %s", (locale) => {
    const keyResult = {
      ...empty,
      measure: { kind: "metric" as const, start: "-1.234", target: "1234567.89" },
      unit: "h",
      decimals: 3,
      weight: "0.125",
      phasedTargets: [{ on: "2027-02-01", value: "1.234" }],
    };
    const { body, problems } = readKeyResult(draftOf(keyResult as never, null, locale), locale);
    expect(problems.size).toBe(0);
    expect(body.measure).toEqual(keyResult.measure);
    expect(body.weight).toBe("0.125");
    expect(body.phasedTargets).toEqual(keyResult.phasedTargets);
  });
});
