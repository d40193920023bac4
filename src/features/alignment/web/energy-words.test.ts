import { describe, expect, it } from "vitest";
import { formatFor } from "../../../web/ui/format.ts";
import { adviceInShort, adviceWords, peopleWords, sumWords, type TeamEnergy } from "./energy-words.ts";

const format = formatFor({ locale: "en-GB", timeZone: "Europe/Lisbon" });
const growth = {
  team: { id: "1", name: "Growth" },
  members: 10,
  sum: "90",
  limit: "100",
  left: "10",
  advice: null,
  objectives: [{ energy: "90" }, { energy: null }],
} as TeamEnergy;

describe("a team's energy", () => {
  it.each<[string, Partial<TeamEnergy>, string, string | null, string]>([
    [
      "with room left",
      {},
      "90% of Growth’s capacity is planned, of 100% at most. 10 points are left.",
      null,
      "Within the limit",
    ],
    [
      "that is all planned",
      { sum: "60", limit: "60", left: "0" },
      "60% of Growth’s capacity is planned, of 60% at most. Nothing is left.",
      null,
      "Within the limit",
    ],
    [
      "promised twice",
      { sum: "112.5", left: "-12.5", advice: "over-limit" },
      "112.5% of Growth’s capacity is planned, of 100% at most.",
      "12.5 points more than there is: split something, lower it, or say what waits.",
      "Over by 12.5 points",
    ],
    [
      "that nobody states",
      { sum: null, left: "100", advice: "none-stated" },
      "No objective of Growth states its energy.",
      "Say how much of the team each objective gets, and it shows whether it fits.",
      "None stated",
    ],
    [
      "that one objective leaves out",
      { advice: "some-not-stated" },
      "90% of Growth’s capacity is planned, of 100% at most. 10 points are left.",
      "1 objective states none; the sum is at least this.",
      "1 states none",
    ],
  ])("%s", (_case, more, sum, advice, short) => {
    const energy = { ...growth, ...more };
    expect([sumWords(energy, format), adviceWords(energy, format), adviceInShort(energy, format)]).toEqual([
      sum,
      advice,
      short,
    ]);
  });

  it("is counted in people to one digit", () => {
    expect([peopleWords("3.5", format), peopleWords("1", format), peopleWords("0.126", format)]).toEqual([
      "3.5 people",
      "1 person",
      "0.1 people",
    ]);
  });
});
