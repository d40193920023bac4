import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { trained } from "../../src/features/coach/judging/model.ts";
import { accuracyOf, calibrationError, crossValidated, type Judged, judgedBy } from "./evaluate.ts";
import { learn } from "./learn.ts";
import { reportOf } from "./report.ts";
import { heldOutSentences, learningSentences } from "./sentences.ts";

const sentences = learningSentences();

describe("what the coach has learned", () => {
  it("is what the sentences teach: run `npm run coach` after changing sentences, words or signals", () => {
    expect(trained).toEqual(learn(sentences));
  });

  it("keeps every sentence once", () => {
    const texts = [...sentences, ...heldOutSentences()].map(
      ({ language, text }) => `${language} ${text.toLowerCase()}`,
    );
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });
});

/** The measured levels (report.md), less the one or two sentences that a change of another word may cost. */
describe("how good the coach is", () => {
  let validated: Judged[];
  beforeAll(() => {
    validated = crossValidated(sentences);
  });

  it.each([
    ["en", 0.95],
    ["de", 0.98],
    ["es", 0.98],
    ["fr", 0.97],
    ["pt", 0.97],
  ])("cross-validated by source, %s stays above %f", (language, floor) => {
    expect(accuracyOf(validated.filter((each) => each.language === language))).toBeGreaterThan(floor);
  });

  it("keeps its score calibrated", () => expect(calibrationError(validated)).toBeLessThan(0.03));

  it("is what report.md says", () => {
    expect(readFileSync(join(import.meta.dirname, "report.md"), "utf8")).toBe(
      reportOf(validated, judgedBy(heldOutSentences())),
    );
  });

  it("stays above 0.94 on the families held out", () => {
    expect(accuracyOf(judgedBy(heldOutSentences()))).toBeGreaterThan(0.94);
  });
});
