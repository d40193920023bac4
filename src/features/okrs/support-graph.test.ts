import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  circleClosedBy,
  everythingAbove,
  lineOfSight,
  linkRefusals,
  type Place,
  pathToImperative,
  placeInOutline,
  type SupportLink,
  supportGraph,
} from "./support-graph.ts";

const place = (text: string): Place => {
  const kind = text.startsWith("kr") ? "key-result" : text.startsWith("imp") ? "imperative" : "objective";
  return { kind, id: text };
};
const link = (objectiveId: string, parent: string, mode: SupportLink["mode"] = "contributes"): SupportLink => {
  return { objectiveId, parent: place(parent), mode };
};
const ids = (places: readonly Place[] | null) => places?.map(({ id }) => id) ?? null;
const active = () => true;

const graph = supportGraph(
  [
    link("team", "kr-company"),
    link("team", "imp-2", "supports"),
    link("person", "team"),
    link("company", "imp-1"),
    link("side", "lost"),
  ],
  [
    { id: "kr-company", objectiveId: "company" },
    { id: "kr-person", objectiveId: "person" },
  ],
);

describe("a new link", () => {
  it.each<[string, string, string, string[] | null]>([
    ["upward is fine", "person", "company", null],
    ["to an imperative is fine", "person", "imp-1", null],
    ["to itself", "team", "team", ["team"]],
    ["to what it holds", "team", "person", ["person", "team"]],
    ["to a key result of its own", "company", "kr-company", ["kr-company", "company"]],
    ["through a key result", "company", "kr-person", ["kr-person", "person", "team", "kr-company", "company"]],
  ])("%s", (_, objectiveId, parent, circle) => {
    expect(ids(circleClosedBy(graph, objectiveId, place(parent)))).toEqual(circle);
  });

  it.each<[string, SupportLink, boolean, string[]]>([
    ["that closes a circle", link("company", "person"), false, ["parent"]],
    ["that is there already", link("person", "team", "supports"), false, ["parent"]],
    ["of a private objective that contributes", link("side", "company"), true, ["mode"]],
    ["of a private objective that supports", link("side", "company", "supports"), true, []],
    ["of an open one", link("side", "company"), false, []],
  ])("%s", (_, one, isPrivate, fields) => {
    expect(linkRefusals(graph, one, { private: isPrivate }).map(({ field }) => field)).toEqual(fields);
  });
});

describe("the line", () => {
  it("takes the shortest way to an imperative", () => {
    expect(ids(pathToImperative(graph, place("kr-person"), active))).toEqual(["kr-person", "person", "team", "imp-2"]);
  });

  it("takes another where that imperative is no longer active", () => {
    expect(ids(pathToImperative(graph, place("person"), (id) => id !== "imp-2"))).toEqual([
      "person",
      "team",
      "kr-company",
      "company",
      "imp-1",
    ]);
  });

  it("goes as far as it can where it reaches none", () => {
    expect(pathToImperative(graph, place("side"), active)).toBeNull();
    expect(ids(lineOfSight(graph, place("side"), active))).toEqual(["side", "lost"]);
  });

  it("stands under its first parent and also under the others", () => {
    expect(placeInOutline(graph, "team")).toEqual({ under: place("kr-company"), alsoUnder: [place("imp-2")] });
    expect(placeInOutline(graph, "alone")).toEqual({ under: null, alsoUnder: [] });
  });

  it("lists everything above once, nearest first", () => {
    expect(ids(everythingAbove(graph, place("person")))).toEqual(["team", "kr-company", "imp-2", "company", "imp-1"]);
  });
});

it("no sequence of accepted links ever makes a circle", () => {
  const links = fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.boolean()), { maxLength: 60 });
  const keyResults = Array.from({ length: 8 }, (_, index) => ({ id: `kr-${index}`, objectiveId: `${index}` }));
  fc.assert(
    fc.property(links, (wished) => {
      const accepted: SupportLink[] = [];
      for (const [child, parent, toKeyResult] of wished) {
        const next = link(`${child}`, toKeyResult ? `kr-${parent}` : `${parent}`);
        if (!circleClosedBy(supportGraph(accepted, keyResults), next.objectiveId, next.parent)) accepted.push(next);
      }
      const made = supportGraph(accepted, keyResults);
      for (const { objectiveId } of keyResults) {
        expect(everythingAbove(made, place(objectiveId)).some(({ id }) => id === objectiveId)).toBe(false);
        expect(
          made.parentsOf.get(objectiveId)?.some((parent) => circleClosedBy(made, objectiveId, parent)) ?? false,
        ).toBe(false);
      }
    }),
  );
});
