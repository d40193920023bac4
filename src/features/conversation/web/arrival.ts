import { useEffect, useRef } from "react";
import { useTell } from "../../../web/ask.ts";

/** Brings a comment into view where the address leads to it, and says that it was opened once it has been seen. */
export function useArrival({ id, waits }: { id: string; waits: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  const { mutate: open } = useTell("conversation.mentions.open", { invalidates: ["conversation.mentions"] });
  useEffect(() => {
    if (location.hash !== `#comment-${id}`) return;
    place.current?.scrollIntoView({ block: "center" });
    place.current?.focus({ preventScroll: true });
  }, [id]);
  useEffect(() => {
    const element = place.current;
    if (!waits || !element) return;
    const watch = new IntersectionObserver((seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      open({ commentIds: [id] });
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [id, waits, open]);
  return place;
}
