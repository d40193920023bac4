import { Suspense, useEffect, useState } from "react";
import { useTell } from "../../../web/ask.ts";
import { Conflict, versionMet } from "../../../web/conflict.tsx";
import { changesOf } from "../../../web/draft.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { newId } from "../../../web/id.ts";
import { after, useKept } from "../../../web/kept.ts";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Field, Input, Select } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { MemberPicker } from "../../people/web/public.tsx";
import { adviceForKeyResult } from "../advice.ts";
import { coachContextOf } from "../coached.ts";
import { unitTyped } from "../unit.ts";
import { ActForm } from "./act-form.tsx";
import { Advice } from "./advice.tsx";
import { invalidates, type KeyResult, type Named, type Objective } from "./asking.ts";
import { TitleCoach } from "./coached-later.tsx";
import { FigureField } from "./figure-field.tsx";
import { m, nameFor, type Unread, wrongIn } from "./form-words.ts";
import { draftOf, type Kind, readKeyResult } from "./key-result-draft.ts";
import { kindWords, MeasureFields, type MeasureFieldsProps } from "./measure-fields.tsx";

export interface KeyResultFormProps {
  open: boolean;
  onClose: () => void;
  onDone: (keyResult: KeyResult) => void;
  objective: Objective;
  /** The one to change; a new one is added where it is left out. */
  keyResult?: KeyResult | undefined;
}

const saidByTheFields = ["done-or-not", "baseline-to-find"] as const;

/** Adds a key result to an objective, or changes one; where one said two things, then adds the other. */
export function KeyResultForm({ open, onClose, onDone, keyResult, objective }: KeyResultFormProps) {
  const [second, write] = useState<string | null>(null);
  const [next, follows] = useState<string | null>(null);
  const saved = (now: KeyResult) => {
    write(next);
    follows(null);
    if (next !== null) return;
    onClose();
    onDone(now);
  };
  const acts = { objective, onClose, onDone: saved, next, follows };
  const isNew = second !== null || !keyResult;
  return (
    <Dialog open={open} onClose={onClose} title={isNew ? m.newKeyResult() : m.editKeyResult()}>
      {isNew ? <Add key={second} {...acts} title={second ?? ""} /> : <Edit {...acts} keyResult={keyResult} />}
    </Dialog>
  );
}

interface Acts extends Pick<KeyResultFormProps, "objective" | "onClose" | "onDone"> {
  next: string | null;
  follows: (title: string) => void;
}

function Add({ objective, onClose, onDone, title, next, follows }: Acts & { title: string }) {
  const { locale } = useFormat();
  const [id] = useState(newId);
  const [tried, trying] = useState<Unread | null>(null);
  const [draft, change, forget] = useKept(title === "" ? `key-result.${objective.id}` : null, () => {
    return { ...draftOf(null, objective.owner, locale), title };
  });
  const { body, problems } = readKeyResult(draft, locale);
  useEffect(() => {
    if (title !== "") document.querySelector<HTMLElement>("dialog[open] input")?.focus();
  }, [title]);
  const add = useTell("okrs.keyResults.create", {
    invalidates,
    onDone: (keyResult) => {
      forget();
      say(m.keyResultAdded({ title: keyResult.title }));
      onDone(keyResult);
    },
  });
  const submit = () => {
    trying(problems);
    add.mutate({ id, objectiveId: objective.id, ...body });
  };
  return (
    <ActForm verb={m.addKeyResult()} busy={add.isPending} onSubmit={submit} onClose={after(forget, onClose)}>
      <Fields
        value={draft}
        change={(part) => {
          if (add.error && spansAnew(part)) add.reset();
          change((before) => ({ ...before, ...part }));
        }}
        wrong={wrongIn(tried, problems, add.error)}
        body={body}
        objective={objective}
        {...{ next, follows }}
      />
      <Advice of={adviceForKeyResult(body)} said={saidByTheFields} />
      <FormProblem of={add.error} fields={shown(body)} />
    </ActForm>
  );
}

function Edit({ keyResult: read, objective, onClose, onDone, next, follows }: Acts & { keyResult: KeyResult }) {
  const { locale } = useFormat();
  const [before] = useState(read);
  const [first] = useState(() => draftOf(before, null, locale));
  const [draft, change, forget] = useKept(`key-result.${before.id}.${before.version}`, () => first);
  const putAway = after(forget, onClose);
  const [tried, trying] = useState<Unread | null>(null);
  const { body, problems } = readKeyResult(draft, locale);
  const save = useTell("okrs.keyResults.update", {
    invalidates,
    onDone: (keyResult) => {
      forget();
      say(m.saved({ title: keyResult.title }));
      onDone(keyResult);
    },
  });
  const write = (version: number) => {
    trying(problems);
    save.mutate({ id: before.id, version, ...changesOf({ from: readKeyResult(first, locale).body, now: body }) });
  };
  const words = (field: string, value: unknown) =>
    conflictWords(field, value, [draft.owner, before.owner, read.owner, objective.owner]);
  return (
    <ActForm verb={m.save()} busy={save.isPending} onSubmit={() => write(before.version)} onClose={putAway}>
      <Fields
        value={draft}
        change={(part) => {
          if (save.error?.status === 422 && spansAnew(part)) save.reset();
          change((now) => ({ ...now, ...part }));
        }}
        wrong={wrongIn(tried, problems, save.error)}
        body={body}
        objective={objective}
        keyResult={before}
        fixed={before.checkInCount > 0}
        {...{ next, follows }}
      />
      <Advice of={adviceForKeyResult(body)} said={saidByTheFields} />
      <Conflict of={save.error} words={words} onMine={write} onTheirs={putAway} />
      <FormProblem of={versionMet(save.error) ? null : save.error} fields={shown(body)} />
    </ActForm>
  );
}

/** Start and target are refused together: what was said of one is no longer so once the other changes. */
const spansAnew = (part: object) => "start" in part || "target" in part;

interface FieldsProps extends MeasureFieldsProps {
  body: ReturnType<typeof readKeyResult>["body"];
  objective: Objective;
  /** The one that is changed. */
  keyResult?: KeyResult;
  /** The second of two that were said at once: it is written next. */
  next: string | null;
  follows: (title: string) => void;
}

function Fields({ body, objective, keyResult, next, follows, ...props }: FieldsProps) {
  const { value, change, wrong } = props;
  const { decimals } = body;
  const counted = !["milestones", "score-table", "done", "contributions"].includes(value.kind);
  return (
    <>
      <Field label={m.title()} hint={m.keyResultTitleHint()} error={wrong("title")}>
        <Input value={value.title} onChange={({ target }) => change({ title: target.value })} />
      </Field>
      {value.title.trim() !== "" && (
        <Suspense>
          <TitleCoach
            title={value.title}
            context={coachContextOf(body, aroundIn(objective, keyResult?.id))}
            keptWords={keyResult?.coach?.keptAsIs ? keyResult.title : undefined}
            onUse={(title) => change({ title })}
            onSplit={([first, second]) => {
              change({ title: first });
              follows(second);
            }}
          />
        </Suspense>
      )}
      {next !== null && <p className="small">{m.next({ title: next })}</p>}
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
      <MeasureFields {...props} />
      {counted && (
        <div className="act-f-two">
          <Field label={m.unit()} hint={m.unitHint()} optional error={wrong("unit")}>
            <Input value={value.unit} onChange={({ target }) => change({ unit: unitTyped(target.value) })} />
          </Field>
          <Field label={m.decimals()} error={wrong("decimals")}>
            <Select value={decimals} onChange={({ target }) => change({ decimals: Number(target.value) })}>
              {[0, 1, 2, 3, 4, 5, 6].map((digits) => (
                <option key={digits} value={digits}>
                  {digits}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      )}
      <FigureField
        label={m.weightField()}
        hint={m.weightHint()}
        value={value.weight}
        onChange={(weight) => change({ weight })}
        error={wrong("weight")}
      />
      <Field label={m.source()} optional error={wrong("source")}>
        <Input value={value.source} onChange={({ target }) => change({ source: target.value })} />
      </Field>
    </>
  );
}

/** What stands beside a key result of this objective. */
function aroundIn({ title, keyResults, healthMetrics }: Objective, id: string | undefined) {
  const siblings = keyResults.filter((other) => other.id !== id).map((other) => other.title);
  return { siblings, healthMetrics: healthMetrics.length, objective: { title } };
}

/** The fields that say what is wrong with them themselves, of those that are on show. */
function shown({ measure, phasedTargets }: ReturnType<typeof readKeyResult>["body"]): string[] {
  const of = (place: string, count: number, parts: readonly string[]) =>
    Array.from({ length: count }, (_, at) => parts.map((part) => `${place}.${at}.${part}`)).flat();
  const steps =
    measure.kind === "milestones"
      ? of("measure.milestones", measure.milestones.length, ["title", "weight"])
      : measure.kind === "score-table"
        ? of("measure.steps", measure.steps.length, ["title", "score"])
        : Object.keys(measure).map((part) => `measure.${part}`);
  const plain = ["title", "ownerId", "measure", "unit", "decimals", "weight", "source", "phasedTargets"];
  return [...plain, ...steps, ...of("phasedTargets", phasedTargets?.length ?? 0, ["on", "value"])];
}

const labels: Record<string, string> = {
  title: m.title(),
  unit: m.unit(),
  decimals: m.decimals(),
  weight: m.weightField(),
  source: m.source(),
};

function conflictWords(field: string, value: unknown, people: readonly (Named | null)[]) {
  if (field === "ownerId") return { label: m.owner(), value: nameFor(value, people) };
  if (field === "measure") return { label: m.measuredBy(), value: measureWords(value as { kind: Kind }) };
  if (field === "phasedTargets") {
    const phases = value as { on: string; value: string }[];
    return { label: m.phased(), value: phases.map((each) => `${each.on} ${each.value}`).join(", ") || "–" };
  }
  const label = labels[field];
  if (label && (field === "weight" || field === "decimals")) return { label, value: String(value) };
  return label ? { label, value: value === "" ? "–" : `“${String(value)}”` } : undefined;
}

/** Its type and its figures, such as "A number, from a start to a target (3.2, 0.5)". */
function measureWords({ kind, ...figures }: { kind: Kind }): string {
  const said = Object.values(figures).flatMap((each) =>
    Array.isArray(each) ? each.map(({ title }: { title: string }) => title) : each === null ? [] : [String(each)],
  );
  return said.length > 0 ? `${kindWords(kind)} (${said.join(", ")})` : kindWords(kind);
}
