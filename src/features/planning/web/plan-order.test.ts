import { expect, test } from "vitest";
import { mineFirst } from "./plan-order.ts";

const plan = (id: string, part: object = {}) => ({
  id,
  level: "team" as const,
  team: { id: `team ${id}` },
  owner: null,
  state: "drafting",
  awaitsYou: false,
  ...part,
});

test("what waits for me comes first, then my teams', then everyone's; what is over comes last", () => {
  const plans = [
    plan("theirs"),
    plan("over", { state: "activated", team: { id: "mine" } }),
    plan("mine", { team: { id: "mine" } }),
    plan("own", { level: "personal", team: null, owner: { id: "me" } }),
    plan("to review", { awaitsYou: true }),
  ];
  const { mine, others } = mineFirst(plans, { memberId: "me", teams: ["mine"] });
  expect(mine.map(({ id }) => id)).toEqual(["to review", "mine", "own", "over"]);
  expect(others.map(({ id }) => id)).toEqual(["theirs"]);
});
