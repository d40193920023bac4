import { useEffect, useRef, useState } from "react";

/**
 * After a change of page the focus goes to `main`, the page's h1 is said, and the tab is named after it. The first
 * page keeps the focus where the browser put it. `place` is the address without its query.
 */
export function PageFocus({ place, product }: { place: string; product: string }) {
  const [heard, hear] = useState("");
  const left = useRef(place);
  useEffect(() => {
    const arriving = left.current !== place;
    left.current = place;
    if (arriving) {
      document.getElementById("main")?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    return whenTitled((title) => {
      document.title = title === product ? product : `${title} · ${product}`;
      if (arriving) hear(title);
    });
  }, [place, product]);
  return (
    <p className="sr" aria-live="polite">
      {heard}
    </p>
  );
}

/** Calls with the words of the h1, once now or as soon as the page shows one, and whenever they change; returns how to stop. */
function whenTitled(tell: (title: string) => void): () => void {
  let last = "";
  const look = () => {
    const title = document.querySelector("#main h1")?.textContent ?? "";
    if (title && title !== last) tell(title);
    last = title || last;
  };
  const watch = new MutationObserver(look);
  const root = document.getElementById("root");
  if (root) watch.observe(root, { childList: true, subtree: true, characterData: true });
  look();
  return () => watch.disconnect();
}
