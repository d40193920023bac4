import { expect, test } from "vitest";
import { Problem } from "../../../web/problem.ts";
import { type Draft, readDraft, together } from "./initiative-draft.ts";

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

test("a move that is no number is refused at its field, and goes as it was typed", () => {
  expect(readDraft({ ...draft, bets: { a: "a lot" } }, "en-GB")).toMatchObject({
    problems: [{ field: "bets.0.expectedMove" }],
    bets: [{ keyResultId: "a", expectedMove: "a lot" }],
  });
});

test("every field that needs another look is named at once, each by one word", () => {
  const refusing = (...fields: string[]) =>
    new Problem({
      status: 422,
      title: "Look",
      problems: fields.map((field) => ({ field, expected: "else", todo: "" })),
    });
  const unread = refusing("bets.0.expectedMove");
  const all = together(unread, refusing("title", "bets.0.expectedMove", "endsOn"));
  expect(all?.problems.map(({ field }) => field)).toEqual(["bets.0.expectedMove", "title", "endsOn"]);
  expect(together(null, unread)).toBe(unread);
  expect(together(unread, null)).toBe(unread);
  const gone = new Problem({ status: 0, title: "Gone" });
  expect(together(unread, gone)).toBe(gone);
});
