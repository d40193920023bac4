import { expect, test } from "vitest";
import { z } from "zod";
import { byName, DecimalInput, Name, Title, text } from "./contract.ts";
import { fieldProblems, inWords } from "./schema-words.ts";

const said = (schema: z.ZodType, value: unknown) =>
  inWords(schema.safeParse(value).error?.issues[0]?.message ?? "nothing was refused");

test.each([
  [z.string().max(30), "x".repeat(31), "text of at most 30 characters"],
  [z.string().min(1), "", "text that is not empty"],
  [z.string(), 3, "text"],
  [z.number().min(2), 1, "a number of at least 2"],
  [z.number().int(), 1.5, "a whole number"],
  [z.array(z.string()), undefined, "a list"],
  [z.array(z.string()).min(1), [], "at least one"],
  [z.array(z.string()).max(2), ["a", "b", "c"], "at most 2 items"],
  [z.enum(["read", "write"]), "all", "read or write"],
  [z.enum(["read", "write", "manage"]), "all", "read, write or manage"],
  [z.boolean(), "all", "true or false"],
  [z.stringbool(), "all", "true or false"],
  [z.iso.datetime(), "tomorrow", "a moment, such as 2026-11-23T17:00:00Z"],
])("a refusal of a schema is said in words (%#)", (schema, value, words) => {
  expect(said(schema, value)).toBe(words);
});

test.each(["a\u0000b", "a\ud800b"])("text that could not be kept as it is, is refused", (value) => {
  expect(said(Title, value)).toBe("text without null or broken characters");
});

const turning = "text without hidden marks that turn the direction of writing (U+202A to U+202E, U+2066 to U+2069)";

test.each(["safe \u202etxt.exe", "\u2066isolated\u2069", "\u202bembedded"])(
  "a title or name whose hidden marks turn what stands beside it is refused (%#)",
  (value) => {
    expect(said(Title, value)).toBe(turning);
    expect(said(Name, value)).toBe(turning);
  },
);

test.each(["العيادات الجديدة", "שבוע\u200f 4", "Ana\u200e"])(
  "right-to-left writing with its own marks is taken",
  (value) => {
    expect(Title.parse(value)).toBe(value);
  },
);

test.each(["\u200b", "\u202e", " \u2060\u00ad ", "\u3164\u2800\ufe0f"])(
  "text of which nothing is seen is none (%#)",
  (value) => {
    expect(said(text(1, 40), value)).toBe("text of 1 to 40 characters");
    expect(text(0, 40).parse(value)).toBe("");
  },
);

test("a name that is not taken within a field is refused in words", () => {
  const seats = z.object({
    seats: byName(z.enum(["1", "2"]), z.number()),
    replies: z.partialRecord(z.enum(["a"]), z.number()),
  });
  const given = { seats: { "8": 1 }, replies: { zap: 1 } };
  const todo = "Leave it out, or use the name that is meant.";
  expect(fieldProblems(seats.safeParse(given).error?.issues ?? [], given)).toEqual([
    problem("seats.8", "nothing of this name: it takes 1, 2", todo),
    problem("replies.zap", "nothing of this name", todo),
  ]);
});

const first = z.object({ owner: z.object({ name: Name, age: z.number() }) });
const problem = (field: string, expected: string, todo: string) => ({ field, expected, todo });
const name = "text of 1 to 120 characters";

test.each([
  ["left out", {}, [problem("owner", "an object", "It is missing: fill it in.")]],
  ["left out within", { owner: { age: 3 } }, [problem("owner.name", name, "It is missing: fill it in.")]],
  ["empty", { owner: { name: "  ", age: 3 } }, [problem("owner.name", name, "It is missing: fill it in.")]],
  ["wrong", { owner: { name: 7, age: 3 } }, [problem("owner.name", name, "Change it and send it again.")]],
  ["no object", [], [problem("body", "an object", "Send what is asked for as one JSON object, and send it again.")]],
])("a field that is %s", (_case, given, problems) => {
  expect(fieldProblems(first.safeParse(given).error?.issues ?? [], given)).toEqual(problems);
});

test("a field that is wrong in two ways is refused once, by the first", () => {
  const share = z.object({ energy: DecimalInput.refine((value) => Number(value) <= 100, { error: "at most 100" }) });
  const two = [
    { message: "a number", path: ["energy"] },
    { message: "at most 100", path: ["energy"] },
  ];
  expect(fieldProblems(two, { energy: "NaN" })).toEqual([
    problem("energy", "a number", "Change it and send it again."),
  ]);
  const given = { energy: "NaN" };
  expect(fieldProblems(share.safeParse(given).error?.issues ?? [], given)).toHaveLength(1);
});
