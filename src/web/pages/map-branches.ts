/** Which branches of the map are open, and what is asked for as they open. */
import { useQueries } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Filter, MapObjective } from "../../features/alignment/web/public.tsx";
import { call, type OutputOf } from "../api.ts";
import { keyOf } from "../ask.ts";

type Answer = OutputOf<"alignment.map">;

/** Above sixty objectives every branch is closed but the viewer's own line, the first of them; a filter opens what it finds. */
export function useBranches(answer: Answer, filter: Filter) {
  const [turned, turn] = useState<ReadonlyMap<string, boolean>>(new Map());
  const filtered = filter.teamId !== null || filter.statuses.size > 0 || filter.words !== "" || filter.focus !== null;
  const closed = useMemo(() => {
    const firstOfMine = answer.objectives.find((each) => each.mine && each.level === "company");
    const onMyLine = (each: MapObjective) => each.mine && (each.level !== "company" || each === firstOfMine);
    const openAtFirst = (each: MapObjective) => answer.complete || filtered || onMyLine(each);
    const all = [
      ...answer.objectives.map((each) => [each.id, openAtFirst(each)] as const),
      ...answer.imperatives.map(({ id, mine }) => [id, answer.complete || filtered || mine] as const),
      ["vision", true] as const,
      ["loose", answer.complete || filtered] as const,
    ];
    return new Set(all.filter(([id, open]) => !(turned.get(id) ?? open)).map(([id]) => id));
  }, [answer, turned, filtered]);
  const toggle = (id: string, open: boolean, branch: boolean, under: ReadonlyMap<string, readonly MapObjective[]>) => {
    if (branch && id === "vision") return toggleAll(open);
    const ids = branch ? [id, ...below(id, under)] : [id];
    turn((before) => new Map([...before, ...ids.map((each) => [each, open] as const)]));
  };
  /** The vision stays open, so that what is closed is in sight. */
  const toggleAll = (open: boolean) => {
    const ids = [...answer.objectives, ...answer.imperatives].map(({ id }) => id);
    turn(new Map([...ids, "loose"].map((id) => [id, open])));
  };
  return { closed, toggle, toggleAll };
}

function below(id: string, under: ReadonlyMap<string, readonly MapObjective[]>): string[] {
  return (under.get(id) ?? []).flatMap((child) => [child.id, ...below(child.id, under)]);
}

/** A large map comes without the key results of closed branches: they are asked for, a hundred objectives at a time, once opened. */
export function useOpened(answer: Answer, closed: ReadonlySet<string>, shown: ReadonlySet<string>): Answer {
  const chunks = useMemo(() => {
    const there = new Set(answer.keyResults.map(({ objectiveId }) => objectiveId));
    const wanted = answer.complete
      ? []
      : answer.objectives
          .filter((each) => each.keyResults > 0 && !there.has(each.id) && shown.has(each.id) && !closed.has(each.id))
          .map(({ id }) => id);
    return Array.from({ length: Math.ceil(wanted.length / 100) }, (_, at) =>
      wanted.slice(at * 100, at * 100 + 100).join(","),
    );
  }, [answer, closed, shown]);
  const rest = useQueries({
    queries: chunks.map((objectiveIds) => ({
      queryKey: keyOf("alignment.keyResults", { objectiveIds }),
      queryFn: ({ signal }: { signal: AbortSignal }) => call("alignment.keyResults", { objectiveIds }, signal),
      meta: { live: ["key-result"] },
    })),
    combine: itemsOf,
  });
  return useMemo(
    () => (rest.length > 0 ? { ...answer, keyResults: [...answer.keyResults, ...rest] } : answer),
    [answer, rest],
  );
}

function itemsOf(asked: readonly { data?: OutputOf<"alignment.keyResults"> | undefined }[]) {
  return asked.flatMap(({ data }) => data?.items ?? []);
}
