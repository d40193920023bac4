/**
 * The keyboard of a tree or treegrid: one tab stop; ↑ ↓ Home End and letters move; → opens, then goes in; ← closes,
 * then goes up; ⇧→ opens the whole branch, ⇧← closes it; Enter opens the thing itself. Tab reaches the controls of the row.
 */
import { type KeyboardEvent, useRef, useState } from "react";

export interface TreeRow {
  id: string;
  /** 1 at the top. */
  level: number;
  /** undefined on a row that holds nothing. */
  open?: boolean | undefined;
  /** What letters jump to. */
  text: string;
}

interface TreeActs {
  /** Opens or closes a row; `branch` with everything below it. */
  onToggle: (id: string, open: boolean, branch: boolean) => void;
  /** Enter on a row. */
  onOpen?: (id: string) => void;
}

/** `rows` are those on show, in their order. Spread `tree` on the (tree)grid and `row(id)` on each row. */
export function useTree(rows: readonly TreeRow[], acts: TreeActs) {
  const [chosen, choose] = useState<string>();
  const element = useRef<HTMLElement>(null);
  const current = rows.find(({ id }) => id === chosen)?.id ?? rows[0]?.id;

  const goTo = (id: string | undefined) => {
    if (id === undefined) return;
    choose(id);
    element.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const onRow = event.target instanceof HTMLElement && event.target.dataset.row !== undefined;
    if (!onRow || event.metaKey || event.ctrlKey || event.altKey) return;
    const answer = answerTo(event.key, event.shiftKey, rows, current);
    if (!answer) return;
    event.preventDefault();
    event.stopPropagation();
    if (answer.goTo) goTo(answer.goTo);
    if (answer.toggle && current) acts.onToggle(current, answer.toggle === "open", Boolean(answer.branch));
    if (answer.enter && current) acts.onOpen?.(current);
  };
  const row = (id: string) => {
    const at = rows.find((other) => other.id === id);
    return {
      "data-row": id,
      "aria-level": at?.level,
      "aria-expanded": at?.open,
      tabIndex: id === current ? 0 : -1,
      onFocus: () => choose(id),
    };
  };
  return { tree: { ref: element as never, onKeyDown }, row, current };
}

interface Answer {
  goTo?: string | undefined;
  toggle?: "open" | "close";
  branch?: boolean;
  enter?: boolean;
}

/** What a key does in a tree; undefined when it is not the tree's. */
export function answerTo(
  key: string,
  shift: boolean,
  rows: readonly TreeRow[],
  current: string | undefined,
): Answer | undefined {
  const at = rows.findIndex(({ id }) => id === current);
  const row = rows[at];
  if (!row) return undefined;
  switch (key) {
    case "ArrowDown":
      return { goTo: rows[at + 1]?.id };
    case "ArrowUp":
      return { goTo: rows[at - 1]?.id };
    case "Home":
      return { goTo: rows[0]?.id };
    case "End":
      return { goTo: rows.at(-1)?.id };
    case "Enter":
      return { enter: true };
    case "ArrowRight":
      if (shift && row.open !== undefined) return { toggle: "open", branch: true };
      if (row.open === false) return { toggle: "open" };
      return row.open ? { goTo: rows[at + 1]?.id } : {};
    case "ArrowLeft":
      if (shift && row.open) return { toggle: "close", branch: true };
      return row.open
        ? { toggle: "close" }
        : { goTo: rows.slice(0, at).findLast(({ level }) => level < row.level)?.id };
    default:
      return key.length === 1 && key.trim() ? { goTo: startingWith(key, rows, at) } : undefined;
  }
}

function startingWith(letter: string, rows: readonly TreeRow[], at: number): string | undefined {
  const round = [...rows.slice(at + 1), ...rows.slice(0, at)];
  return round.find(({ text }) => text.toLocaleLowerCase().startsWith(letter.toLocaleLowerCase()))?.id;
}
