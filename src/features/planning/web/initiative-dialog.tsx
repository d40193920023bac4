import { useState } from "react";
import { Field, Input } from "../../../web/ui/field.tsx";
import { useAskedAct } from "./asked-act.ts";
import type { Initiative } from "./asking.ts";
import { m } from "./dialog-words.ts";
import { PlanForm } from "./plan-form.tsx";
import { focusLine, useStudio } from "./studio-context.ts";

/** Which key results an initiative should move, and when it is worked on. */
export function InitiativeDialog({ initiative, onClose }: { initiative: Initiative; onClose: () => void }) {
  const { studio } = useStudio();
  const [moves, choose] = useState(
    initiative.moves.map(({ draftKeyResultId, expectedMove }) => ({ draftKeyResultId, expectedMove })),
  );
  const [startsOn, starts] = useState(initiative.startsOn ?? "");
  const [endsOn, ends] = useState(initiative.endsOn ?? "");
  const save = useAskedAct("planning.draftInitiatives.update", () => {
    onClose();
    focusLine(initiative.id);
  });
  const toggle = (id: string, on: boolean) =>
    choose(
      on
        ? [...moves, { draftKeyResultId: id, expectedMove: null }]
        : moves.filter(({ draftKeyResultId }) => draftKeyResultId !== id),
    );
  const submit = () =>
    void save.send({
      id: initiative.id,
      version: initiative.version,
      moves,
      startsOn: startsOn || null,
      endsOn: endsOn || null,
    });
  return (
    <PlanForm
      title={m.movesTitle({ title: initiative.title })}
      verb={m.save()}
      busy={save.busy}
      wrong={save.besides("startsOn", "endsOn")}
      onSubmit={submit}
      onClose={onClose}
    >
      {studio.objectives.map(({ id, title, keyResults }) => (
        <fieldset key={id} className="plan-found">
          <legend className="label" dir="auto">
            {title}
          </legend>
          {keyResults.map((keyResult) => (
            <label className="ck" key={keyResult.id}>
              <input
                type="checkbox"
                checked={moves.some(({ draftKeyResultId }) => draftKeyResultId === keyResult.id)}
                onChange={({ target }) => toggle(keyResult.id, target.checked)}
              />
              <span dir="auto">{keyResult.title}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <div className="plan-two">
        <Field label={m.firstDay()} optional error={save.problem?.at("startsOn")}>
          <Input type="date" dir="ltr" value={startsOn} onChange={({ target }) => starts(target.value)} />
        </Field>
        <Field label={m.lastDay()} optional error={save.problem?.at("endsOn")}>
          <Input type="date" dir="ltr" value={endsOn} onChange={({ target }) => ends(target.value)} />
        </Field>
      </div>
    </PlanForm>
  );
}
