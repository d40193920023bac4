import { describe, expect, it } from "vitest";
import { openRefusals } from "./left-open.ts";

const company = { id: "1", title: "Clinics feel at home", level: "company", team: null };
const growth = (title: string) => ({ id: title, title, level: "team", team: "Growth" });

describe("closing a cycle", () => {
  it("is not held up where every objective has ended", () => {
    expect(openRefusals([], [])).toEqual([]);
  });

  it("names who has objectives that have not ended, and which", () => {
    expect(openRefusals([company, growth("A"), growth("B")], [])).toEqual([
      {
        field: "state",
        expected: "a cycle in which every objective has ended",
        todo: expect.stringMatching(/Open: the organisation 1 \(“Clinics feel at home”\); Growth 2 \(“A”, “B”\)\.$/),
      },
    ]);
  });

  it("names each open ask with who was asked, and each blocker", () => {
    const ask = { kind: "ask", text: "Can it be\noptional?", keyResult: "Setup unaided", to: "Bo" } as const;
    const blocker = { kind: "blocker", text: "x".repeat(200), keyResult: "Setup unaided", to: null } as const;
    const [, asks, blockers] = openRefusals([company], [ask, blocker]);
    expect(asks).toMatchObject({ field: "asks", expected: "no ask that is still open; 1 is" });
    expect(asks?.todo).toContain("“Can it be optional?” to Bo, on “Setup unaided”.");
    expect(blockers).toMatchObject({ field: "blockers", expected: "no blocker that is still open; 1 is" });
    expect(blockers?.todo).toContain(`“${"x".repeat(79)}…”, on`);
  });

  it("counts what is too much to name", () => {
    const many = Array.from({ length: 13 }, (_, at) => growth(`G${at}`));
    const todo = openRefusals(many, [])[0]?.todo;
    expect(todo).toContain("Growth 13 (");
    expect(todo).toContain("“G9”, 3 more).");
  });
});
