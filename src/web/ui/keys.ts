/**
 * Keys of a page: `useKeys([{ keys: "c", does: m.checkIn(), run: open }])`. Single keys never fire in a field and can
 * be switched off (WCAG 2.1.4); keys with ⌘ or Ctrl always work. What is bound is listed by boundKeys, for "?".
 */
import { useEffect, useRef } from "react";

export interface Key {
  /** "c", "?", "mod+k" (⌘ or Ctrl), "alt+arrowup", or a sequence: "g t". Letters are written small. */
  keys: string;
  /** What it does, in a few words, for the list of keys. */
  does: string;
  run: (event: KeyboardEvent) => void;
}

const off = "throughline.single-keys-off";
/** Milliseconds in which the second key of a sequence must follow. */
const patience = 1200;

let bound: readonly Key[] = [];
let before = { key: "", at: 0 };

/** Binds keys while the component is on the page; the latest binding of a key wins. */
export function useKeys(keys: readonly Key[]): void {
  const latest = useRef(keys);
  latest.current = keys;
  const names = keys.map((key) => key.keys).join(",");
  // biome-ignore lint/correctness/useExhaustiveDependencies: bound again when other keys are bound, not when a closure is new
  useEffect(() => {
    const own = latest.current.map((key, index) => ({
      ...key,
      run: (event: KeyboardEvent) => latest.current[index]?.run(event),
    }));
    if (bound.length === 0) document.addEventListener("keydown", press);
    bound = [...own, ...bound];
    return () => {
      bound = bound.filter((key) => !own.includes(key));
      if (bound.length === 0) document.removeEventListener("keydown", press);
    };
  }, [names]);
}

/** The keys that work now, each once. */
export function boundKeys(): readonly Key[] {
  return bound.filter((key, index) => bound.findIndex((other) => other.keys === key.keys) === index);
}

/** Whether keys without ⌘ or Ctrl work on this device. */
export function singleKeysOn(): boolean {
  return localStorage.getItem(off) === null;
}

export function switchSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(off);
  else localStorage.setItem(off, "yes");
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const pressed = nameOf(event);
  const sequence = event.timeStamp - before.at < patience ? `${before.key} ${pressed}` : "";
  before = { key: pressed, at: event.timeStamp };
  if (!pressed.startsWith("mod+") && (isWriting(event.target) || !singleKeysOn() || inDialog(event.target))) return;
  const found = bound.find(({ keys }) => keys === sequence) ?? bound.find(({ keys }) => keys === pressed);
  if (!found) return;
  event.preventDefault();
  found.run(event);
}

/** How a press is written in `keys`. */
export function nameOf(event: Pick<KeyboardEvent, "key" | "metaKey" | "ctrlKey" | "altKey" | "shiftKey">): string {
  const letter = event.key.length === 1;
  const parts = [
    (event.metaKey || event.ctrlKey) && "mod",
    event.altKey && "alt",
    event.shiftKey && !letter && "shift",
  ];
  return [...parts.filter(Boolean), event.key.toLowerCase()].join("+");
}

/** In a field, where a letter is a letter. Ticks, radios and buttons are not fields. */
function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("textarea, select")) return true;
  return target.matches("input:not([type=checkbox], [type=radio], [type=button], [type=submit])");
}

/** A dialog or menu on top keeps its keys to itself. */
function inDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("dialog, [role=menu]") !== null;
}
