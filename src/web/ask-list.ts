/** How a page asks for a list that may be long: page after page, by the key where the page before ended. */
import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
import { call, type InputOf, type OperationName, type OutputOf } from "./api.ts";
import { keyOf } from "./ask.ts";
import type { Problem } from "./problem.ts";

/** Operations that answer in pages. */
export type ListName = {
  [Name in OperationName]: OutputOf<Name> extends { items: readonly unknown[]; next: string | null } ? Name : never;
}[OperationName];

/** `items` holds every page read so far, `pages` what came with each of them. */
export interface Listed<Page extends { items: readonly unknown[] }> {
  items: Page["items"][number][];
  pages: Page[];
}

interface Listing {
  /** Kinds of things whose changes by anybody ask again for what is on show. */
  live?: readonly string[];
  /** Keeps showing what was asked for before until the first page of what is asked now is here. */
  keepPrevious?: boolean;
}

/** `const members = useAskList("people.members.list", { search })`; `<More of={members} />` reads on. */
export function useAskList<Name extends ListName>(
  name: Name,
  input: Omit<InputOf<Name>, "after">,
  { live = [], keepPrevious = false }: Listing = {},
) {
  type Page = OutputOf<Name> & { items: readonly unknown[]; next: string | null };
  return useInfiniteQuery<Page, Problem, Listed<Page>, readonly unknown[], string | null>({
    queryKey: [...keyOf(name, input as InputOf<Name>), "pages"],
    queryFn: async ({ pageParam: after, signal }) =>
      (await call(name, { ...input, ...(after === null ? {} : { after }) } as InputOf<Name>, signal)) as Page,
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    select: together,
    meta: { live },
    ...(keepPrevious ? { placeholderData: (before: InfiniteData<Page, string | null> | undefined) => before } : {}),
  });
}

function together<Page extends { items: readonly unknown[] }>({ pages }: { pages: Page[] }): Listed<Page> {
  return { items: pages.flatMap(({ items }) => items), pages };
}
