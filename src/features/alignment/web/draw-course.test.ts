import { describe, expect, it } from "vitest";
import { course, drawCourse } from "./draw-course.ts";

const cycle = { startsOn: "2027-01-04", endsOn: "2027-03-28" };
const right = course.width - course.right;

describe("the course of the index", () => {
  it("holds each day's figure until the next, up to today", () => {
    const days = [
      { day: "2027-01-04", index: "0" },
      { day: "2027-02-14", index: "100" },
    ];
    const { line, now } = drawCourse(days, cycle, "2027-02-15");
    expect(line).toBe("M24 108H157.4L157.4 14H160.6");
    expect(now).toEqual({ x: 160.6, y: 14, index: "100" });
  });

  it("ends with the cycle, and breaks where there was no index", () => {
    const days = [
      { day: "2027-01-04", index: "50" },
      { day: "2027-01-05", index: null },
      { day: "2027-03-28", index: "50" },
    ];
    const { line, now } = drawCourse(days, cycle, "2028-01-01");
    expect(line.match(/M/g)).toHaveLength(2);
    expect(now?.x).toBe(right);
  });

  it("is empty without days", () => {
    expect(drawCourse([], cycle, "2027-02-15")).toMatchObject({ line: "", now: null });
  });
});
