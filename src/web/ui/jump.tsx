import { type ReactNode, useId, useRef, useState } from "react";
import { useOpen } from "./dialog.tsx";
import { Icon } from "./icon.tsx";
import { search } from "./icons.ts";
import catalogue from "./jump.messages.json";
import { Kbd } from "./kbd.tsx";
import { messages } from "./messages.ts";
import { useTaking } from "./taking.ts";
import "./jump.css";

const m = messages(catalogue);

export interface JumpResult {
  id: string;
  /** The title; what matches the query is written bold. */
  words: string;
  /** What it is: "key result". */
  detail?: string;
  glyph?: ReactNode;
}

interface JumpProps {
  open: boolean;
  onClose: () => void;
  query: string;
  onQuery: (query: string) => void;
  results: readonly JumpResult[];
  onPick: (result: JumpResult) => void;
  /** Results for the latest query are still on their way. */
  busy?: boolean;
}

/** Search or jump: one field, one list; ↑ ↓ choose while the focus stays in the field, Enter goes there. */
export function Jump({ open, onClose, query, onQuery, results, onPick, busy = false }: JumpProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useId();
  const [chosen, choose] = useState(0);
  const at = Math.min(chosen, results.length - 1);
  const { refused, taking } = useTaking();
  useOpen(dialog, open);
  const pick = (result: JumpResult | undefined) => {
    if (!result) return;
    onClose();
    onPick(result);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === "ArrowDown") choose((at + 1) % Math.max(1, results.length));
    else if (event.key === "ArrowUp") choose((at + results.length - 1) % Math.max(1, results.length));
    else if (event.key === "Enter") pick(results[at]);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it too
    <dialog
      ref={dialog}
      className="cmd"
      aria-label={m.title()}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      {open && (
        <div className="cmd-in">
          <div className="cmd-q">
            <Icon of={search} size={15} />
            <input
              role="combobox"
              aria-label={m.title()}
              aria-expanded={results.length > 0}
              aria-controls={list}
              aria-activedescendant={results[at] && `${list}-${at}`}
              autoComplete="off"
              spellCheck={false}
              dir="auto"
              maxLength={200}
              aria-invalid={refused ? true : undefined}
              {...taking}
              value={query}
              onChange={(event) => {
                choose(0);
                onQuery(event.target.value);
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <div role="listbox" id={list} aria-label={m.results()} aria-busy={busy} tabIndex={-1}>
            {results.map((result, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field picks it
              <div
                key={result.id}
                id={`${list}-${index}`}
                role="option"
                aria-selected={index === at}
                tabIndex={-1}
                onClick={() => pick(result)}
              >
                {result.glyph}
                <span dir="auto">{marked(result.words, query)}</span>
                {index === at ? <Kbd keys="enter" /> : result.detail && <small>{result.detail}</small>}
              </div>
            ))}
          </div>
          <p className="cmd-none" role="status">
            {refused ?? (query && !busy && results.length === 0 ? m.none({ query }) : "")}
          </p>
        </div>
      )}
    </dialog>
  );
}

function marked(words: string, query: string): ReactNode {
  const from = query.trim() ? words.toLocaleLowerCase().indexOf(query.trim().toLocaleLowerCase()) : -1;
  if (from < 0) return words;
  const to = from + query.trim().length;
  return (
    <>
      {words.slice(0, from)}
      <mark>{words.slice(from, to)}</mark>
      {words.slice(to)}
    </>
  );
}
