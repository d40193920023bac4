import { useState } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { useAsk, useTell } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { queryClient } from "../../../web/query-client.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Empty } from "../../../web/ui/empty.tsx";
import { useFocusBack } from "../../../web/ui/focus-back.ts";
import { useFormat } from "../../../web/ui/format.ts";
import { plus } from "../../../web/ui/icons.ts";
import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import { leftOver, sumOfShares } from "../shares.ts";
import { AddImperative, EditImperative } from "./imperative-form.tsx";
import { ImperativeItem } from "./imperative-item.tsx";
import catalogue from "./strategy.messages.json";

const m = messages(catalogue);
const invalidates = ["strategy.imperatives", "activity.history", "alignment", "focus"] as const;

export type Imperative = OutputOf<"strategy.imperatives.list">["items"][number];

/** The imperatives in their order: added, changed, moved and archived. */
export function Imperatives() {
  const asked = useAsk("strategy.imperatives.list", {}, { live: ["imperative"] });
  return (
    <section aria-labelledby="imps">
      <Asked of={asked} what={m.imperatives()}>
        {({ items, can }) => (
          <>
            <Ordered items={items} mayAdd={can.create} />
            {can.create && <Archived />}
          </>
        )}
      </Asked>
    </section>
  );
}

function Ordered({ items, mayAdd }: { items: readonly Imperative[]; mayAdd: boolean }) {
  const [editing, edit] = useState<string | null>(null);
  const [closed, setClosed] = useState<string | null>(null);
  const adder = useFocusBack(editing === "new");
  const { archive, error: notArchived } = useArchive();
  const { move, error } = useMove(items);
  const close = () => {
    setClosed(editing);
    edit(null);
  };
  return (
    <>
      <SectionHead id="imps" title={m.imperatives()} aside={<Sum items={items} />} />
      <FormProblem of={notArchived ?? error} fields={[]} />
      {items.length === 0 && <Empty title={m.noImperatives()}>{m.noImperativesWords()}</Empty>}
      <ol className="imps">
        {items.map((imperative, at) =>
          editing === imperative.id ? (
            <li key={imperative.id}>
              <EditImperative imperative={imperative} onClose={close} />
            </li>
          ) : (
            <ImperativeItem
              key={imperative.id}
              imperative={imperative}
              at={at}
              of={items.length}
              justEdited={closed === imperative.id}
              onEdit={() => edit(imperative.id)}
              onArchive={() => archive(imperative)}
              onMove={(by) => move(at, by)}
            />
          ),
        )}
      </ol>
      {mayAdd &&
        (editing === "new" ? (
          <AddImperative onClose={close} />
        ) : (
          <p className="row form-acts">
            <Button ref={adder} icon={plus} onClick={() => edit("new")}>
              {m.addImperative()}
            </Button>
          </p>
        ))}
    </>
  );
}

/** Archived at once, and back as quickly. */
function useArchive() {
  const restore = useTell("strategy.imperatives.restore", { invalidates, onDone: () => say(m.restored()) });
  const archive = useTell("strategy.imperatives.archive", {
    invalidates,
    onDone: (_, { id }) => say(m.archived(), () => restore.mutate({ id })),
  });
  return {
    archive: ({ id, version }: Imperative) => archive.mutate({ id, version }),
    error: archive.error ?? restore.error,
  };
}

/** What was archived stays here, for whoever may bring it back. */
function Archived() {
  const all = useAsk("strategy.imperatives.list", { archived: "true" }, { live: ["imperative"] });
  const restore = useTell("strategy.imperatives.restore", { invalidates, onDone: () => say(m.restored()) });
  const archived = all.data?.items.filter(({ archivedAt }) => archivedAt !== null) ?? [];
  const format = useFormat();
  if (archived.length === 0) return null;
  return (
    <details className="imp-gone">
      <summary>{m.archivedCount({ count: archived.length })}</summary>
      <FormProblem of={restore.error} fields={[]} />
      <ul>
        {archived.map(({ id, statement, archivedAt }) => (
          <li key={id} className="imp">
            <div>
              <p className="imp-s" dir="auto">
                {statement}
              </p>
              <p className="meta">{m.archivedOn({ day: format.day(archivedAt ?? "") })}</p>
            </div>
            <p className="row imp-a">
              <Button size="sm" aria-label={m.restoreOf({ statement })} onClick={() => restore.mutate({ id })}>
                {m.restore()}
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** How the priority shares add up; nothing while none is stated. */
function Sum({ items }: { items: readonly Imperative[] }) {
  const sum = sumOfShares(items.map(({ priorityShare }) => priorityShare));
  if (sum === null) return null;
  const left = leftOver(sum);
  if (left === "0") return m.sumWhole();
  return left.startsWith("-") ? <b className="sum-over">{m.sumOver({ sum })}</b> : m.sumUnder({ sum, left });
}

/** Two imperatives change places by changing their ranks. */
function useMove(items: readonly Imperative[]) {
  const change = useTell("strategy.imperatives.update");
  const move = async (at: number, by: 1 | -1) => {
    const [one, other] = [items[at], items[at + by]];
    if (!one || !other || change.isPending) return;
    try {
      const moved = await change.mutateAsync({ id: one.id, version: one.version, rank: other.rank });
      const gaveWay = await change.mutateAsync({ id: other.id, version: other.version, rank: one.rank });
      say(m.moved({ place: at + by + 1 }), () => void back(moved, gaveWay));
    } catch {
      // The problem is on show; the list is read again below.
    }
    for (const stale of invalidates) void queryClient.invalidateQueries({ queryKey: stale.split(".") });
  };
  const back = async (moved: Imperative, gaveWay: Imperative) => {
    await change.mutateAsync({ id: moved.id, version: moved.version, rank: gaveWay.rank });
    await change.mutateAsync({ id: gaveWay.id, version: gaveWay.version, rank: moved.rank });
    for (const stale of invalidates) void queryClient.invalidateQueries({ queryKey: stale.split(".") });
  };
  return { move: (at: number, by: 1 | -1) => void move(at, by), error: change.error };
}
