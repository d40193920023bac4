import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { call } from "../../../web/api.ts";
import { keyOf } from "../../../web/ask.ts";
import type { Studio } from "./asking.ts";

/** Milliseconds between two words that somebody is here; the server forgets after 45 seconds. */
const rhythm = 15_000;

/**
 * Says that the viewer looks at a plan, at which line, and shows who else does: at once as they come, go or move on.
 * Silence costs nothing but the faces.
 */
export function usePresence(planId: string, lineId: string | null): void {
  const queries = useQueryClient();
  const line = useRef(lineId);
  useEffect(() => {
    const say = () =>
      call("planning.plans.bePresent", { id: planId, lineId: line.current }).then(
        ({ items }) =>
          queries.setQueryData<Studio>(keyOf("planning.plans.get", { id: planId }), (studio) =>
            studio && JSON.stringify(studio.presence) !== JSON.stringify(items)
              ? { ...studio, presence: items }
              : studio,
          ),
        () => undefined,
      );
    const leave = () => void call("planning.plans.leave", { id: planId }).catch(() => undefined);
    const again = setInterval(say, rhythm);
    const heard = `presence ${planId}`;
    addEventListener(heard, say);
    addEventListener("pageshow", say);
    addEventListener("pagehide", leave);
    return () => {
      clearInterval(again);
      removeEventListener(heard, say);
      removeEventListener("pageshow", say);
      removeEventListener("pagehide", leave);
      leave();
    };
  }, [queries, planId]);
  useEffect(() => {
    line.current = lineId;
    const soon = setTimeout(() => dispatchEvent(new Event(`presence ${planId}`)), lineId === null ? 0 : 400);
    return () => clearTimeout(soon);
  }, [planId, lineId]);
}
