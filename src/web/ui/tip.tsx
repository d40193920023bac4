import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";
import "./tip.css";

/** Words that say more: on hover, focus or a press, until the pointer or the focus leaves, or Esc. */
export function Tip({ says, children }: { says: ReactNode; children: ReactNode }) {
  const id = useId();
  const place = useRef<HTMLSpanElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  const show = () => place.current && words.current && open(words.current, place.current);
  const hide = () => words.current?.hidePopover();
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !words.current?.matches(":popover-open")) return;
    event.stopPropagation();
    hide();
  };
  return (
    <span ref={place} className="tip" onPointerEnter={show} onPointerLeave={hide}>
      <button
        type="button"
        className="tip-b"
        aria-describedby={id}
        onFocus={show}
        onBlur={hide}
        onClick={({ currentTarget }) => {
          // Safari gives a pressed button no focus, and so would never take it away again.
          currentTarget.focus();
          show();
        }}
        onKeyDown={press}
      >
        {children}
      </button>
      <span ref={words} id={id} role="tooltip" popover="manual" className="tip-w">
        {says}
      </span>
    </span>
  );
}

/** Below its start edge; above, or moved in, where there is no room. In the top layer, so that no scroller cuts it. */
function open(words: HTMLElement, place: HTMLElement): void {
  if (!words.matches(":popover-open")) words.showPopover();
  const from = place.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = words;
  const rtl = getComputedStyle(place).direction === "rtl";
  const left = Math.min(Math.max(8, rtl ? from.right - width : from.left), innerWidth - width - 8);
  const top = from.bottom + height > innerHeight - 8 && from.top > height ? from.top - height : from.bottom;
  words.style.setProperty("--left", `${left}px`);
  words.style.setProperty("--top", `${top}px`);
}
