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
    expect(offered(parents)?.likeness).toBeGreaterThanOrEqual(25);
  });

  it("stands in a team above, where two are equally alike", () => {
    const parents = [candidate("a", "Billing is painless"), candidate("b", "Billing is painless", "product")];
    expect(offered(parents)).toMatchObject({ id: "b", teamsAbove: 1 });
  });

  it("is found in languages that join words", () => {
    const parents = [candidate("rechnung", "Rechnungsstellung ohne Ärger")];
    expect(offered(parents, "Rechnungen stellen sich selbst")).toMatchObject({ id: "rechnung" });
  });

  it.each([
    ["Move billing to the new provider", "Billing is painless"],
    ["Clinics finish setup unaided", "Clinics feel at home in their first week"],
    ["Answers to support tickets within a day", "Support answers before anybody asks twice"],
    ["Shorten hiring to four weeks", "Hiring takes weeks, not months"],
    ["Partners certify their own connectors", "Partners build on our interface"],
  ])("is offered for what means the same: %s", (orphan, parent) => {
    expect(
      offered(
        everyday.map((title) => candidate(title, title)),
        orphan,
      ),
    ).toMatchObject({ id: parent });
  });

  it("is hardly ever offered by chance: titles that mean different things stay below a quarter", () => {
    const wrong = everyday.filter((orphan) => {
      const others = everyday.filter((title) => title !== orphan);
      return (
        offered(
          others.map((title) => candidate(title, title)),
          orphan,
        ) !== null
      );
    });
    // Both speak of work.
    expect(wrong).toEqual(["We do our best work from anywhere", "People see where their work leads"]);
  });
});

/** Of a kind that stand beside each other in one cycle, and mean different things. */
const everyday = [
  "Clinics feel at home in their first week",
  "Billing is painless",
  "Every release is boringly reliable",
  "Word of mouth brings us our customers",
  "We do our best work from anywhere",
  "Support answers before anybody asks twice",
  "The mobile app earns its place on the home screen",
  "Hiring takes weeks, not months",
  "Nobody loses data, whatever happens",
  "Partners build on our interface",
  "People see where their work leads",
  "Our costs grow more slowly than our revenue",
];
