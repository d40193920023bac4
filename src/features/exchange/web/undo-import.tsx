import type { OutputOf } from "../../../web/api.ts";
import { useAsk, useTell } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { Table } from "../../../web/ui/table.tsx";
import catalogue from "./import.messages.json";
import { stale } from "./stale.ts";

const m = messages(catalogue);

type Undo = OutputOf<"exchange.imports.undo">;

/** Takes an import back and says how much went and stayed. */
export function useUndoImport(onDone?: () => void) {
  return useTell("exchange.imports.undo", {
    invalidates: stale,
    onDone: (undo) => {
      say(m.undone({ count: goesIn(undo), stays: undo.stays.length }));
      onDone?.();
    },
  });
}

/** What taking an import back would do, before it is done: what goes in numbers, what stays by name with why. */
export function UndoImport({ id, onClose }: { id: string; onClose: () => void }) {
  const asked = useAsk("exchange.imports.undoPreview", { id }, { live: ["objective", "key-result", "initiative"] });
  const undo = useUndoImport(onClose);
  const format = useFormat();
  return (
    <Asked of={asked} what={m.undo()}>
      {(seen) => (
        <section className="im-undo" aria-label={m.undo()}>
          <p>{goesIn(seen) === 0 ? m.nothingGoes() : m.goes({ what: format.list(counted(seen)) })}</p>
          {seen.stays.length > 0 && <Stays of={seen.stays} />}
          <FormProblem of={undo.error} fields={[]} />
          <p className="row form-acts">
            {goesIn(seen) > 0 && (
              <Button kind="danger" busy={undo.isPending} onClick={() => undo.mutate({ id })}>
                {m.takeBackRows({ count: goesIn(seen) })}
              </Button>
            )}
            <Button onClick={onClose}>{m.keepIt()}</Button>
          </p>
        </section>
      )}
    </Asked>
  );
}

function Stays({ of: stays }: { of: Undo["stays"] }) {
  return (
    <>
      <p>{m.stays({ count: stays.length })}</p>
      <Table heads={[m.whatStays(), m.reason()]}>
        {stays.map(({ kind, id, title, reason }) => (
          <tr key={id}>
            <th scope="row">
              <span dir="auto">{title}</span> <small>{m[kindWords[kind]]()}</small>
            </th>
            <td dir="auto">{reason}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}

const kindWords = {
  objective: "field_objective",
  "key-result": "field_key-result",
  "health-metric": "kind_health-metric",
  initiative: "field_initiative",
  member: "member",
  team: "team",
  cycle: "cycle",
} as const;

const kinds = ["objective", "key-result", "health-metric", "initiative"] as const;

function counted({ goes }: Undo): string[] {
  return kinds.filter((kind) => goes[kind] > 0).map((kind) => m[`goes_${kind}`]({ count: goes[kind] }));
}

function goesIn({ goes }: Undo): number {
  return Object.values(goes).reduce((sum, count) => sum + count, 0);
}
