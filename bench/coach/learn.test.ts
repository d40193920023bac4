import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { trained } from "../../src/features/coach/judging/model.ts";
import { coachVersion } from "../../src/features/coach/judging/version.ts";
import { accuracyOf, judgedBy, versionOf } from "./evaluate.ts";
import { learn } from "./learn.ts";
import { heldOutIn } from "./report.ts";
import { heldOutSentences, learningSentences } from "./sentences.ts";

const sentences = learningSentences();

describe("what the coach has learned", () => {
  it("is what the sentences teach: run `npm run coach` after changing sentences, words or signals", () => {
    expect(trained).toEqual(learn(sentences));
  });

  it("has the version that marks its rules and weights: another rule is another coach, whatever it changes", () => {
    expect(coachVersion).toBe(versionOf(trained));
    expect(versionOf({ ...trained, bias: trained.bias + 0.001 })).not.toBe(coachVersion);
  });

  it("keeps every sentence once", () => {
    const texts = [...sentences, ...heldOutSentences()].map(
      ({ language, text }) => `${language} ${text.toLowerCase()}`,
    );
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });
});

/** Cross-validation takes a minute, so `npm run coach` holds its floors; here is what a change of a word may spoil. */
describe("how good the coach is", () => {
  const heldOut = judgedBy(heldOutSentences());

  it.each([
    ["en", 0.95],
    ["de", 0.96],
    ["es", 0.99],
    ["fr", 0.96],
    ["pt", 0.99],
  ])("on the families held out, %s stays above %f", (language, floor) => {
    expect(accuracyOf(heldOut.filter((each) => each.language === language))).toBeGreaterThan(floor);
  });

  it("is what report.md says of the families held out", () => {
    expect(readFileSync(join(import.meta.dirname, "report.md"), "utf8")).toContain(heldOutIn(heldOut));
  });
});
