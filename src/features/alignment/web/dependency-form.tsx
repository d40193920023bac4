import { useState } from "react";
import { useAsk, useTell } from "../../../web/ask.ts";
import { Conflict, versionMet } from "../../../web/conflict.tsx";
import { changesOf } from "../../../web/draft.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { newId } from "../../../web/id.ts";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Field, Input, Select } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { ActForm } from "../../okrs/web/public.tsx";
import { TeamOptions } from "../../people/web/public.tsx";
import { type Dependency, invalidates, m } from "./dependency-words.ts";

export interface Asking {
  cycle: { id: string; name: string; startsOn: string; endsOn: string };
  /** Teams the reader may ask for; null: any. */
  askFor: readonly string[] | null;
  /** The team it is most likely for. */
  teamId: string | null;
  /** What needs it. */
  objective: { id: string; title: string } | null;
}

type FormProps = { onClose: () => void } & ({ asking: Asking } | { dependency: Dependency });

/** Asks another team for something, or changes what is asked until it is accepted. */
export default function DependencyForm(props: FormProps) {
  const isNew = "asking" in props;
  return (
    <Dialog open onClose={props.onClose} title={isNew ? m.askTitle() : m.editTitle()}>
      {isNew ? (
        <Propose asking={props.asking} onClose={props.onClose} />
      ) : (
        <Edit dependency={props.dependency} onClose={props.onClose} />
      )}
    </Dialog>
  );
}

const fields = ["title", "fromTeamId", "onTeamId", "dueOn"];

function Propose({ asking: { cycle, askFor, teamId, objective }, onClose }: { asking: Asking; onClose: () => void }) {
  const format = useFormat();
  const [id] = useState(newId);
  const teams = useAsk("people.teams.list").data?.items ?? [];
  const mine = askFor === null ? teams : teams.filter((team) => askFor.includes(team.id));
  const first = mine.find((team) => team.id === teamId) ?? mine[0];
  const [draft, set] = useState({ title: "", fromTeamId: "", onTeamId: "", dueOn: "" });
  const write = (part: Partial<typeof draft>) => set((before) => ({ ...before, ...part }));
  const propose = useTell("alignment.dependencies.create", {
    invalidates,
    onDone: ({ on }) => {
      say(m.proposed({ team: on.name }));
      onClose();
    },
  });
  const fromTeamId = draft.fromTeamId || (first?.id ?? "");
  const [tried, trying] = useState(false);
  const missing = { onTeamId: draft.onTeamId === "" && m.chooseOn(), dueOn: draft.dueOn === "" && m.chooseDay() };
  const wrong = (field: string) =>
    (tried && missing[field as keyof typeof missing]) || propose.error?.at(field) || undefined;
  const submit = () => {
    trying(true);
    if (missing.onTeamId || missing.dueOn) return false;
    propose.mutate({ ...draft, id, fromTeamId, cycleId: cycle.id, objectiveId: objective?.id ?? null });
  };
  const days = { cycle: cycle.name, from: format.date(cycle.startsOn), to: format.date(cycle.endsOn) };
  return (
    <ActForm verb={m.propose()} busy={propose.isPending} onClose={onClose} onSubmit={submit}>
      {objective && (
        <p className="small" dir="auto">
          {m.for({ title: objective.title })}
        </p>
      )}
      <What value={draft.title} onChange={(title) => write({ title })} error={wrong("title")} />
      <div className="act-f-two">
        <Field label={m.from()} error={wrong("fromTeamId")}>
          <Select value={fromTeamId} onChange={({ target }) => write({ fromTeamId: target.value })}>
            <TeamOptions teams={mine} />
          </Select>
        </Field>
        <Field label={m.on()} error={wrong("onTeamId")}>
          <Select value={draft.onTeamId} onChange={({ target }) => write({ onTeamId: target.value })}>
            <option value="">{m.choose()}</option>
            <TeamOptions teams={teams} />
          </Select>
        </Field>
      </div>
      <Due
        value={draft.dueOn}
        onChange={(dueOn) => write({ dueOn })}
        error={wrong("dueOn")}
        cycle={cycle}
        hint={m.dueHint(days)}
      />
      <FormProblem of={propose.error} fields={fields} />
    </ActForm>
  );
}

function Edit({ dependency, onClose }: { dependency: Dependency; onClose: () => void }) {
  const format = useFormat();
  const [before] = useState(dependency);
  const first = { title: before.title, dueOn: before.dueOn };
  const [draft, set] = useState(first);
  const save = useTell("alignment.dependencies.update", {
    invalidates,
    onDone: ({ on }) => {
      say(m.saved({ team: on.name }));
      onClose();
    },
  });
  const send = (version: number) => {
    save.mutate({ id: before.id, version, ...changesOf({ from: first, now: draft }) });
  };
  const words = (field: string, value: unknown) =>
    field === "dueOn"
      ? { label: m.fieldDue(), value: format.date(String(value)) }
      : field === "title"
        ? { label: m.fieldNeeded(), value: String(value) }
        : undefined;
  return (
    <ActForm verb={m.save()} busy={save.isPending} onClose={onClose} onSubmit={() => void send(before.version)}>
      <What
        value={draft.title}
        onChange={(title) => set((now) => ({ ...now, title }))}
        error={save.error?.at("title")}
      />
      <Due
        value={draft.dueOn}
        onChange={(dueOn) => set((now) => ({ ...now, dueOn }))}
        error={save.error?.at("dueOn")}
      />
      <Conflict of={save.error} words={words} onMine={send} onTheirs={onClose} />
      <FormProblem of={versionMet(save.error) ? null : save.error} fields={["title", "dueOn"]} />
    </ActForm>
  );
}

interface Written {
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}

function What({ value, onChange, error }: Written) {
  return (
    <Field label={m.needed()} hint={m.neededHint()} error={error}>
      <Input value={value} onChange={({ target }) => onChange(target.value)} />
    </Field>
  );
}

function Due({ value, onChange, error, cycle, hint }: Written & { cycle?: Asking["cycle"]; hint?: string }) {
  return (
    <Field label={m.due()} hint={hint} error={error}>
      <Input
        type="date"
        min={cycle?.startsOn}
        max={cycle?.endsOn}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </Field>
  );
}
