import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementTemplates } from "../workplace/public.ts";
import { type Area, areas, levelOf, proposalsFor, type Replies, type Reply, statements } from "./readiness.ts";

const near = { zonesApart: 1, hasSites: false, hasAgreement: false };
const all = (reply: Reply): Replies => Object.fromEntries(statements.map(({ key }) => [key, reply]));
const reply = fc.constantFrom<Reply>("yes", "partly", "no");
const anyReplies = fc.dictionary(fc.constantFrom(...statements.map(({ key }) => key)), reply);

it("has two statements about each area, each of its own", () => {
  for (const area of areas) expect(statements.filter((each) => each.area === area)).toHaveLength(2);
  expect(new Set(statements.map(({ key }) => key)).size).toBe(statements.length);
});

describe("an area is as ready as its weakest statement", () => {
  it.each([
    [{}, "not-known"],
    [{ "decisions-written": "yes", "work-without-asking": "yes" }, "ready"],
    [{ "decisions-written": "yes" }, "partly"],
    [{ "decisions-written": "yes", "work-without-asking": "partly" }, "partly"],
    [{ "decisions-written": "yes", "work-without-asking": "no" }, "not-yet"],
  ] as [Replies, string][])("%j reads %s", (replies, level) => {
    expect(levelOf("writing", replies)).toBe(level);
  });
});

describe("proposals", () => {
  it("are none where everything is ready, and none where nothing is known", () => {
    expect(proposalsFor(all("yes"), near)).toEqual([]);
    expect(proposalsFor({}, near)).toEqual([]);
  });

  it("are each made once, for areas that are not ready, what is missing before what is partly there", () => {
    fc.assert(
      fc.property(anyReplies, (replies) => {
        const found = proposalsFor(replies, near);
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
        const served = found.flatMap((each) => each.areas);
        const open = areas.filter((area: Area) => ["not-yet", "partly"].includes(levelOf(area, replies)));
        expect(served.toSorted()).toEqual(open.toSorted());
        const firstPartly = found.findIndex(({ areas: [area] }) => levelOf(area as Area, replies) === "partly");
        const missing = found.map(({ areas: [area] }) => levelOf(area as Area, replies) === "not-yet");
        if (firstPartly >= 0) expect(missing.slice(firstPartly)).not.toContain(true);
      }),
    );
  });

  it.each([
    ["far apart", { ...near, zonesApart: 4, hasSites: true }, "remote-across-zones"],
    ["with sites", { ...near, hasSites: true }, "hybrid"],
    ["near and at home", near, "remote-one-zone"],
  ])("begin a team %s with the agreement that fits it", (_how, ground, template) => {
    const [proposal] = proposalsFor({ "hours-known": "no" }, ground);
    expect(proposal).toMatchObject({ kind: "agreement", template });
    expect(agreementTemplates.map(({ key }) => key)).toContain(template);
  });

  it("leave the agreement out where one holds", () => {
    expect(proposalsFor({ "hours-known": "no" }, { ...near, hasAgreement: true })).toEqual([]);
  });
});
