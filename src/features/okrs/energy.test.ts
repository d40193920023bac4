import { expect, it } from "vitest";
import { energyOfTeam, energyRefusals } from "./energy.ts";

it.each([
  ["0", 0],
  ["100", 0],
  ["33.3", 0],
  ["140", 1],
  ["-1", 1],
  ["half", 1],
  ["", 1],
])("energy %j: %i refusals", (energy, count) => {
  expect(energyRefusals(energy)).toHaveLength(count);
});

it.each<[string, (string | null)[], string, string | null, string, string | null]>([
  ["all of it", ["50", "30", "20"], "100", "100", "0", null],
  ["too much", ["80", "60"], "100", "140", "-40", "over-limit"],
  ["too much of what was planned", ["40", "30"], "60", "70", "-10", "over-limit"],
  ["thirds are exact", ["33.3", "33.3", "33.4"], "100", "100", "0", null],
  ["some say nothing", ["50", null], "100", "50", "50", "some-not-stated"],
  ["all say nothing", [null], "100", null, "100", "none-stated"],
])("%s", (_, stated, limit, sum, left, advice) => {
  expect(energyOfTeam(stated, limit)).toEqual({ sum, limit, left, advice });
});
