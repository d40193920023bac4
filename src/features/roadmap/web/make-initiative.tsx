import { type FormEvent, useState } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { newId } from "../../../web/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Field, Input, TextArea } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { FigureField, readFigure } from "../../okrs/web/public.tsx";
import catalogue from "./initiatives.messages.json";

const m = messages(catalogue);
const invalidates = ["okrs", "roadmap", "alignment", "focus", "activity.history"] as const;

export interface MakeInitiativeProps {
  keyResult: OutputOf<"okrs.keyResults.get">;
  onClose: () => void;
}

/** Makes a key result the initiative that it is; the outcome it is for may take its place. */
export default function MakeInitiative({ keyResult, onClose }: MakeInitiativeProps) {
  return (
    <Dialog open onClose={onClose} title={m.makeOf({ title: keyResult.title })}>
      <Form keyResult={keyResult} onClose={onClose} />
    </Dialog>
  );
}

function Form({ keyResult, onClose }: MakeInitiativeProps) {
  const { locale } = useFormat();
  const [initiativeId] = useState(newId);
  const [replacementId] = useState(newId);
  const [draft, write] = useState(() => draftOf(keyResult));
  const [tried, trying] = useState(false);
  const takeBack = useTell("roadmap.origins.remove", { invalidates });
  const make = useTell("roadmap.origins.create", {
    invalidates,
    onDone: ({ title }) => {
      say(m.isInitiative({ title }), () => takeBack.mutate({ initiativeId }));
      onClose();
    },
  });
  const { hasOutcome, start, target } = readingOf(draft, locale);
  const asksWhy = keyResult.checkInCount > 0 || make.error?.at("reason") !== undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    trying(true);
    if (hasOutcome && !(start.ok && target.ok)) return;
    const { id, version } = keyResult;
    const { title, unit, reason } = draft;
    const replacement =
      start.ok && target.ok && hasOutcome
        ? {
            ...{ id: replacementId, title, unit },
            measure: { kind: "metric" as const, start: start.value, target: target.value },
            decimals: Math.max(digits(start.value), digits(target.value)),
          }
        : null;
    make.mutate({ initiativeId, keyResultId: id, version, reason, replacement });
  };
  const change = (part: Partial<Draft>) => write((before) => ({ ...before, ...part }));
  const wrong = (field: string) => make.error?.at(`replacement.${field}`);
  const missing = (typed: string) => (tried && hasOutcome && typed.trim() === "" ? m.figureMissing() : undefined);
  return (
    <form className="act-f" onSubmit={submit} noValidate>
      <p>{asksWhy ? m.isDropped() : m.itLeaves()}</p>
      <Field label={m.outcomeInstead()} hint={keyResult.coach?.question?.words} optional error={wrong("title")}>
        <Input value={draft.title} onChange={({ target: { value } }) => change({ title: value })} />
      </Field>
      {hasOutcome && (
        <div className="act-f-two">
          <FigureField
            label={m.start()}
            value={draft.start}
            onChange={(value) => change({ start: value })}
            error={missing(draft.start) ?? wrong("measure.start")}
          />
          <FigureField
            label={m.target()}
            value={draft.target}
            onChange={(value) => change({ target: value })}
            error={missing(draft.target) ?? wrong("measure.target") ?? wrong("measure")}
          />
          <Field label={m.unit()} optional error={wrong("unit")}>
            <Input value={draft.unit} onChange={({ target: { value } }) => change({ unit: value })} />
          </Field>
        </div>
      )}
      {asksWhy && (
        <Field label={m.whyDropped()} error={make.error?.at("reason")}>
          <TextArea value={draft.reason} onChange={({ target: { value } }) => change({ reason: value })} />
        </Field>
      )}
      <FormProblem of={make.error} fields={fields} />
      <p className="row act-f-acts">
        <Button onClick={onClose}>{m.cancel()}</Button>
        <Button type="submit" kind="primary" busy={make.isPending}>
          {m.makeVerb()}
        </Button>
      </p>
    </form>
  );
}

const fields = ["title", "measure.start", "measure.target", "measure", "unit"]
  .map((field) => `replacement.${field}`)
  .concat("reason");

interface Draft {
  title: string;
  start: string;
  target: string;
  unit: string;
  reason: string;
}

/** With the coach's words and the figures that are known. */
function draftOf({ coach, title, measure, unit }: MakeInitiativeProps["keyResult"]): Draft {
  const rewrite = coach?.rewrite && coach.rewrite !== title ? coach.rewrite : "";
  const isMetric = rewrite !== "" && measure.kind === "metric";
  return {
    ...{ title: rewrite, unit: isMetric ? unit : "", reason: "" },
    ...(isMetric ? { start: measure.start, target: measure.target } : { start: "", target: "" }),
  };
}

function readingOf({ title, start, target }: Draft, locale: string) {
  return {
    hasOutcome: title.trim() !== "",
    start: readFigure(start, locale),
    target: readFigure(target, locale),
  };
}

/** After the point of a plain decimal. */
function digits(value: string): number {
  return Math.min(6, value.split(".")[1]?.length ?? 0);
}
