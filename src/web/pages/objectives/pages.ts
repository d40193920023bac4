import { useInfiniteQuery } from "@tanstack/react-query";
import { call, type InputOf, type OutputOf } from "../../api.ts";
import { keyOf } from "../../ask.ts";
import type { Problem } from "../../problem.ts";
import { useSettled } from "../../ui/settled.ts";
import { worstFirst } from "../../ui/status.tsx";
import { isId, oneOf, understood } from "../../understood.ts";

type Page = OutputOf<"okrs.objectives.list">;
export type Row = Page["items"][number];
type Filter = Omit<InputOf<"okrs.objectives.list">, "after" | "limit">;

const keys = ["team", "owner", "level", "status", "q"] as const;

/** What the address asks for, as far as it means something. */
export function understoodIn(search: string): URLSearchParams {
  return understood(search, {
    cycle: isId,
    team: isId,
    owner: isId,
    level: oneOf(["company", "team", "personal"]),
    status: oneOf(worstFirst),
  });
}

/** What is asked for, as the address says it. */
export function filterOf(asked: URLSearchParams, cycleId: string): Filter {
  const said = (key: (typeof keys)[number]) => asked.get(key) ?? undefined;
  const given = {
    cycleId,
    teamId: said("team"),
    ownerId: said("owner"),
    level: said("level") as Filter["level"],
    status: said("status") as Filter["status"],
    q: said("q"),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** Whether more than the cycle is chosen. */
export function isFiltered(asked: URLSearchParams): boolean {
  return keys.some((key) => asked.has(key));
}

/** What the address changes to when nothing but the cycle is chosen. */
export const unfiltered = Object.fromEntries(keys.map((key) => [key, null]));

/** The query of the address after some of it changed; null takes a part away. */
export function changed(asked: URLSearchParams, changes: Record<string, string | null>): string {
  const next = new URLSearchParams(asked);
  for (const [key, value] of Object.entries(changes)) {
    if (value) next.set(key, value);
    else next.delete(key);
  }
  return next.size > 0 ? `?${next}` : "";
}

/** Objectives, a page at a time. What is typed is asked for once the hands rest. */
export function usePages(filter: Filter) {
  const settled = useSettled(JSON.stringify(filter), 150);
  const input = { ...(JSON.parse(settled) as Filter), limit: 50 };
  return useInfiniteQuery<Page, Problem, { pages: Page[] }, readonly unknown[], string | null>({
    queryKey: [...keyOf("okrs.objectives.list", input), "pages"],
    queryFn: ({ pageParam, signal }) =>
      call("okrs.objectives.list", { ...input, ...(pageParam ? { after: pageParam } : {}) }, signal),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
    meta: { live: ["objective", "key-result", "support"] },
  });
}
