import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";
import { Button, type ButtonProps } from "./button.tsx";
import { Icon } from "./icon.tsx";
import "./menu.css";

interface MenuProps {
  /** The words of the button that opens it, and the menu's name. */
  label: string;
  /** MenuItems. */
  children: ReactNode;
  button?: Omit<ButtonProps, "children">;
}

/** A button and its popover: focus on the first item, ↑ ↓ wrap, Home, End, letters jump, Esc and Tab close. */
export function Menu({ label, children, button }: MenuProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button {...button} ref={opener} popoverTarget={id} aria-haspopup="menu">
        {label}
      </Button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className="menu"
        onToggle={(event) => event.newState === "open" && opened(list.current, opener.current)}
        onKeyDown={(event) => move(event, list.current)}
        onClick={(event) => (event.target as Element).closest("[role=menuitem]") && list.current?.hidePopover()}
      >
        {children}
      </div>
    </>
  );
}

/** An act. `detail` stands at its other end: a time, a key. */
export function MenuItem({
  onSelect,
  icon,
  detail,
  children,
  danger = false,
}: {
  onSelect: () => void;
  icon?: string;
  detail?: ReactNode;
  children: ReactNode;
  danger?: boolean;
}) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={danger ? "menu-i danger" : "menu-i"}
      onClick={onSelect}
    >
      {icon && <Icon of={icon} size={14} />}
      <span>{children}</span>
      {detail && <small>{detail}</small>}
    </button>
  );
}

function opened(list: HTMLElement | null, opener: HTMLElement | null): void {
  if (!list || !opener) return;
  place(list, opener);
  itemsOf(list)[0]?.focus();
}

/** Below the start edge of what opened it; above or at the other edge where there is no room. On a phone CSS makes it a sheet. */
function place(list: HTMLElement, opener: HTMLElement): void {
  const from = opener.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = list;
  const rtl = getComputedStyle(opener).direction === "rtl";
  const start = rtl ? from.right - width : from.left;
  const end = rtl ? from.left : from.right - width;
  const fits = start >= 8 && start + width <= innerWidth - 8;
  const below = from.bottom + 4 + height <= innerHeight - 8 || from.top - 4 - height < 8;
  list.style.setProperty("--left", `${Math.max(8, fits ? start : end)}px`);
  list.style.setProperty("--top", `${below ? from.bottom + 4 : from.top - 4 - height}px`);
}

function move(event: KeyboardEvent, list: HTMLElement | null): void {
  if (!list) return;
  const items = itemsOf(list);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at + items.length - 1) % items.length,
    Home: 0,
    End: items.length - 1,
  }[event.key];
  if (event.key === "Tab") list.hidePopover();
  else if (to !== undefined) items[to]?.focus();
  else if (event.key.length === 1 && event.key !== " ")
    startingWith(event.key, [...items.slice(at + 1), ...items.slice(0, at + 1)])?.focus();
  else return;
  if (event.key !== "Tab") event.preventDefault();
  event.stopPropagation();
}

function startingWith(letter: string, items: readonly HTMLElement[]): HTMLElement | undefined {
  return items.find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(letter.toLocaleLowerCase()));
}

function itemsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>("[role=menuitem]")];
}
