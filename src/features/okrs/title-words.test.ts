import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segmentedWords, spacedWords, wordsOf } from "./title-words.ts";

describe("the words a title is found by", () => {
  it.each([
    ["Clinics that finish setup unaided", ["clinics", "that", "finish", "setup", "unaided"]],
    ["Überraschung für Inês", ["uberraschung", "fur", "ines"]],
    ["Setup, setup & SETUP", ["setup"]],
    ["顧客満足を高める", ["顧客", "満足", "を", "高める"]],
    ["3.5 h → 0.5 h", ["3.5", "h", "0.5"]],
    ["— !", []],
  ])("%s", (title, words) => {
    expect(wordsOf(title)).toEqual(words);
  });
});

const written = [..."abzßøłαωдя019__  ..,,;:''’’‘·-–—/\\()[]{}%€$&@#!?\"„“”→≤≥=<>+*…«»|~^`§\n\t"];

it("finds in scripts with spaces what the segmenter finds", () => {
  const text = fc.array(fc.constantFrom(...written), { maxLength: 14 }).map((marks) => marks.join(""));
  fc.assert(
    fc.property(text, (each) => {
      expect(spacedWords(each)).toEqual(segmentedWords(each));
    }),
    { numRuns: 5000 },
  );
});
