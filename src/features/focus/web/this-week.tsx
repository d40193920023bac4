import { useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, Suspense, useState } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { keyOf, useTell } from "../../../web/ask.ts";
import { later } from "../../../web/later.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { ellipsis, plus } from "../../../web/ui/icons.ts";
import { messages } from "../../../web/ui/messages.ts";
import { type Intention, Ticked, type Tie, TiedTo } from "./intention.tsx";
import catalogue from "./today.messages.json";

const m = messages(catalogue);
/** Fields arrive when somebody wants to write. */
const IntentionForm = later(() => import("./intention-form.tsx"));
/** Most weeks begin with nothing left over. */
const Leftovers = later(() => import("./leftovers.tsx"));

type Week = OutputOf<"focus.today">["week"];

/** What I do this week about what I am measured by. Earlier weeks' rest is carried over or let go. */
export function ThisWeek({ week: { intentions, leftovers }, ties }: { week: Week; ties: readonly Tie[] }) {
  const [open, setOpen] = useState<string | null>(null);
  const move = useMoving(intentions);
  const close = () => {
    setOpen(null);
    focusSoon(open === "new" ? "add-intention" : `intention-${open}`);
  };
  return (
    <>
      <h2>{m.thisWeek()}</h2>
      {intentions.length === 0 && open !== "new" && <p className="small">{m.nothingYet()}</p>}
      <ul className="todo">
        {intentions.map((intention) =>
          open === intention.id ? (
            <li key={intention.id}>
              <Suspense>
                <IntentionForm intention={intention} ties={ties} onClose={close} onMove={move} />
              </Suspense>
            </li>
          ) : (
            <Row
              key={intention.id}
              intention={intention}
              onOpen={() => setOpen(intention.id)}
              onMove={(by) => move(intention.id, by)}
            />
          ),
        )}
      </ul>
      {open === "new" ? (
        <Suspense>
          <IntentionForm ties={ties} onClose={close} />
        </Suspense>
      ) : (
        <Button id="add-intention" kind="quiet" size="sm" icon={plus} onClick={() => setOpen("new")}>
          {m.add()}
        </Button>
      )}
      {leftovers.length > 0 && (
        <Suspense>
          <Leftovers leftovers={leftovers} />
        </Suspense>
      )}
    </>
  );
}

function Row({
  intention,
  onOpen,
  onMove,
}: {
  intention: Intention;
  onOpen: () => void;
  onMove: (by: 1 | -1) => void;
}) {
  const press = (event: KeyboardEvent) => {
    const by = event.altKey && ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key as "ArrowUp"];
    if (!by) return;
    event.preventDefault();
    onMove(by);
  };
  return (
    <li onKeyDown={press}>
      <Ticked intention={intention} />
      <TiedTo intention={intention} />
      <Button kind="quiet" size="sm" iconOnly icon={ellipsis} onClick={onOpen}>
        {m.change({ text: intention.text })}
      </Button>
    </li>
  );
}

/** Moves an intention at once and tells the server; the focus goes with it. */
function useMoving(intentions: readonly Intention[]) {
  const queries = useQueryClient();
  const reorder = useTell("focus.intentions.reorder", { invalidates: ["focus"] });
  return (id: string, by: 1 | -1) => {
    const from = intentions.findIndex((intention) => intention.id === id);
    const moved = intentions.toSpliced(from, 1);
    const [own] = intentions.slice(from);
    if (!own || from + by < 0 || from + by >= intentions.length) return;
    moved.splice(from + by, 0, own);
    queries.setQueryData<OutputOf<"focus.today">>(
      keyOf("focus.today"),
      (today) => today && { ...today, week: { ...today.week, intentions: moved } },
    );
    reorder.mutate({ ids: moved.map((intention) => intention.id) });
    focusSoon(`intention-${id}`);
  };
}

/** Gives the focus back once the page shows what had it. */
function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
