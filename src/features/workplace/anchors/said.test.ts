import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Weekday } from "../week.ts";
import type { Board, Person } from "./board.ts";
import { programOf } from "./program.ts";
import { daysHeard } from "./said.ts";

const weekdays = ["1", "2", "3"] as const;
type Word = "s" | "r" | "-";

/** A team of people who say of each weekday that it suits (s), that they would rather not (r), or nothing (-). */
function boardOf(said: readonly string[], works: (nth: number) => readonly Weekday[] = () => weekdays): Board {
  const people: Person[] = said.map((words, nth) => ({
    ...{ id: String(nth), name: `Person ${nth}`, siteId: "site", teamIds: ["team"], works: works(nth), office: [] },
    suits: weekdays.filter((_, at) => words[at] === "s"),
    ratherNot: weekdays.filter((_, at) => words[at] === "r"),
  }));
  const teams = [{ id: "team", name: "Team", days: [], open: true }];
  return { weekdays: [...weekdays], teams, people, sites: [{ id: "site", name: "Site", seats: {} }], ties: [] };
}

const heard = (said: readonly string[], works?: (nth: number) => readonly Weekday[]) =>
  [...daysHeard(boardOf(said, works), "team")].join("");

describe("what people said of days", () => {
  it.each([
    ["five who do not all say the same", heard(["s--", "s--", "s--", "s--", "r--"]), "123"],
    ["four, however many are silent", heard(["s--", "s--", "s--", "r--", "---", "---"]), ""],
    ["all suits of one day, whatever they say of others", heard(["ss-", "sr-", "s-s", "s-r", "s--"]), ""],
    ["all rather not", heard(["r--", "r--", "r--", "r--", "r--"]), ""],
    ["a day that one of the five does not work", heard(["s--", "s--", "s--", "r--", "r--"], onlyTwo), "23"],
  ])("of %s is heard on: %s", (_, days, expected) => expect(days).toBe(expected));

  it("moves no point where it is not heard", () => {
    const word = fc.constantFrom<Word>("s", "r", "-");
    const words = fc.array(word, { minLength: 3, maxLength: 3 }).map((each) => each.join(""));
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), (said) => {
        const [board, silent] = [boardOf(said), boardOf(said.map(() => "---"))];
        if (daysHeard(board, "team").size === 0) expect(programOf(board, () => 1)).toEqual(programOf(silent, () => 1));
        else expect(said.filter((each) => each !== "---").length).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});

function onlyTwo(nth: number): readonly Weekday[] {
  return nth === 0 ? ["2", "3"] : weekdays;
}
