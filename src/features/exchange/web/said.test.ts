import { expect, test } from "vitest";
import { askedWith, nothingSaid, type Preview, rowsToImport, withEdit, withFix } from "./said.ts";

const file = { name: "okrs.csv", content: "aGk=" };
const read: Pick<Preview, "missing" | "can"> = {
  missing: {
    members: [
      { written: "@mira", name: "Mira", email: null, rows: 2, nearest: null },
      { written: "ole@a.example", name: "Ole", email: "ole@a.example", rows: 1, nearest: null },
    ],
    teams: [
      { name: "Desk", rows: 1 },
      { name: "Ops", rows: 1 },
    ],
    cycles: [
      { name: "Q3 2027", rows: 1, proposal: { kind: "quarter", startsOn: "2027-07-01", endsOn: "2027-09-30" } },
      { name: "Summer", rows: 1, proposal: null },
    ],
  },
  can: { createMembers: true, createTeams: true },
};

test("everything that can be made is made unless the person says otherwise", () => {
  const { create } = askedWith(file, nothingSaid("c"), read);
  expect(create).toEqual({
    members: [{ written: "ole@a.example", name: "Ole", email: "ole@a.example" }],
    teams: ["Desk", "Ops"],
    cycles: [{ name: "Q3 2027", kind: "quarter", startsOn: "2027-07-01", endsOn: "2027-09-30" }],
  });
});

test("a name may mean one that is there, nothing, or a member with the address that was written", () => {
  const said = {
    ...nothingSaid("c"),
    teams: { Desk: { is: "t1" }, Ops: "leave" as const },
    members: { "@mira": "make" as const },
    addresses: { "@mira": "mira@a.example" },
  };
  const asked = askedWith(file, said, read);
  expect(asked.teams).toEqual({ Desk: "t1" });
  expect(asked.create?.teams).toEqual([]);
  expect(asked.create?.members?.[0]).toEqual({ written: "@mira", name: "Mira", email: "mira@a.example" });
});

test("nothing is made that the person may not make", () => {
  const { create } = askedWith(file, nothingSaid("c"), { ...read, can: { createMembers: false, createTeams: false } });
  expect([create?.members, create?.teams, create?.cycles?.length]).toEqual([[], [], 1]);
});

test("a later step on a line takes the place of an earlier one", () => {
  const bring = { line: 3, fix: "bring-in" as const };
  const said = withFix(withFix(nothingSaid(null), bring), { line: 3, fix: "connect", objectiveId: "o" });
  expect(said.fixes).toEqual([{ line: 3, fix: "connect", objectiveId: "o" }]);
  expect(withEdit(withEdit(said, 2, "a"), 2, "b").edits).toEqual([{ line: 2, text: "b" }]);
});

test("rows to import are those that are new or changed", () => {
  const some = { create: 2, changed: 1, unchanged: 5, already: 3 };
  const none = { create: 0, changed: 0, unchanged: 0, already: 0 };
  expect(rowsToImport({ rows: { objective: some, "key-result": some, initiative: none, "health-metric": none } })).toBe(
    6,
  );
});
