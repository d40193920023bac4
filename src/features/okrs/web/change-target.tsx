import { useState } from "react";
import { useTell } from "../../../web/ask.ts";
import { Conflict, versionMet } from "../../../web/conflict.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { newId } from "../../../web/id.ts";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Field, TextArea } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { ActForm } from "./act-form.tsx";
import { invalidates, type KeyResult } from "./asking.ts";
import { FigureField } from "./figure-field.tsx";
import { m, type Unread, wrongIn } from "./form-words.ts";
import { type Draft, draftOf, Figures } from "./key-result-draft.ts";
import { PhaseFields } from "./phase-fields.tsx";

export interface ChangeTargetFormProps {
  open: boolean;
  onClose: () => void;
  keyResult: KeyResult;
}

/** Changes the target of a key result, with a reason; the old one stays visible. */
export function ChangeTargetForm({ open, onClose, keyResult }: ChangeTargetFormProps) {
  return (
    <Dialog open={open} onClose={onClose} title={m.changeTargetOf({ title: keyResult.title })}>
      <Form keyResult={keyResult} onClose={onClose} />
    </Dialog>
  );
}

function Form({ keyResult, onClose }: Omit<ChangeTargetFormProps, "open">) {
  const { locale } = useFormat();
  const [before] = useState(keyResult);
  const [changeId] = useState(newId);
  const [draft, write] = useState(() => draftOf(before, null, locale));
  const [reason, because] = useState("");
  const [tried, trying] = useState<Unread | null>(null);
  const figures = new Figures(locale);
  const targets = targetsIn(draft, figures);
  const phasedTargets = before.phasedTargets.length > 0 ? figures.readPhases(draft.phases) : undefined;
  const save = useTell("okrs.keyResults.changeTarget", {
    invalidates,
    onDone: ({ title }) => {
      say(m.targetChanged({ title }));
      onClose();
    },
  });
  const send = (version: number) => {
    trying(figures.problems);
    if (!targets) return false;
    save.mutate({ id: before.id, changeId, version, targets, reason, ...(phasedTargets ? { phasedTargets } : {}) });
  };
  const wrong = wrongIn(tried, figures.problems, save.error);
  const change = (part: Partial<Draft>) => write((now) => ({ ...now, ...part }));
  const phases = draft.phases.flatMap((_, at) => [`phasedTargets.${at}.on`, `phasedTargets.${at}.value`]);
  const fields = [...Object.keys(targets ?? {}).map((part) => `targets.${part}`), ...phases, "reason"];
  return (
    <ActForm verb={m.changeTarget()} busy={save.isPending} onSubmit={() => send(before.version)} onClose={onClose}>
      <p>{m.oldStays()}</p>
      <TargetFields draft={draft} change={change} wrong={wrong} />
      {phasedTargets && <PhaseFields value={draft} change={change} wrong={wrong} />}
      <Field label={m.reason()} error={wrong("reason")}>
        <TextArea value={reason} onChange={({ target }) => because(target.value)} />
      </Field>
      <Conflict of={save.error} words={targetWords} onMine={send} onTheirs={onClose} />
      <FormProblem of={versionMet(save.error) ? null : save.error} fields={fields} />
    </ActForm>
  );
}

function targetsIn({ kind, target, riskLimit, low, high }: Draft, figures: Figures) {
  const read = (field: string, typed: string) => figures.read(`targets.${field}`, typed);
  switch (kind) {
    case "metric":
      return { kind, target: read("target", target) };
    case "threshold":
      return {
        kind,
        target: read("target", target),
        riskLimit: figures.readOptional("targets.riskLimit", riskLimit),
      };
    case "range":
      return { kind, low: read("low", low), high: read("high", high) };
    default:
      return null;
  }
}

interface TargetFieldsProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  wrong: (field: string) => string | undefined;
}

function TargetFields({ draft, change, wrong }: TargetFieldsProps) {
  const typed = (of: "target" | "riskLimit" | "low" | "high", label: string, optional = false) => (
    <FigureField
      label={label}
      optional={optional}
      value={draft[of]}
      onChange={(value) => change({ [of]: value })}
      error={wrong(`targets.${of}`)}
    />
  );
  if (draft.kind === "range") {
    return (
      <div className="act-f-two">
        {typed("low", m.low())}
        {typed("high", m.high())}
      </div>
    );
  }
  return (
    <>
      {typed("target", m.newTarget())}
      {draft.kind === "threshold" && typed("riskLimit", m.riskLimit(), true)}
    </>
  );
}

/** The figures of a target, of those a conflict names. */
function targetWords(field: string, value: unknown) {
  if (field !== "targets" || typeof value !== "object" || value === null) return undefined;
  const { target, low, high } = value as { target?: string; low?: string; high?: string };
  return { label: m.targetField(), value: target ?? m.between({ low: low ?? "–", high: high ?? "–" }) };
}
