import { type FormEvent, useState } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { keyOf, useAsk, useTell } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { Conflict, versionMet } from "../../../web/conflict.tsx";
import { useDraft } from "../../../web/draft.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { queryClient } from "../../../web/query-client.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Field, TextArea } from "../../../web/ui/field.tsx";
import { useFocusBack } from "../../../web/ui/focus-back.ts";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import catalogue from "./strategy.messages.json";
import "./strategy.css";

const m = messages(catalogue);

type Kind = "vision" | "mission";
type Statement = OutputOf<"strategy.vision.get">;

/** The vision or the mission: read, and written over where the viewer may. */
export function StatementForm({ kind }: { kind: Kind }) {
  const asked = useAsk(`strategy.${kind}.get`, undefined, { live: [kind] });
  return (
    <section aria-labelledby={kind}>
      <Asked of={asked} what={m[kind]()} rows={1}>
        {(statement) => <Written kind={kind} statement={statement} />}
      </Asked>
    </section>
  );
}

function Written({ kind, statement }: { kind: Kind; statement: Statement }) {
  const format = useFormat();
  const [editing, edit] = useState(false);
  const opener = useFocusBack(editing);
  const { text, updatedAt, can } = statement;
  return (
    <>
      <SectionHead
        id={kind}
        title={m[kind]()}
        aside={updatedAt ? m.written({ day: format.day(updatedAt) }) : undefined}
      />
      {editing ? (
        <Write kind={kind} statement={statement} onClose={() => edit(false)} />
      ) : (
        <>
          {text ? (
            <p className={`stmt is-${kind}`} dir="auto">
              {text}
            </p>
          ) : (
            <p className="small">{m.notWritten()}</p>
          )}
          {can.edit && (
            <p className="row form-acts">
              <Button ref={opener} size="sm" onClick={() => edit(true)}>
                {text ? m[`${kind}Rewrite`]() : m[`${kind}Write`]()}
              </Button>
            </p>
          )}
        </>
      )}
    </>
  );
}

function Write({ kind, statement, onClose }: { kind: Kind; statement: Statement; onClose: () => void }) {
  const draft = useDraft(statement);
  const save = useTell(`strategy.${kind}.set`, {
    invalidates: ["activity.history", "alignment", "focus"],
    onDone: (answer) => {
      queryClient.setQueryData(keyOf(`strategy.${kind}.get`), answer);
      say(m[`${kind}Saved`]());
      onClose();
    },
  });
  const write = (version: number) => save.mutate({ text: draft.value.text, version });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write(draft.version);
  };
  const keepTheirs = () => {
    void queryClient.invalidateQueries({ queryKey: keyOf(`strategy.${kind}.get`) });
    onClose();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Field label={m[kind]()} hint={m[`${kind}Hint`]()} error={save.error?.at("text")}>
        <TextArea
          className={`stmt is-${kind}`}
          rows={1}
          autoFocus
          maxLength={300}
          value={draft.value.text}
          onChange={({ target }) => draft.change({ text: target.value.replaceAll("\n", " ") })}
        />
      </Field>
      <Conflict
        of={save.error}
        words={(_, value) => ({ label: m[kind](), value: `“${String(value)}”` })}
        onMine={write}
        onTheirs={keepTheirs}
      />
      <FormProblem of={versionMet(save.error) ? null : save.error} fields={["text"]} />
      <p className="row form-acts">
        <Button type="submit" kind="primary" busy={save.isPending}>
          {m[`${kind}Save`]()}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {m.cancel()}
        </Button>
      </p>
    </form>
  );
}
