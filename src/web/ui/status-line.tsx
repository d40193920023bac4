import { useSyncExternalStore } from "react";
import { Button } from "./button.tsx";
import { messages } from "./messages.ts";
import catalogue from "./status-line.messages.json";
import "./status-line.css";

const m = messages(catalogue);

interface Said {
  words: string;
  undo?: (() => void) | undefined;
}

/** Milliseconds an act can be undone from the line; after that from the history. */
const stays = 10_000;

let said: Said | undefined;
let ends: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Says what was done, in the status line of the shell: `say(m.letGo(), undo)`. It leaves after ten seconds. */
export function say(words: string, undo?: () => void): void {
  clearTimeout(ends);
  ends = setTimeout(() => show(undefined), stays);
  show({ words, undo });
}

/** One line in the flow at the foot of the page, heard by screen readers; the Shell shows it. */
export function StatusLine() {
  const now = useSyncExternalStore(listen, () => said);
  return (
    <div className="say" role="status">
      {now && (
        <p>
          <span>{now.words}</span>
          {now.undo && (
            <Button
              size="sm"
              onClick={() => {
                now.undo?.();
                show(undefined);
              }}
            >
              {m.undo()}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

function show(next: Said | undefined): void {
  said = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
