import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { call } from "../../../web/api.ts";
import { keyOf } from "../../../web/ask.ts";
import type { Studio } from "./asking.ts";

/** Milliseconds between two words that somebody is here; the server forgets after 45 seconds. */
const rhythm = 15_000;

/** Says that the viewer looks at a plan, at which line, and shows who else does. Silence costs nothing but the faces. */
export function usePresence(planId: string, lineId: string | null): void {
  const queries = useQueryClient();
  useEffect(() => {
    const say = () =>
      call("planning.plans.bePresent", { id: planId, lineId }).then(
        ({ items }) =>
          queries.setQueryData<Studio>(keyOf("planning.plans.get", { id: planId }), (studio) =>
            studio && JSON.stringify(studio.presence) !== JSON.stringify(items)
              ? { ...studio, presence: items }
              : studio,
          ),
        () => undefined,
      );
    const soon = setTimeout(say, 400);
    const again = setInterval(say, rhythm);
    return () => {
      clearTimeout(soon);
      clearInterval(again);
    };
  }, [queries, planId, lineId]);
  useEffect(
    () => () => {
      call("planning.plans.leave", { id: planId }).catch(() => undefined);
    },
    [planId],
  );
}
