import { describe, expect, it } from "vitest";
import { type Overrule, overruleRefusals, shownStatus } from "./overrule.ts";
import type { Proposed, Status } from "./status.ts";

const proposed = (status: Status): Proposed => ({ status, targetReached: false, because: { rule: "no-progress" } });
const overrule: Overrule = {
  status: "on-track",
  reason: "Signed yesterday",
  memberId: "ada",
  at: "2027-02-16T09:12:00Z",
};

describe("a person's status", () => {
  it("is shown, with the proposed one beside it", () => {
    const shown = shownStatus(proposed("off-track"), overrule);
    expect(shown).toMatchObject({
      status: "on-track",
      proposed: { status: "off-track" },
      overrule: { memberId: "ada" },
    });
  });

  it("gives way to the rule once it is taken back", () => {
    expect(shownStatus(proposed("off-track"), null).status).toBe("off-track");
  });

  it.each<Status>(["not-started", "no-update", "paused", "dropped", "postponed", "achieved"])(
    "does not hide %s",
    (status) => {
      expect(shownStatus(proposed(status), overrule)).toMatchObject({ status, overrule: null });
    },
  );

  it.each<[string, string, string, Status, string[]]>([
    ["with a reason", "on-track", "Signed", "off-track", []],
    ["without one", "on-track", " ", "off-track", ["reason"]],
    ["to something that is no verdict", "achieved", "Signed", "off-track", ["status"]],
    ["without data", "on-track", "Signed", "no-update", ["status"]],
  ])("%s", (_, status, reason, found, fields) => {
    expect(overruleRefusals({ status, reason }, proposed(found)).map(({ field }) => field)).toEqual(fields);
  });
});
