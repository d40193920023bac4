import { useState } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { useAsk, useTell } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Field, Select } from "../../../web/ui/field.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import { ActForm } from "../../okrs/web/public.tsx";
import type { RemedyProps } from "./remedy.tsx";
import { invalidates } from "./remedy-link.tsx";
import { m, type Subject } from "./standing.ts";

type KeyResult = OutputOf<"okrs.objectives.get">["keyResults"][number];

/** Gives a member without a line a key result, one that nobody owns before others. */
export function GiveKeyResult({ gap, cycle, onDone }: RemedyProps) {
  const [giving, give] = useState(false);
  const [member] = gap.subjects;
  if (!member) return null;
  return (
    <>
      <Button onClick={() => give(true)}>{m.giveKeyResult()}</Button>
      {giving && <Give {...{ member, onDone }} cycleId={cycle.id} onClose={() => give(false)} />}
    </>
  );
}

interface GiveProps {
  member: Subject;
  cycleId: string;
  onDone: () => void;
  onClose: () => void;
}

function Give({ member, cycleId, onDone, onClose }: GiveProps) {
  const [chosen, choose] = useState<KeyResult | null>(null);
  const [tried, trying] = useState(false);
  const back = useTell("okrs.keyResults.update", { invalidates, onDone });
  const give = useTell("okrs.keyResults.update", {
    invalidates,
    onDone: ({ id, title, version }) => {
      const ownerId = chosen?.owner?.id ?? null;
      say(m.given({ title, name: member.title }), () => back.mutate({ id, version, ownerId }));
      onClose();
      onDone();
    },
  });
  const submit = () => {
    trying(true);
    if (!chosen) return false;
    give.mutate({ id: chosen.id, version: chosen.version, ownerId: member.id });
  };
  return (
    <Dialog open onClose={onClose} title={m.giveQuestion({ name: member.title })}>
      <ActForm verb={m.give()} busy={give.isPending} onSubmit={submit} onClose={onClose}>
        <FromObjectives cycleId={cycleId} teamId={member.team?.id} chosen={chosen} choose={choose} />
        {tried && !chosen && <p role="alert">{m.chooseOne()}</p>}
        <FormProblem of={give.error} fields={[]} />
      </ActForm>
    </Dialog>
  );
}

interface ChooseProps {
  chosen: KeyResult | null;
  choose: (keyResult: KeyResult | null) => void;
}

/** The objectives of the member's team; where it has none, those of the organisation. */
function FromObjectives({ cycleId, teamId, ...props }: ChooseProps & { cycleId: string; teamId: string | undefined }) {
  const own = useAsk("okrs.objectives.list", { cycleId, teamId, limit: 100 });
  const none = teamId !== undefined && own.data?.items.length === 0;
  const all = useAsk("okrs.objectives.list", { cycleId, limit: 100 }, { enabled: none });
  const [at, look] = useState<string | null>(null);
  return (
    <Asked of={none ? all : own} what={m.objectives()} rows={3}>
      {({ items }) => {
        const offered = items.filter(({ keyResultCount, private: hidden }) => keyResultCount > 0 && !hidden);
        const id = at ?? offered[0]?.id;
        if (!id) return <p>{m.noKeyResultToGive()}</p>;
        const go = (next: string) => {
          look(next);
          props.choose(null);
        };
        return (
          <>
            <Field label={m.objective()}>
              <Select value={id} onChange={({ target }) => go(target.value)}>
                {offered.map((objective) => (
                  <option key={objective.id} value={objective.id}>
                    {objective.title}
                  </option>
                ))}
              </Select>
            </Field>
            <KeyResults objectiveId={id} {...props} />
          </>
        );
      }}
    </Asked>
  );
}

function KeyResults({ objectiveId, chosen, choose }: ChooseProps & { objectiveId: string }) {
  const objective = useAsk("okrs.objectives.get", { id: objectiveId });
  return (
    <Asked of={objective} what={m.keyResults()} rows={3}>
      {({ keyResults }) => {
        const open = keyResults.filter(({ can }) => can.edit);
        if (open.length === 0) return <p className="small">{m.noneToGive()}</p>;
        return (
          <fieldset>
            <legend className="label">{m.keyResults()}</legend>
            <div className="act-f-found">
              {open
                .toSorted((one, other) => Number(one.owner !== null) - Number(other.owner !== null))
                .map((keyResult) => (
                  <label className="ck" key={keyResult.id}>
                    <input
                      type="radio"
                      name="key-result"
                      checked={keyResult.id === chosen?.id}
                      onChange={() => choose(keyResult)}
                    />
                    <span>
                      <span dir="auto">{keyResult.title}</span>
                      <small>{keyResult.owner ? m.ownedBy({ name: keyResult.owner.name }) : m.nobodys()}</small>
                    </span>
                  </label>
                ))}
            </div>
          </fieldset>
        );
      }}
    </Asked>
  );
}
