import { useState } from "react";
import { useAsk, useTell } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { Conflict, versionMet } from "../../../web/conflict.tsx";
import { changesOf } from "../../../web/draft.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { newId } from "../../../web/id.ts";
import { after, useKept } from "../../../web/kept.ts";
import { useSession } from "../../../web/session.ts";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { ActForm } from "./act-form.tsx";
import { invalidates, type Named, type Objective, type Where } from "./asking.ts";
import { m, nameFor, type Unread, wrongIn } from "./form-words.ts";
import { type Draft, draftOf, readObjective, unwritten } from "./objective-draft.ts";
import { ObjectiveFields } from "./objective-fields.tsx";

const fields = ["title", "why", "level", "teamId", "ownerId", "commitment", "cycleId", "energy", "private", "upkeep"];

export interface ObjectiveFormProps {
  open: boolean;
  onClose: () => void;
  onDone: (objective: Objective) => void;
  /** The one to change; a new one is set where it is left out. */
  objective?: Objective | undefined;
  /** Where a new one stands at first; the current cycle where it is left out. */
  cycleId?: string | undefined;
  /** Where a new one may be set. */
  where?: Where | undefined;
  /** What a new one begins with. */
  begin?: Partial<Draft> | undefined;
}

/** Sets an objective, or changes one. */
export function ObjectiveForm({ open, onClose, onDone, objective, cycleId, where, begin }: ObjectiveFormProps) {
  const acts = { onClose, onDone };
  return (
    <Dialog open={open} onClose={onClose} title={objective ? m.editObjective() : m.newObjective()}>
      {objective ? (
        <Edit {...acts} objective={objective} />
      ) : (
        where && <InSomeCycle {...acts} cycleId={cycleId} where={where} begin={begin} />
      )}
    </Dialog>
  );
}

type Acts = Pick<ObjectiveFormProps, "onClose" | "onDone">;

function InSomeCycle({ cycleId, ...props }: Acts & Pick<ObjectiveFormProps, "cycleId" | "begin"> & { where: Where }) {
  const cycles = useAsk("okrs.cycles.list");
  return (
    <Asked of={cycles} what={m.cycle()}>
      {({ items, currentId }) => {
        const offered = items.filter(({ state }) => state !== "closed");
        const first = [cycleId, currentId].find((id) => offered.some((each) => each.id === id)) ?? offered[0]?.id;
        return first ? <Create {...props} cycles={offered} cycleId={first} /> : <p>{m.noCycle()}</p>;
      }}
    </Asked>
  );
}

interface CreateProps extends Acts {
  cycles: readonly Named[];
  cycleId: string;
  where: Where;
  begin?: Partial<Draft> | undefined;
}

function Create({ cycles, cycleId, where, begin, onClose, onDone }: CreateProps) {
  const { locale } = useFormat();
  const { member } = useSession();
  const [id] = useState(newId);
  const [tried, trying] = useState<Unread | null>(null);
  const [draft, change, forget] = useKept<Draft>(begin ? null : `objective.${cycleId}`, () => {
    return { ...unwritten(cycleId, { id: member.id, name: member.name }, where), ...begin };
  });
  const { body, hidden, problems, ...asked } = readObjective(draft, locale);
  const create = useTell("okrs.objectives.create", {
    invalidates,
    onDone: (objective) => {
      forget();
      say(m.objectiveSet({ title: objective.title }));
      onClose();
      onDone(objective);
    },
  });
  const submit = () => {
    trying(problems);
    create.mutate({ id, cycleId: asked.cycleId, ...body, private: hidden });
  };
  return (
    <ActForm verb={m.create()} busy={create.isPending} onSubmit={submit} onClose={after(forget, onClose)}>
      <ObjectiveFields
        value={draft}
        change={(part) => change((before) => ({ ...before, ...part }))}
        wrong={wrongIn(tried, problems, create.error)}
        cycles={cycles}
        where={where}
      />
      <FormProblem of={create.error} fields={fields} />
    </ActForm>
  );
}

function Edit({ objective: read, onClose, onDone }: Acts & { objective: Objective }) {
  const { locale } = useFormat();
  const teams = useAsk("people.teams.list");
  const [before] = useState(read);
  const [draft, change, forget] = useKept(`objective.${before.id}.${before.version}`, () => draftOf(before, locale));
  const putAway = after(forget, onClose);
  const [tried, trying] = useState<Unread | null>(null);
  const { body, hidden, problems } = readObjective(draft, locale);
  const save = useTell("okrs.objectives.update", {
    invalidates,
    onDone: (objective) => {
      forget();
      say(m.saved({ title: objective.title }));
      onClose();
      onDone(objective);
    },
  });
  const write = (version: number) => {
    trying(problems);
    const changed = changesOf({ from: readObjective(draftOf(before, locale), locale).body, now: body });
    save.mutate({ id: before.id, version, ...changed, ...(before.private && !hidden ? { private: false } : {}) });
  };
  const words = (field: string, value: unknown) =>
    conflictWords(field, value, [draft.owner, before.owner, read.owner], teams.data?.items ?? []);
  return (
    <ActForm verb={m.save()} busy={save.isPending} onSubmit={() => write(before.version)} onClose={putAway}>
      <ObjectiveFields
        value={draft}
        change={(part) => change((now) => ({ ...now, ...part }))}
        wrong={wrongIn(tried, problems, save.error)}
        cycles={[]}
        where={staying(before)}
        wasPrivate={before.private}
      />
      <Conflict of={save.error} words={words} onMine={write} onTheirs={putAway} />
      <FormProblem of={versionMet(save.error) ? null : save.error} fields={fields} />
    </ActForm>
  );
}

/** Where it stands it may stay. */
function staying({ level, team, can: { levels, teamIds, forOthers } }: Objective): Where {
  return {
    levels: levels.includes(level) ? levels : [level, ...levels],
    teamIds: teamIds && team ? [team.id, ...teamIds] : teamIds,
    forOthers,
  };
}

const labels: Record<string, string> = {
  title: m.title(),
  why: m.why(),
  level: m.level(),
  commitment: m.commitment(),
  energy: m.energy(),
};

function conflictWords(field: string, value: unknown, people: readonly (Named | null)[], teams: readonly Named[]) {
  if (field === "teamId") return { label: m.ofTeam(), value: nameFor(value, teams) };
  if (field === "ownerId") return { label: m.owner(), value: nameFor(value, people) };
  if (field === "upkeep") return { label: m.upkeepMark(), value: value ? m.yes() : m.no() };
  if (field === "level" || field === "commitment") return { label: labels[field] ?? "", value: m[value as "team"]() };
  const label = labels[field];
  return label ? { label, value: value === null || value === "" ? "–" : `“${String(value)}”` } : undefined;
}
