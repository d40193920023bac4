import { type FormEvent, useState } from "react";
import { useTell } from "../../../web/ask.ts";
import { Conflict, versionMet } from "../../../web/conflict.tsx";
import { changesOf } from "../../../web/draft.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { newId } from "../../../web/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Field, Input, Select } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { MemberPicker } from "../../people/web/public.tsx";
import { readFigure } from "../figures.ts";
import { unitTyped } from "../unit.ts";
import { ActForm } from "./act-form.tsx";
import { type HealthMetric, invalidates, type Named, writtenFigure } from "./asking.ts";
import { FigureField } from "./figure-field.tsx";
import { m, nameFor, sentence, type Unread, wrongIn } from "./form-words.ts";

const fields = ["title", "ownerId", "operator", "limit", "unit", "decimals"];
const operators = ["above", "at-or-above", "below", "at-or-below"] as const;

interface Draft extends Pick<HealthMetric, "title" | "owner" | "unit" | "operator"> {
  limit: string;
}

interface HealthMetricFormProps {
  open: boolean;
  onClose: () => void;
  objectiveId: string;
  /** The one to change; a new one is watched where it is left out. */
  metric?: HealthMetric;
}

/** Watches a health metric beside an objective, or changes one. */
export function HealthMetricForm({ open, ...props }: HealthMetricFormProps) {
  return (
    <Dialog open={open} onClose={props.onClose} title={props.metric ? m.editMetric() : m.addMetric()}>
      <Form {...props} />
    </Dialog>
  );
}

function Form({ onClose, objectiveId, metric }: Omit<HealthMetricFormProps, "open">) {
  const { locale } = useFormat();
  const [before] = useState(metric);
  const [id] = useState(() => before?.id ?? newId());
  const [draft, write] = useState(() => draftOf(before, locale));
  const [first] = useState(draft);
  const [tried, trying] = useState<Unread | null>(null);
  const done = ({ title }: HealthMetric) => {
    say(before ? m.saved({ title }) : m.watched({ title }));
    onClose();
  };
  const add = useTell("okrs.healthMetrics.create", { invalidates, onDone: done });
  const save = useTell("okrs.healthMetrics.update", { invalidates, onDone: done });
  const { body, problems } = read(draft, locale);
  const send = (version: number) => {
    trying(problems);
    if (before) save.mutate({ id, version, ...changesOf({ from: read(first, locale).body, now: body }) });
    else add.mutate({ id, objectiveId, ...body });
  };
  const error = before ? save.error : add.error;
  const words = (field: string, value: unknown) => conflictWords(field, value, [draft.owner, before?.owner]);
  return (
    <ActForm
      verb={before ? m.save() : m.addMetric()}
      busy={add.isPending || save.isPending}
      onSubmit={() => send(before?.version ?? 0)}
      onClose={onClose}
    >
      <Fields
        value={draft}
        change={(part) => write((now) => ({ ...now, ...part }))}
        wrong={wrongIn(tried, problems, error)}
      />
      {before && <Conflict of={error} words={words} onMine={send} onTheirs={onClose} />}
      <FormProblem of={before && versionMet(error) ? null : error} fields={fields} />
    </ActForm>
  );
}

function draftOf(metric: HealthMetric | undefined, locale: string): Draft {
  if (!metric) return { title: "", owner: null, unit: "", operator: "at-or-below", limit: "" };
  const { title, owner, unit, operator, limit } = metric;
  return { title, owner, unit, operator, limit: writtenFigure(limit, locale) };
}

/** It shows as many decimals as its limit has. */
function read({ owner, limit: typed, ...said }: Draft, locale: string) {
  const limit = readFigure(typed, locale);
  const value = limit.ok ? limit.value : typed;
  const decimals = limit.ok ? Math.min(6, value.split(".")[1]?.length ?? 0) : 0;
  const body = { ...said, ownerId: owner?.id ?? null, limit: value, decimals };
  return { body, problems: new Map(limit.ok ? [] : [["limit", limit] as const]) };
}

interface FieldsProps {
  value: Draft;
  change: (part: Partial<Draft>) => void;
  wrong: (field: string) => string | undefined;
}

function Fields({ value, change, wrong }: FieldsProps) {
  return (
    <>
      <Field label={m.metricTitle()} hint={m.metricHint()} error={wrong("title")}>
        <Input value={value.title} onChange={({ target }) => change({ title: target.value })} />
      </Field>
      <div className="act-f-two">
        <Field label={m.operator()} error={wrong("operator")}>
          <Select
            value={value.operator}
            onChange={({ target }) => change({ operator: target.value as Draft["operator"] })}
          >
            {operators.map((each) => (
              <option key={each} value={each}>
                {m[`is-${each}`]()}
              </option>
            ))}
          </Select>
        </Field>
        <FigureField
          label={m.limit()}
          value={value.limit}
          onChange={(limit) => change({ limit })}
          onUnit={(unit) => value.unit === "" && change({ unit })}
          error={wrong("limit")}
        />
        <Field label={m.unit()} hint={m.unitHint()} optional error={wrong("unit")}>
          <Input value={value.unit} onChange={({ target }) => change({ unit: unitTyped(target.value) })} />
        </Field>
      </div>
      <MemberPicker
        label={m.owner()}
        optional
        placeholder={m.member()}
        error={wrong("ownerId")}
        value={value.owner}
        guests={false}
        onPick={(owner) => change({ owner })}
        onClear={() => change({ owner: null })}
      />
    </>
  );
}

/** Writes what it stands at now, in the flow. */
export function Measure({ metric: { id, title, current }, onClose }: { metric: HealthMetric; onClose: () => void }) {
  const { locale } = useFormat();
  const [typed, type] = useState(() => writtenFigure(current, locale));
  const [tried, trying] = useState(false);
  const reading = readFigure(typed, locale);
  const save = useTell("okrs.healthMetrics.measure", {
    invalidates,
    onDone: ({ holds }) => {
      say(holds ? m.measuredHolds({ title }) : m.measuredBroken({ title }));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    trying(true);
    if (reading.ok) save.mutate({ id, value: reading.value });
  };
  return (
    <form className="hm-m" onSubmit={submit} noValidate>
      <FigureField
        label={m.measured()}
        value={typed}
        onChange={type}
        error={tried && !reading.ok ? sentence(reading) : save.error?.at("value")}
      />
      <Button type="submit" kind="primary" busy={save.isPending}>
        {m.measure()}
      </Button>
      <Button kind="quiet" onClick={onClose}>
        {m.cancel()}
      </Button>
      <FormProblem of={save.error} fields={["value"]} />
    </form>
  );
}

const labels: Record<string, string> = {
  title: m.metricTitle(),
  operator: m.operator(),
  limit: m.limit(),
  unit: m.unit(),
  decimals: m.decimals(),
};

function conflictWords(field: string, value: unknown, people: readonly (Named | null | undefined)[]) {
  if (field === "ownerId") return { label: m.owner(), value: nameFor(value, people) };
  const label = labels[field];
  if (field === "operator") return { label: m.operator(), value: m[`is-${value as "above"}`]() };
  return label ? { label, value: value === "" ? "–" : `“${String(value)}”` } : undefined;
}
