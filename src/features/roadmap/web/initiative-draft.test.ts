import { expect, test } from "vitest";
import { type Draft, readDraft } from "./initiative-draft.ts";

const draft: Draft = {
  title: "Checklist",
  owner: null,
  teamId: null,
  startsOn: "",
  endsOn: "2027-03-08",
  private: false,
  bets: {},
};

test("what is not said is nothing", () => {
  expect(readDraft(draft, "en-GB").body).toEqual({
    title: "Checklist",
    ownerId: null,
    teamId: null,
    startsOn: null,
    endsOn: "2027-03-08",
  });
});

test("moves are read as people write them, and may be left out", () => {
  const { bets, problems } = readDraft({ ...draft, bets: { a: "−0,8", b: " ", c: "1,200" } }, "en-GB");
  expect(bets).toEqual([
    { keyResultId: "a", expectedMove: "-0.8" },
    { keyResultId: "b", expectedMove: null },
    { keyResultId: "c", expectedMove: "1200" },
  ]);
  expect(problems).toEqual([]);
});

test("a move that is no number is refused at its field", () => {
  expect(readDraft({ ...draft, bets: { a: "a lot" } }, "en-GB").problems).toMatchObject([
    { field: "bets.0.expectedMove" },
  ]);
});
