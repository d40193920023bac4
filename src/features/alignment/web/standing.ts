/** What the parts of the alignment page share: the answer, its words, what changes it, and how it is asked again. */
import { useQueryClient } from "@tanstack/react-query";
import type { OutputOf } from "../../../web/api.ts";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./alignment.messages.json";

export const m = messages(catalogue);

export type Standing = OutputOf<"alignment.alignment.get">;
export type Part = Standing["parts"][number];
export type Gap = Standing["gaps"]["items"][number];
export type Kind = Gap["kind"];
export type Subject = Gap["subjects"][number];
export type Cycle = NonNullable<Standing["cycle"]>;

/** Kinds of things whose changes by anybody move the index or the list. */
export const live = ["objective", "key-result", "imperative", "team", "member", "dependency", "pulse", "cycle"];

/** A whole number, half away from zero, as the server rounds it. */
export function whole(points: string | number): number {
  const value = Number(points);
  return Math.sign(value) * Math.round(Math.abs(value));
}

/** Whether points add up to their total as they are printed, each rounded to one digit by itself. */
export function addUp(points: readonly number[], total: number): boolean {
  const tenths = (value: number) => Math.round(value * 10);
  return points.reduce((sum, each) => sum + tenths(each), 0) === tenths(total);
}

/** Milliseconds after a change: it is counted off the request, mostly within the first of these. */
const countedAfter = [350, 1500];
/** By then it has been counted, or the stream of changes will say so. */
export const settledAfter = 2600;

/** Asks for the index again once a change of ours has been counted. */
export function useRecount(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const wait of countedAfter)
      setTimeout(() => void queries.invalidateQueries({ queryKey: ["alignment", "alignment"] }), wait);
  };
}
