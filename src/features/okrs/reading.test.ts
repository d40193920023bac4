import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { columnsOf } from "./measure-columns.ts";
import {
  type CycleRow,
  frameOf,
  type KeyResultStanding,
  type ObjectiveStanding,
  readKeyResult,
  readObjective,
} from "./reading.ts";

const cycle: CycleRow = {
  startsOn: "2027-01-04",
  endsOn: "2027-03-28",
  cycleState: "active",
  checkInWeeks: 1,
  checkInDay: 3,
  checkInTime: "17:00:00",
  timeZone: "Europe/Lisbon",
  statusRule: "default",
};
const now = Temporal.Instant.from("2027-02-16T09:12:00Z");
const frame = frameOf(cycle, now);
const notOverruled = { overruledStatus: null, overruledReason: "", overruledBy: null, overruledAt: null };
const notGraded = { endScore: null, endOutcome: null };
const goesOn = (commitment: string) => ({ commitment, state: "open" });
const keyResult = (change: Partial<KeyResultStanding> = {}): KeyResultStanding => ({
  ...columnsOf({ kind: "metric", start: "0", target: "100" }),
  ...notOverruled,
  ...notGraded,
  id: "k",
  title: "K",
  state: "open",
  currentValue: "50.0000000000",
  progress: "0.5000000000",
  phasedTargets: [],
  checkInCount: 1,
  forecast: null,
  lastCheckInAt: "2027-02-10T16:00:00Z",
  createdAt: "2027-01-04T09:00:00Z",
  ...change,
});
const objective = (change: Partial<ObjectiveStanding> = {}): ObjectiveStanding => ({
  ...notOverruled,
  ...notGraded,
  id: "o",
  state: "open",
  commitment: "committed",
  progress: "0.5000000000",
  contributedAt: null,
  createdAt: "2027-01-04T09:00:00Z",
  ...change,
});
const statusOf = (change: Partial<KeyResultStanding>, commitment = "committed") =>
  readKeyResult(keyResult(change), goesOn(commitment), frame).status.status;

describe("a key result reads", () => {
  it.each([
    ["on track by its pace", {}, "committed", "on-track"],
    ["at risk behind its pace", { currentValue: "30" }, "committed", "at-risk"],
    ["on track there where 0.7 is the goal", { currentValue: "32" }, "aspirational", "on-track"],
    [
      "as never updated when the last two due were missed",
      { lastCheckInAt: "2027-01-27T17:00:00Z" },
      "committed",
      "no-update",
    ],
    [
      "as not started when it was made after the last due",
      { checkInCount: 0, currentValue: null, lastCheckInAt: null, createdAt: "2027-02-11T09:00:00Z" },
      "committed",
      "not-started",
    ],
    ["as paused", { state: "paused" }, "committed", "paused"],
    [
      "as a person overruled it",
      { overruledStatus: "off-track", overruledReason: "The pilot ended" },
      "committed",
      "off-track",
    ],
    [
      "from contributions by what was reported beneath",
      { ...columnsOf({ kind: "contributions" }), checkInCount: 0, currentValue: null },
      "committed",
      "on-track",
    ],
  ])("%s", (_how, change, commitment, status) => {
    expect(statusOf(change, commitment)).toBe(status);
  });

  it("by its forecast where it has one, and by where it ended once the cycle is over", () => {
    const range: [string, string] = ["90", "110"];
    const likely = {
      kind: "forecast",
      checkIns: 3,
      middle: "98",
      range50: range,
      range80: range,
      chance: "0.4",
    } as const;
    const change = { currentValue: "30", forecast: likely };
    expect(statusOf(change)).toBe("on-track");
    const over = frameOf({ ...cycle, checkInWeeks: 13 }, Temporal.Instant.from("2027-03-29T09:00:00Z"));
    const { proposed } = readKeyResult(keyResult(change), goesOn("committed"), over).status;
    expect(proposed).toMatchObject({ status: "off-track", because: { rule: "forecast", middle: "30", high: "30" } });
  });

  it("is held against its phased targets where there are any", () => {
    const phased = { phasedTargets: [{ on: "2027-02-16", value: "80" }] };
    expect(readKeyResult(keyResult(phased), goesOn("committed"), frame).expected).toBe("0.8");
    expect(statusOf(phased)).toBe("off-track");
  });

  it("expects nothing of a range, and nothing is due while the cycle is planned", () => {
    const range = { ...columnsOf({ kind: "range", low: "40", high: "60" }) } as const;
    expect(readKeyResult(keyResult(range), goesOn("committed"), frame)).toMatchObject({
      expected: null,
      status: { status: "on-track" },
    });
    const planned = frameOf({ ...cycle, cycleState: "planning" }, now);
    const fresh = keyResult({ checkInCount: 0, currentValue: null, lastCheckInAt: null });
    expect(readKeyResult(fresh, goesOn("committed"), planned).status.status).toBe("not-started");
  });
});

describe("what has ended reads so, whatever its figures say", () => {
  const closed = frameOf({ ...cycle, cycleState: "closed" }, now);
  const read = (row: KeyResultStanding, state = "open", at = frame) =>
    readKeyResult(row, { commitment: "committed", state }, at);

  it.each([
    ["closed with its objective", "open", "closed", frame, "closed"],
    ["dropped with its objective", "open", "dropped", frame, "dropped"],
    ["paused with its objective", "open", "paused", frame, "paused"],
    ["dropped, though its objective was closed", "dropped", "closed", frame, "dropped"],
    ["closed with its cycle", "open", "open", closed, "closed"],
    ["closed with its cycle, though paused", "paused", "paused", closed, "closed"],
    ["postponed, though its cycle was closed", "postponed", "open", closed, "postponed"],
  ])("a key result %s", (_, state, objective, at, status) => {
    const reading = read(keyResult({ state }), objective, at);
    expect(reading.status.status).toBe(status);
    expect(reading.forecast).toBeNull();
  });

  it("with the score it was graded by, which decides whether it came to its goal", () => {
    const graded = (endScore: string) => read(keyResult({ state: "closed", endScore })).status;
    expect(graded("0.9545")).toMatchObject({ status: "closed", end: { score: "1", outcome: null } });
    expect(graded("1")).toMatchObject({ status: "achieved", end: { score: "1", outcome: null } });
    expect(read(keyResult({ endScore: null })).status.end).toBeNull();
  });

  it("an objective too, with its outcome where it has one", () => {
    const row = objective({ state: "closed", commitment: "learning", endOutcome: "validated" });
    const end = { score: null, outcome: "validated" };
    expect(readObjective(row, [], frame).status).toMatchObject({ status: "closed", end });
    expect(readObjective(objective(), [], closed).status).toMatchObject({ status: "closed" });
  });

  it("what a person said of it before no longer counts", () => {
    const said = { overruledStatus: "on-track", overruledReason: "The contract is signed" };
    expect(read(keyResult({ state: "closed", ...said })).status).toMatchObject({ status: "closed", overrule: null });
  });
});

describe("an objective reads", () => {
  const read = (row: ObjectiveStanding, ...standings: KeyResultStanding[]) =>
    readObjective(
      row,
      standings.map((standing) => ({ row: standing, reading: readKeyResult(standing, row, frame) })),
      frame,
    );

  it("by its own pace, and names its worst key result", () => {
    const late = keyResult({ id: "late", title: "Late", currentValue: "10" });
    expect(read(objective(), keyResult(), late)).toMatchObject({
      status: { status: "on-track" },
      worst: { id: "late", title: "Late", status: "off-track" },
    });
  });

  it("by what contributes where it has no key results of its own", () => {
    expect(read(objective()).status.status).toBe("not-started");
    expect(read(objective({ contributedAt: "2027-02-10T16:00:00Z" })).status.status).toBe("on-track");
    expect(read(objective({ contributedAt: "2027-01-20T16:00:00Z" })).status.status).toBe("no-update");
  });

  it("on the day of the organisation, not of the server", () => {
    const late = Temporal.Instant.from("2027-02-16T23:30:00Z");
    expect(frameOf({ ...cycle, timeZone: "Asia/Tokyo" }, late).today).toBe("2027-02-17");
  });
});
