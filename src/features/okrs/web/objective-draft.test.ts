import { expect, test } from "vitest";
import { atLevel, unwritten } from "./objective-draft.ts";

const me = { id: "me", name: "Mei" };
const web = { levels: ["team", "personal"] as ("team" | "personal")[], teamIds: ["web"], forOthers: false };
const anywhere = { levels: ["company" as const, ...web.levels], teamIds: null, forOthers: true };

test("a new one stands where it may be set", () => {
  expect(unwritten("q1", me, web)).toMatchObject({ level: "team", teamId: "web", owner: me, cycleId: "q1" });
  expect(unwritten("q1", me, { ...web, teamIds: ["web", "product"] })).toMatchObject({ level: "team", teamId: null });
  expect(unwritten("q1", me, anywhere)).toMatchObject({ level: "team", teamId: null });
  expect(unwritten("q1", me, { levels: ["personal"], teamIds: [], forOthers: false })).toMatchObject({
    level: "personal",
    teamId: null,
  });
});

test("another level takes away what does not go with it", () => {
  const draft = { ...unwritten("q1", { id: "other", name: "Rui" }, web), teamId: "sales", private: true };
  expect(atLevel(draft, "team", me, web)).toEqual({ level: "team", private: false, teamId: null });
  expect(atLevel(draft, "team", me, anywhere)).toEqual({ level: "team", private: false });
  expect(atLevel(draft, "personal", me, web)).toEqual({ level: "personal", private: true, owner: me });
  expect(atLevel(draft, "personal", me, anywhere)).toEqual({ level: "personal", private: true });
});
