import { useState } from "react";
import { useAsk, useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { newId } from "../../../web/id.ts";
import type { Problem } from "../../../web/problem.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Field, TextArea } from "../../../web/ui/field.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import { ActForm, KeyResultForm, ObjectiveForm } from "../../okrs/web/public.tsx";
import type { RemedyProps } from "./remedy.tsx";
import { invalidates } from "./remedy-link.tsx";
import { m } from "./standing.ts";

/** Sets an objective for a team, or one that is connected to the imperative nobody works on. */
export function DraftFor({ gap, cycle, onDone }: RemedyProps) {
  const [writing, write] = useState(false);
  const [first] = gap.subjects;
  const where = useAsk("okrs.objectives.list", { cycleId: cycle.id, limit: 1 }, { enabled: writing });
  const link = useTell("okrs.supports.create", { invalidates, onDone });
  const connect = (objectiveId: string) => {
    if (first?.kind !== "imperative") return onDone();
    const made = { id: newId(), objectiveId, parent: { kind: "imperative" as const, id: first.id } };
    link.mutate(made, { onError: ({ message }) => say(message) });
  };
  if (!first) return null;
  return (
    <>
      <Button
        busy={(writing && where.isLoading) || link.isPending}
        onClick={() => {
          write(true);
          if (where.error) void where.refetch();
        }}
      >
        {first.kind === "team" ? m.draftForTeam() : m.draftForImperative()}
      </Button>
      <NotThere of={where} />
      <ObjectiveForm
        open={writing && where.data !== undefined}
        onClose={() => write(false)}
        onDone={({ id }) => connect(id)}
        cycleId={cycle.id}
        where={where.data?.can}
        begin={first.kind === "team" ? { level: "team", teamId: first.id } : undefined}
      />
    </>
  );
}

/** A parent that nothing works on any more gets a key result of its own, or is dropped with a reason. */
export function DraftOrDrop({ gap, onDone }: RemedyProps) {
  const [adding, add] = useState(false);
  const [dropping, drop] = useState(false);
  const [first] = gap.subjects;
  const objective = useAsk("okrs.objectives.get", { id: first?.id ?? "" }, { enabled: adding });
  if (!first) return null;
  return (
    <>
      <Button
        busy={adding && objective.isLoading}
        onClick={() => {
          add(true);
          if (objective.error) void objective.refetch();
        }}
      >
        {m.addKeyResult()}
      </Button>
      <NotThere of={objective} />
      <Button kind="quiet" onClick={() => drop(true)}>
        {m.drop()}
      </Button>
      {objective.data && (
        <KeyResultForm open={adding} onClose={() => add(false)} onDone={onDone} objective={objective.data} />
      )}
      {dropping && <Drop {...{ gap, onDone }} onClose={() => drop(false)} />}
    </>
  );
}

/** What the form needs did not come; pressing again asks again. */
function NotThere({ of: { error, isFetching } }: { of: { error: Problem | null; isFetching: boolean } }) {
  return error && !isFetching ? (
    <p className="meta" role="alert">
      {error.message}
    </p>
  ) : null;
}

function Drop({ gap, onDone, onClose }: Pick<RemedyProps, "gap" | "onDone"> & { onClose: () => void }) {
  const [reason, because] = useState("");
  const [first] = gap.subjects;
  const back = useTell("okrs.objectives.setState", { invalidates, onDone });
  const drop = useTell("okrs.objectives.setState", {
    invalidates,
    onDone: ({ id, title, version }) => {
      say(m.dropped({ title }), () => back.mutate({ id, version, state: "open", reason: "" }));
      onClose();
      onDone();
    },
  });
  const submit = () => void drop.mutate({ id: first?.id ?? "", version: gap.version ?? 1, state: "dropped", reason });
  return (
    <Dialog open onClose={onClose} title={m.dropQuestion({ title: first?.title ?? "" })}>
      <ActForm verb={m.drop()} danger busy={drop.isPending} onSubmit={submit} onClose={onClose}>
        <p>{m.dropWords()}</p>
        <Field label={m.reason()} error={drop.error?.at("reason")}>
          <TextArea value={reason} onChange={({ target }) => because(target.value)} />
        </Field>
        <FormProblem of={drop.error} fields={["reason"]} />
      </ActForm>
    </Dialog>
  );
}
