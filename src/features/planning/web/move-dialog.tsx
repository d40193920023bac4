import { useState } from "react";
import { useAsk } from "../../../web/ask.ts";
import { Field, Select } from "../../../web/ui/field.tsx";
import { useAskedAct } from "./asked-act.ts";
import { type KeyResult, lineIn, type Objective, objectiveOf, ownerWords } from "./asking.ts";
import { m } from "./dialog-words.ts";
import { PlanForm } from "./plan-form.tsx";
import { focusLine, useStudio } from "./studio-context.ts";

type MoveDialogProps = { onClose: () => void } & ({ objective: Objective } | { keyResult: KeyResult });

/** Moves an objective to another plan, or a key result to another objective. */
export function MoveDialog(props: MoveDialogProps) {
  return "objective" in props ? <ToPlan {...props} /> : <ToObjective {...props} />;
}

/** Ids in the order they had, as far as they are still there. */
function asBefore(before: readonly { id: string }[], now: readonly { id: string }[]): string[] {
  return before.filter(({ id }) => now.some((each) => each.id === id)).map(({ id }) => id);
}

const open: readonly string[] = ["drafting", "in-review", "changes-asked", "approved"];

function ToPlan({ objective, onClose }: { objective: Objective; onClose: () => void }) {
  const { studio, act, undoable } = useStudio();
  const plans = useAsk("planning.plans.list", {});
  const others = (plans.data?.items ?? []).filter(({ id, state }) => id !== studio.id && open.includes(state));
  const [chosen, choose] = useState("");
  const planId = chosen || others[0]?.id;
  const { id, title } = objective;
  const move = useAskedAct("planning.draftObjectives.move", (there) => {
    const version = lineIn(there, "draft-objective", id)?.version ?? 0;
    const back = async () => {
      const { objectives } = await act("planning.draftObjectives.move", { id, version, planId: studio.id });
      await act("planning.draftObjectives.reorder", {
        planId: studio.id,
        ids: asBefore(studio.objectives, objectives),
      });
      focusLine(id);
    };
    undoable(m.moved({ title }), back);
    onClose();
  });
  return (
    <PlanForm
      title={m.moveToPlanTitle({ title })}
      verb={m.move()}
      busy={move.busy}
      wrong={move.besides() ?? (plans.data && others.length === 0 ? m.noOtherPlan() : undefined)}
      onSubmit={() => planId && void move.send({ id, version: objective.version, planId })}
      onClose={onClose}
    >
      <Field label={m.toPlan()}>
        <Select value={planId ?? ""} onChange={({ target }) => choose(target.value)}>
          {others.map((plan) => (
            <option key={plan.id} value={plan.id}>
              {m.planOf({ whose: ownerWords(plan), cycle: plan.cycle.name })}
            </option>
          ))}
        </Select>
      </Field>
    </PlanForm>
  );
}

function ToObjective({ keyResult, onClose }: { keyResult: KeyResult; onClose: () => void }) {
  const { studio, act, undoable } = useStudio();
  const from = objectiveOf(studio, keyResult.id);
  const others = studio.objectives.filter(({ id }) => id !== from?.id);
  const [chosen, choose] = useState(others[0]?.id ?? "");
  const { id, version, title } = keyResult;
  const move = useAskedAct("planning.draftKeyResults.move", (after) => {
    const now = lineIn(after, "draft-key-result", id)?.version ?? 0;
    const back = async () => {
      const draftObjectiveId = from?.id ?? "";
      const there = await act("planning.draftKeyResults.move", { id, version: now, draftObjectiveId });
      const ids = asBefore(from?.keyResults ?? [], objectiveOf(there, id)?.keyResults ?? []);
      await act("planning.draftKeyResults.reorder", { draftObjectiveId, ids });
      focusLine(id);
    };
    undoable(m.moved({ title }), back);
    onClose();
    focusLine(id);
  });
  return (
    <PlanForm
      title={m.moveToObjectiveTitle({ title })}
      verb={m.move()}
      busy={move.busy}
      wrong={move.besides()}
      onSubmit={() => void move.send({ id, version, draftObjectiveId: chosen })}
      onClose={onClose}
    >
      <Field label={m.toObjective()}>
        <Select value={chosen} onChange={({ target }) => choose(target.value)}>
          {others.map((objective) => (
            <option key={objective.id} value={objective.id}>
              {objective.title}
            </option>
          ))}
        </Select>
      </Field>
    </PlanForm>
  );
}
