import { type Query, QueryClient } from "@tanstack/react-query";
import { Problem } from "./problem.ts";

/**
 * What the browser remembers of the server's answers. An answer counts as fresh for a minute, because what changes
 * meanwhile is told by the live stream. Nothing is paused while offline: a page says so at once instead.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      networkMode: "always",
      retry: (failures, error) =>
        failures < 2 && !(error instanceof Problem && error.status >= 400 && error.status < 500),
    },
    mutations: { networkMode: "always", retry: false },
  },
});

/** Asks once more for everything on the page that has not come, as where an answer hangs: what was asked before is let go. */
export async function askAgain(): Promise<void> {
  const missing = ({ state }: Query) => state.data === undefined;
  await queryClient.cancelQueries({ predicate: missing });
  await queryClient.refetchQueries({ type: "active", predicate: missing });
}
