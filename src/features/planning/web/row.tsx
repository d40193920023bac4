import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { useSession } from "../../../web/session.ts";
import { Avatar } from "../../../web/ui/avatar.tsx";
import { m } from "./asking.ts";
import { useStudio } from "./studio-context.ts";

interface RowProps {
  id: string;
  /** What it is and its words: "Key result 2: Launch onboarding webinar". */
  name: string;
  className: string;
  /** ⌥↑ and ⌥↓; undefined where it cannot be moved. */
  onOrder?: ((step: -1 | 1) => void) | undefined;
  /** ⌘↵: what the coach offers for it. */
  onUse?: (() => void) | undefined;
  children: ReactNode;
}

/**
 * A line of the plan as one stop for J and K. ↵ goes into its text, Esc comes back out; ⌥↑ ⌥↓ move it wherever the
 * focus is inside it. The place where its marked words end is told to the margin, where the note begins.
 */
export function Row({ id, name, className, onOrder, onUse, children }: RowProps) {
  const { current, studio } = useStudio();
  const row = useRef<HTMLFieldSetElement>(null);
  useMeeting(row);
  const { member: viewer } = useSession();
  const here = studio.presence.filter(({ lineId, member }) => lineId === id && member.id !== viewer.id);
  const press = (event: KeyboardEvent) => {
    const onRow = event.target === row.current;
    const mod = event.metaKey || event.ctrlKey;
    if (event.altKey && onOrder && (event.key === "ArrowUp" || event.key === "ArrowDown"))
      onOrder(event.key === "ArrowUp" ? -1 : 1);
    else if (mod && event.key === "Enter" && onUse) onUse();
    else if (onRow && event.key === "Enter" && !mod)
      row.current?.querySelector<HTMLElement>("textarea, input")?.focus();
    else if (!onRow && event.key === "Escape" && !isOpen(event.target)) row.current?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <fieldset
      ref={row}
      className={`${className}${current === id ? " is-current" : ""}`}
      aria-label={name}
      tabIndex={-1}
      data-line={id}
      onKeyDown={press}
    >
      {children}
      {here.length > 0 && (
        <span className="plan-here">
          {here.map(({ member }) => (
            <span key={member.id}>
              <Avatar name={member.name} size={20} />
              <span className="sr">{m.looksHere({ name: member.name })}</span>
            </span>
          ))}
        </span>
      )}
    </fieldset>
  );
}

/** Esc closes what is open above the row before it leaves a field. */
function isOpen(target: EventTarget): boolean {
  return target instanceof Element && target.closest("[role=menu], [aria-expanded=true]") !== null;
}

/** Where the underline of the last marked word runs, from the top of the row, as --meet. */
function useMeeting(row: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = row.current;
    if (!element) return;
    const measure = () => {
      const mark = element.querySelector(".reach");
      const meet = mark ? mark.getBoundingClientRect().bottom - element.getBoundingClientRect().top : null;
      if (meet === null) element.style.removeProperty("--meet");
      else element.style.setProperty("--meet", `${Math.round(meet - 2)}px`);
    };
    measure();
    const watch = new ResizeObserver(measure);
    const title = element.querySelector(".title-f");
    if (title) watch.observe(title);
    return () => watch.disconnect();
  });
}
