import { expect, test } from "vitest";
import { type Answer, type Promised, type Standing, standingAfter } from "./acceptance.ts";

const promised: Promised = {
  title: "Clinics active in week 4",
  measure: { kind: "metric", start: "67", target: "78" },
  unit: "%",
  decimals: 0,
};
const accepted: Answer = { answer: "accepted", confidence: 7, reason: "", answeredAt: "2027-02-16T09:12:00Z" };
const waiting: Answer = { answer: "waiting", confidence: null, reason: "", answeredAt: null };
const agreed = { ...promised, ...accepted, answeredBefore: null };
const measure = { kind: "metric", start: "67", target: "90" } as const;

test.each([
  ["another word", { title: "Clinics active in week 5" }],
  ["another sign", { title: "Clinics active in week -4" }],
  ["another target", { measure }],
  ["another unit", { unit: "clinics" }],
])("%s asks its owner again, and keeps what they had answered to", (_sentence, change) => {
  expect(standingAfter(agreed, change)).toEqual({ ...waiting, answeredBefore: { ...promised, ...accepted } });
});

test.each([
  ["case and blanks", { title: "clinics  active in Week 4" }],
  ["a full stop and quotation marks", { title: "Clinics “active” in week 4." }],
  ["a rounder figure", { decimals: 1 }],
])("%s ask nobody again", (_sentence, change) => expect(standingAfter(agreed, change)).toBeUndefined());

test("what is taken back stands as it was answered, after however many changes", () => {
  const once = { ...promised, measure, ...(standingAfter(agreed, { measure }) as Standing) };
  expect(standingAfter(once, { title: "Another" })).toBeUndefined();
  const twice = { ...once, title: "Another" };
  expect(standingAfter(twice, { title: promised.title })).toBeUndefined();
  expect(standingAfter(twice, promised)).toEqual({ ...accepted, answeredBefore: null });
});

test("another owner has answered nothing, nor has anyone to what was never answered", () => {
  expect(standingAfter(agreed, { ownerId: "b" })).toEqual({ ...waiting, answeredBefore: null });
  const changed = { ...agreed, ...(standingAfter(agreed, { measure }) as Standing), measure };
  expect(standingAfter(changed, { ownerId: "b" })).toEqual({ ...waiting, answeredBefore: null });
  expect(standingAfter({ ...promised, ...waiting, answeredBefore: null }, { ownerId: "b", measure })).toBeUndefined();
});
