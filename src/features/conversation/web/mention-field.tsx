import { type KeyboardEvent, type RefObject, Suspense, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { later } from "../../../web/later.tsx";
import { useTaking } from "../../../web/ui/taking.ts";
import { lookedFor, pick } from "../mentioned.ts";
import type { Keys, Member } from "./mention-picker.tsx";

const MentionPicker = later(() => import("./mention-picker.tsx"));

export interface Written {
  /** With @ and names. */
  typed: string;
  /** Who was picked, under the names that stand in what is typed. */
  picked: readonly Member[];
}

interface MentionFieldProps {
  id: string;
  field: RefObject<HTMLTextAreaElement | null>;
  written: Written;
  write: (written: Written) => void;
  invalid: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** A text in which @ finds a member: ↓ ↑ move, ↵ or Tab takes, Esc closes. */
export function MentionField({ id, field, written, write, invalid, onKeyDown }: MentionFieldProps) {
  const { typed, picked } = written;
  const list = useId();
  const { refused, taking } = useTaking();
  const keys = useRef<Keys>(null);
  const [looked, look] = useState<ReturnType<typeof lookedFor>>(null);
  const [left, leave] = useState<number | null>(null);
  const [active, activate] = useState<string | undefined>();
  const open = looked !== null && looked.at !== left;
  const follow = ({ value, selectionStart }: HTMLTextAreaElement) => {
    const next = lookedFor({ typed: value, picked }, selectionStart);
    look(next);
    if (next?.at !== left) leave(null);
  };
  const take = (member: Member) => {
    const { name, picked: now } = pick(picked, member);
    const [at, caret] = [looked?.at ?? 0, field.current?.selectionStart ?? typed.length];
    const before = `${typed.slice(0, at)}@${name} `;
    // At once: a letter typed before the next frame belongs behind the name.
    flushSync(() => {
      write({ typed: before + typed.slice(caret).replace(/^ /, ""), picked: now });
      look(null);
    });
    field.current?.setSelectionRange(before.length, before.length);
  };
  const press = (event: KeyboardEvent) => {
    const plain = !(event.metaKey || event.ctrlKey || event.altKey || event.shiftKey);
    if (open && plain && event.key === "Escape") leave(looked.at);
    else if (!open || !plain || !keys.current?.press(event.key)) return onKeyDown(event);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span className="ment-f">
      <textarea
        id={id}
        ref={field}
        className="input"
        dir="auto"
        rows={2}
        maxLength={10_000}
        value={typed}
        aria-invalid={invalid || refused ? true : undefined}
        aria-describedby={`${id}-refused`}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={open ? list : undefined}
        aria-activedescendant={open ? active : undefined}
        {...taking}
        onChange={({ target }) => {
          write({ typed: target.value, picked });
          follow(target);
        }}
        onSelect={({ currentTarget }) => follow(currentTarget)}
        onBlur={() => look(null)}
        onKeyDown={press}
      />
      {open && (
        <Suspense>
          <MentionPicker id={list} search={looked.search} keys={keys} onActive={activate} onPick={take} />
        </Suspense>
      )}
      <small id={`${id}-refused`} className="meta" role="status">
        {refused}
      </small>
    </span>
  );
}
