import { describe, expect, it } from "vitest";
import { closingRefusals, stateOf } from "./decision.ts";
import { mayCancel, mayDecide } from "./permissions.ts";

const now = Date.parse("2027-02-16T09:12:00Z");
const in_ = (hours: number) => new Date(now + hours * 3_600_000).toISOString();

describe("a question that is decided in writing", () => {
  it.each([
    ["open", in_(1), null],
    ["due", in_(-1), null],
    ["decided", in_(1), "Yes"],
    ["decided", in_(-1), "Yes"],
  ] as const)("is %s", (state, closesAt, decided) => expect(stateOf({ closesAt, decided }, now)).toBe(state));

  it("closes in an hour at the earliest, and in 90 days at the latest", () => {
    expect([0.5, 1, 90 * 24, 91 * 24].map((hours) => closingRefusals(Date.parse(in_(hours)), now).length)).toEqual([
      1, 0, 0, 1,
    ]);
  });

  it("is decided by whoever asked, and once its hour has come by those who were asked", () => {
    const asked = { askedBy: { id: "ines" }, people: [{ id: "marcus" }] };
    const may = (memberId: string, isDue: boolean) => mayDecide({ memberId }, { ...asked, isDue });
    expect([may("ines", false), may("marcus", false), may("marcus", true), may("tom", true)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([
      mayCancel({ memberId: "ines" }, { proposedBy: { id: "ines" } }),
      mayCancel({ memberId: "tom" }, { proposedBy: { id: "ines" } }),
    ]).toEqual([true, false]);
  });
});
