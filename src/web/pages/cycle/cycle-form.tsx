import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { api, type InputOf, type OutputOf } from "../../api.ts";
import { useTell } from "../../ask.ts";
import { Conflict, versionMet } from "../../conflict.tsx";
import { useDraft } from "../../draft.ts";
import { FormProblem } from "../../form-problem.tsx";
import { newId } from "../../id.ts";
import type { Problem } from "../../problem.ts";
import { Button } from "../../ui/button.tsx";
import { messages } from "../../ui/messages.ts";
import { say } from "../../ui/status-line.tsx";
import catalogue from "./cycle.messages.json";
import { CycleFields } from "./cycle-fields.tsx";
import "./cycle.css";

const m = messages(catalogue);
const fields = ["name", "kind", "startsOn", "endsOn", "parentId", "rhythm.weeks", "rhythm.day", "rhythm.time"];
const invalidates = ["okrs", "alignment", "focus", "cadence", "activity.history"] as const;

type Cycle = OutputOf<"okrs.cycles.get">;
type Planned = Required<InputOf<"okrs.cycles.create">>;

/** Plans a cycle: its kind proposes a name and days by the fiscal year, and both can be written over. */
export function PlanCycle({ cycles, onClose }: { cycles: readonly Cycle[]; onClose: () => void }) {
  const [cycle, change] = useState<Planned>(() => unplanned(cycles));
  const { kind } = cycle;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another kind proposes anew
  useEffect(() => {
    if (kind === "custom") return;
    let here = true;
    void api.okrs.cycles.propose({ kind, on: dayAfter(lastOf(kind, cycles)) }).then(
      (proposal) => here && change((before) => ({ ...before, ...proposal })),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [kind]);
  const plan = useTell("okrs.cycles.create", {
    invalidates,
    onDone: ({ name }) => {
      say(m.planned({ name }));
      onClose();
    },
  });
  return (
    <Form onSubmit={() => plan.mutate(cycle)} verb={m.planCycle()} busy={plan.isPending} onClose={onClose}>
      <CycleFields
        value={cycle}
        change={(part) => change((before) => ({ ...before, ...part }))}
        wrong={(field) => plan.error?.at(field)}
        around={cycles}
      />
      <FormProblem of={plan.error} fields={fields} />
    </Form>
  );
}

interface EditProps {
  cycle: Cycle;
  cycles: readonly Cycle[];
  onClose: () => void;
}

/** Changes a cycle that is not closed. */
export function EditCycle({ cycle, cycles, onClose }: EditProps) {
  const draft = useDraft(cycle);
  const save = useTell("okrs.cycles.update", {
    invalidates,
    onDone: ({ name }) => {
      say(m.saved({ name }));
      onClose();
    },
  });
  const write = (version: number) => {
    const { name, kind, startsOn, endsOn, parentId, rhythm } = draft.changes();
    save.mutate({ id: cycle.id, version, name, kind, startsOn, endsOn, parentId, rhythm });
  };
  return (
    <Form onSubmit={() => write(draft.version)} verb={m.save()} busy={save.isPending} onClose={onClose}>
      <CycleFields
        value={draft.value}
        change={draft.change}
        wrong={(field) => save.error?.at(field)}
        around={cycles.filter(({ id }) => id !== cycle.id)}
      />
      <Conflict of={save.error} words={fieldWords} onMine={write} onTheirs={onClose} />
      <FormProblem of={notMet(save.error)} fields={fields} />
    </Form>
  );
}

interface FormProps {
  onSubmit: () => void;
  verb: string;
  busy: boolean;
  onClose: () => void;
  children: ReactNode;
}

function Form({ onSubmit, verb, busy, onClose, children }: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="cyc-f" onSubmit={submit} noValidate>
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

function unplanned(cycles: readonly Cycle[]): Planned {
  const rhythm = cycles[0]?.rhythm ?? { weeks: 1, day: 3, time: "17:00" };
  return { id: newId(), name: "", kind: "quarter", startsOn: "", endsOn: "", parentId: null, rhythm };
}

/** The last day of the latest cycle of a kind: the next one begins after it. */
function lastOf(kind: Cycle["kind"], cycles: readonly Cycle[]): string | undefined {
  return cycles
    .filter((cycle) => cycle.kind === kind)
    .map(({ endsOn }) => endsOn)
    .sort()
    .at(-1);
}

/** The plain date after one; belongs to no zone, so that no change of the clocks reaches it. */
function dayAfter(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

const labels: Record<string, string> = {
  name: m.name(),
  startsOn: m.firstDay(),
  endsOn: m.lastDay(),
};

function fieldWords(field: string, value: unknown) {
  const label = labels[field];
  return label ? { label, value: String(value) } : undefined;
}

function notMet(problem: Problem | null): Problem | null {
  return versionMet(problem) ? null : problem;
}
