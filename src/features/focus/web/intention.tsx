import { Link } from "wouter";
import { addressOf } from "../../../web/addresses.ts";
import type { OutputOf } from "../../../web/api.ts";
import { useTell } from "../../../web/ask.ts";

export type Intention = OutputOf<"focus.today">["week"]["intentions"][number];

/** A key result that an intention may be for. */
export interface Tie {
  id: string;
  title: string;
}

/** Done, or not yet. */
export function Ticked({ intention: { id, text, doneAt } }: { intention: Intention }) {
  const tick = useTell("focus.intentions.setDone", { invalidates: ["focus"] });
  const done = tick.isPending ? tick.variables.done : doneAt !== null;
  return (
    <label>
      <input
        id={`intention-${id}`}
        type="checkbox"
        checked={done}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        onChange={({ target }) => tick.mutate({ id, done: target.checked })}
      />
      <span dir="auto">{text}</span>
    </label>
  );
}

/** What it is done for, with the way there. */
export function TiedTo({ intention: { tie } }: { intention: Intention }) {
  if (!tie.title) return null;
  const href = addressOf({ kind: tie.kind, id: tie.id, objectiveId: tie.objectiveId });
  return href ? (
    <Link className="for" href={href} dir="auto">
      {tie.title}
    </Link>
  ) : (
    <span className="for" dir="auto">
      {tie.title}
    </span>
  );
}
