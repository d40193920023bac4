import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Track, type TrackProps, trackWords } from "./track.tsx";

const tickets: TrackProps = {
  title: "Setup tickets",
  from: "4.8",
  now: "4.1",
  to: "2.0",
  progress: 0.25,
  pace: 0.52,
  status: "at-risk",
};

test.each([
  ["with everything", {}, "Setup tickets: from 4.8 to 2.0, now 4.1, 25% of the way, pace 52%. At risk."],
  [
    "before its first check-in",
    { now: null, progress: null, status: "not-started" },
    "Setup tickets: from 4.8 to 2.0, no check-in yet, pace 52%. Not started.",
  ],
  [
    "worse than at the start",
    { now: "5.3", progress: -0.2 },
    "Setup tickets: from 4.8 to 2.0, now 5.3, worse than start, pace 52%. At risk.",
  ],
  [
    "that is slightly behind and on track",
    { status: "on-track", progress: 0.49 },
    "Setup tickets: from 4.8 to 2.0, now 4.1, 49% of the way, pace 52%. On track, slightly behind.",
  ],
  [
    "with where it is heading",
    { forecast: { low: 0.3, middle: 0.7, high: 1.1, words: "Heading for 2.8, likely 1.6–3.9" } },
    "Setup tickets: from 4.8 to 2.0, now 4.1, 25% of the way, pace 52%. At risk. Heading for 2.8, likely 1.6–3.9.",
  ],
  ["without a pace", { pace: null }, "Setup tickets: from 4.8 to 2.0, now 4.1, 25% of the way. At risk."],
] as const)("a key result %s is said in words", (_, part, words) => {
  expect(trackWords({ ...tickets, ...part })).toBe(words);
});

test.each([
  ["behind and at risk: the gap in the status colour", {}, '"t-gap"'],
  ["behind and on track: a thin gap", { status: "on-track" }, '"t-gap thin"'],
  ["aspirational: the target is a ring", { aspirational: true }, "is-asp"],
  [
    "with a forecast: the band ends at the target",
    { forecast: { low: 0.3, middle: 0.7, high: 1.1, words: "" } },
    'style="--lo:30%;--hi:100%"',
  ],
  ["beyond the target: the line ends at it", { progress: 1.1 }, "--now:100%"],
  ["below the baseline: the line starts at it", { progress: -0.2 }, "--now:0%"],
] as const)("%s", (_, part, drawn) => {
  expect(renderToStaticMarkup(<Track {...tickets} {...part} />)).toContain(drawn);
});

test("ahead of the pace there is no gap, without a check-in no line", () => {
  expect(renderToStaticMarkup(<Track {...tickets} progress={0.6} />)).not.toContain("t-gap");
  expect(renderToStaticMarkup(<Track {...tickets} now={null} progress={null} />)).not.toContain("t-line");
});
