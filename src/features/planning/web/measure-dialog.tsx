import { useState } from "react";
import type { InputOf } from "../../../web/api.ts";
import { Field, Input } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { draftOf, MeasureFields, readKeyResult, type Written } from "../../okrs/web/public.tsx";
import { useAskedAct } from "./asked-act.ts";
import type { KeyResult } from "./asking.ts";
import { m } from "./dialog-words.ts";
import { PlanForm } from "./plan-form.tsx";
import { focusLine } from "./studio-context.ts";

/** What could not be read as it was sent: the server's word on it is of then. */
type Tried = ReadonlyMap<string, unknown> | null;
type Measure = NonNullable<InputOf<"planning.draftKeyResults.update">["measure"]>;

/** By what a key result is measured, where two numbers are not enough, and where its number is read. */
export function MeasureDialog({ keyResult, onClose }: { keyResult: KeyResult; onClose: () => void }) {
  const { locale } = useFormat();
  const [draft, write] = useState(() => draftOf(measured(keyResult), keyResult.owner, locale));
  const [tried, trying] = useState<Tried>(null);
  const save = useAskedAct("planning.draftKeyResults.update", () => {
    onClose();
    focusLine(keyResult.id);
  });
  const { measure, problems, decimals } = read(draft, locale);
  const wrong = (field: string) => {
    const own = tried ? problems.get(field) : undefined;
    if (own) return m.notANumber({ expected: own.expected, todo: own.todo });
    return tried?.has(field) ? undefined : save.problem?.at(field);
  };
  const submit = () => {
    trying(problems);
    const { unit, source } = draft;
    void save.send({ id: keyResult.id, version: keyResult.version, measure, unit, source, decimals });
  };
  return (
    <PlanForm
      title={m.measureTitle({ title: keyResult.title })}
      verb={m.save()}
      busy={save.busy}
      wrong={save.besides("measure", "unit", "source")}
      onSubmit={submit}
      onClose={onClose}
    >
      <MeasureFields value={draft} change={(part) => write({ ...draft, ...part })} wrong={wrong} phases={false} />
      <Field label={m.unit()} optional error={wrong("unit")}>
        <Input maxLength={30} value={draft.unit} onChange={({ target }) => write({ ...draft, unit: target.value })} />
      </Field>
      <Field label={m.source()} hint={m.sourceHint()} optional error={wrong("source")}>
        <Input
          maxLength={500}
          value={draft.source}
          onChange={({ target }) => write({ ...draft, source: target.value })}
        />
      </Field>
    </PlanForm>
  );
}

/** As the fields of OKRs read it. */
function measured(keyResult: KeyResult): Written {
  return { ...keyResult, phasedTargets: [] };
}

/** A metric may still lack its start or target; everything else is read as a key result's. */
function read(draft: ReturnType<typeof draftOf>, locale: string) {
  const { body, problems } = readKeyResult({ ...draft, decimals: null }, locale);
  const { measure, decimals } = body;
  if (measure.kind !== "metric") return { measure: measure as Measure, decimals, problems };
  const open = { start: draft.start.trim() === "", target: draft.target.trim() === "" };
  const left = new Map(
    [...problems].filter(
      ([field]) => !(open.start && field === "measure.start") && !(open.target && field === "measure.target"),
    ),
  );
  const metric: Measure = {
    ...measure,
    start: open.start ? null : measure.start,
    target: open.target ? null : measure.target,
  };
  return { measure: metric, decimals, problems: left };
}
