import type { KeyboardEvent } from "react";
import { Button } from "../../../web/ui/button.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { arrowDown, arrowUp } from "../../../web/ui/further-icons.ts";
import { messages } from "../../../web/ui/messages.ts";
import type { Imperative } from "./imperatives.tsx";
import catalogue from "./strategy.messages.json";

const m = messages(catalogue);

interface ItemProps {
  imperative: Imperative;
  at: number;
  of: number;
  /** Its form was closed just now: the focus comes back to it. */
  justEdited: boolean;
  onEdit: () => void;
  onArchive: () => void;
  onMove: (by: 1 | -1) => void;
}

/** One imperative; ⌥↑ and ⌥↓ on any of its buttons move it, as its arrows do. */
export function ImperativeItem({ imperative, at, of, justEdited, onEdit, onArchive, onMove }: ItemProps) {
  const { statement, why, can } = imperative;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key] : undefined;
    if (!by || !can.edit) return;
    event.preventDefault();
    onMove(by);
  };
  return (
    <li className="imp" onKeyDown={onKeyDown}>
      <span className="num" aria-hidden="true">
        {at + 1}
      </span>
      <div>
        <p className="imp-s" dir="auto">
          {statement}
        </p>
        {why && (
          <p className="small" dir="auto">
            {why}
          </p>
        )}
        <Details {...imperative} />
      </div>
      {can.edit && (
        <p className="row imp-a">
          <Button
            size="sm"
            kind="quiet"
            iconOnly
            icon={arrowUp}
            aria-keyshortcuts="Alt+ArrowUp"
            aria-disabled={at === 0 || undefined}
            onClick={() => onMove(-1)}
          >
            {m.moveUp({ statement })}
          </Button>
          <Button
            size="sm"
            kind="quiet"
            iconOnly
            icon={arrowDown}
            aria-keyshortcuts="Alt+ArrowDown"
            aria-disabled={at === of - 1 || undefined}
            onClick={() => onMove(1)}
          >
            {m.moveDown({ statement })}
          </Button>
          <Button size="sm" autoFocus={justEdited} aria-label={m.editOf({ statement })} onClick={onEdit}>
            {m.edit()}
          </Button>
          <Button
            size="sm"
            kind="quiet"
            aria-label={m.archiveOf({ statement })}
            onClick={({ currentTarget }) => {
              onArchive();
              focusNeighbour(currentTarget);
            }}
          >
            {m.archive()}
          </Button>
        </p>
      )}
    </li>
  );
}

/** The row is about to go: the same button of the next one gets the focus, or of the one before. */
function focusNeighbour(button: HTMLButtonElement) {
  const row = button.closest("li");
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
  neighbour?.querySelector<HTMLElement>(".imp-a button:last-child")?.focus();
}

function Details({ priorityShare, horizon }: Imperative) {
  const format = useFormat();
  const parts = [
    priorityShare === null ? m.noShare() : m.share({ share: format.decimal(withoutZeros(priorityShare)) }),
    horizon && m.until({ horizon }),
  ].filter(Boolean);
  return (
    <p className="meta" dir="auto">
      {parts.join(" · ")}
    </p>
  );
}

/** Decimals come with the zeros of their column. */
export function withoutZeros(exact: string): string {
  return exact.includes(".") ? exact.replace(/\.?0+$/, "") : exact;
}
