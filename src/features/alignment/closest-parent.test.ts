import { describe, expect, it } from "vitest";
import { type Candidate, closestParents } from "./closest-parent.ts";

const teams = new Map([
  ["platform", "product"],
  ["product", null],
]);
const candidate = (id: string, title: string, teamId: string | null = null): Candidate => {
  return { kind: "objective", id, title, teamId };
};

/** What is offered to "Move billing to the new provider" of Platform, or to another title of theirs. */
function offered(candidates: readonly Candidate[], title = "Move billing to the new provider") {
  const orphan = { id: "orphan", title, teamId: "platform" };
  return closestParents([orphan], candidates, teams, () => false).get("orphan");
}

describe("the closest parent", () => {
  it("is not offered where only the team speaks for it", () => {
    expect(offered([candidate("home", "Clinics feel at home in their first week", "product")])).toBe(null);
  });

  it("is not offered for words that say nothing", () => {
    expect(offered([candidate("home", "New clinics feel at home in their first week")])).toBe(null);
  });

  it("is offered where words are alike, with how much", () => {
    const parents = [candidate("home", "Clinics feel at home", "product"), candidate("bills", "Billing is painless")];
    expect(offered(parents)).toMatchObject({ id: "bills", teamsAbove: null });
    expect(offered(parents)?.likeness).toBeGreaterThanOrEqual(20);
  });

  it("stands in a team above, where two are equally alike", () => {
    const parents = [candidate("a", "Billing is painless"), candidate("b", "Billing is painless", "product")];
    expect(offered(parents)).toMatchObject({ id: "b", teamsAbove: 1 });
  });

  it("is found in languages that join words", () => {
    const parents = [candidate("rechnung", "Rechnungsstellung ohne Ärger")];
    expect(offered(parents, "Rechnungen stellen sich selbst")).toMatchObject({ id: "rechnung" });
  });
});
