import { type FormEvent, type ReactNode, useState } from "react";
import { useTell } from "../../../web/ask.ts";
import { Conflict, versionMet } from "../../../web/conflict.tsx";
import { useDraft } from "../../../web/draft.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { newId } from "../../../web/id.ts";
import { queryClient } from "../../../web/query-client.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Field, Input, TextArea } from "../../../web/ui/field.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { withoutZeros } from "./imperative-item.tsx";
import type { Imperative } from "./imperatives.tsx";
import catalogue from "./strategy.messages.json";

const m = messages(catalogue);
const fields = ["statement", "why", "priorityShare", "horizon"];
const invalidates = ["strategy.imperatives", "activity.history", "alignment", "focus"] as const;

type Body = Pick<Imperative, "statement" | "why" | "priorityShare" | "horizon">;

export function AddImperative({ onClose }: { onClose: () => void }) {
  const [id] = useState(newId);
  const [body, change] = useState<Body>({ statement: "", why: "", priorityShare: null, horizon: "" });
  const add = useTell("strategy.imperatives.create", {
    invalidates,
    onDone: () => {
      say(m.added());
      onClose();
    },
  });
  return (
    <Form
      body={body}
      change={(part) => change({ ...body, ...part })}
      wrong={(field) => add.error?.at(field)}
      onSubmit={() => add.mutate({ id, ...body })}
      verb={m.addImperative()}
      busy={add.isPending}
      onClose={onClose}
    >
      <FormProblem of={add.error} fields={fields} />
    </Form>
  );
}

export function EditImperative({ imperative, onClose }: { imperative: Imperative; onClose: () => void }) {
  const draft = useDraft({ ...imperative, priorityShare: trimmed(imperative.priorityShare) });
  const save = useTell("strategy.imperatives.update", {
    invalidates,
    onDone: () => {
      say(m.saved());
      onClose();
    },
  });
  const write = (version: number) => {
    const { statement, why, priorityShare, horizon } = draft.changes();
    save.mutate({ id: imperative.id, version, statement, why, priorityShare, horizon });
  };
  const keepTheirs = () => {
    void queryClient.invalidateQueries({ queryKey: ["strategy", "imperatives"] });
    onClose();
  };
  return (
    <Form
      body={draft.value}
      change={draft.change}
      wrong={(field) => save.error?.at(field)}
      onSubmit={() => write(draft.version)}
      verb={m.saveImperative()}
      busy={save.isPending}
      onClose={onClose}
    >
      <Conflict of={save.error} words={fieldWords} onMine={write} onTheirs={keepTheirs} />
      <FormProblem of={versionMet(save.error) ? null : save.error} fields={fields} />
    </Form>
  );
}

interface FormProps {
  body: Body;
  change: (part: Partial<Body>) => void;
  wrong: (field: string) => string | undefined;
  onSubmit: () => void;
  verb: string;
  busy: boolean;
  onClose: () => void;
  /** What was refused of the whole. */
  children: ReactNode;
}

function Form({ body, change, wrong, onSubmit, verb, busy, onClose, children }: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="imp-f" onSubmit={submit} noValidate>
      <Field label={m.statement()} hint={m.statementHint()} error={wrong("statement")}>
        <TextArea
          className="imp-s"
          rows={1}
          autoFocus
          maxLength={300}
          value={body.statement}
          onChange={({ target }) => change({ statement: target.value.replaceAll("\n", " ") })}
        />
      </Field>
      <Field label={m.why()} optional error={wrong("why")}>
        <TextArea value={body.why} onChange={({ target }) => change({ why: target.value })} />
      </Field>
      <div className="imp-n">
        <Field label={m.priorityShare()} hint={m.priorityHint()} optional error={wrong("priorityShare")}>
          <Input
            inputMode="decimal"
            dir="ltr"
            value={body.priorityShare ?? ""}
            onChange={({ target }) => change({ priorityShare: target.value.trim() === "" ? null : target.value })}
          />
        </Field>
        <Field label={m.horizon()} hint={m.horizonHint()} optional error={wrong("horizon")}>
          <Input value={body.horizon} onChange={({ target }) => change({ horizon: target.value })} />
        </Field>
      </div>
      {children}
      <p className="row form-acts">
        <Button type="submit" kind="primary" busy={busy}>
          {verb}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {m.cancel()}
        </Button>
      </p>
    </form>
  );
}

const labels: Record<string, string> = {
  statement: m.statement(),
  why: m.why(),
  priority_share: m.priorityShare(),
  horizon: m.horizon(),
};

function fieldWords(field: string, value: unknown) {
  const label = labels[field];
  return label ? { label, value: value === null || value === "" ? "–" : `“${String(value)}”` } : undefined;
}

function trimmed(share: string | null): string | null {
  return share === null ? null : withoutZeros(share);
}
