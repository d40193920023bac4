import { useState } from "react";
import type { InputOf } from "../../../web/api.ts";
import { Field, Input, Select } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { readFigure } from "../../okrs/web/public.tsx";
import { MemberPicker } from "../../people/web/public.tsx";
import { useAskedAct } from "./asked-act.ts";
import { lineIn, linesOf, type Named, type Studio } from "./asking.ts";
import { m } from "./dialog-words.ts";
import { PlanForm } from "./plan-form.tsx";
import { useStudio } from "./studio-context.ts";

type Change = InputOf<"planning.plans.changeMany">["change"];

/** Gives several lines the same owner, commitment, energy or weight: all of them, or none. */
export function ManyDialog({ onClose }: { onClose: () => void }) {
  const { studio, act, undoable } = useStudio();
  const { locale } = useFormat();
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [owner, own] = useState<Named | null>(null);
  const [commitment, commit] = useState("");
  const [energy, give] = useState("");
  const [weight, weigh] = useState("");
  const [empty, setEmpty] = useState(false);
  const lines = linesOf(studio).filter(({ line }) => chosen.has(line.id));
  const save = useAskedAct("planning.plans.changeMany", (after) => {
    undoable(m.changedMany({ count: lines.length }), () => takeBack(after));
    onClose();
  });
  /** Line by line what it was; one that changed since is not written over. */
  const takeBack = async (after: Studio) => {
    for (const { kind, line } of lines) {
      const version = lineIn(after, kind, line.id)?.version ?? 0;
      const ownerId = line.owner?.id ?? null;
      if (kind === "draft-objective") {
        const { commitment, energy } = line;
        await act("planning.draftObjectives.update", { id: line.id, version, ownerId, commitment, energy });
      } else if (kind === "draft-key-result") {
        await act("planning.draftKeyResults.update", { id: line.id, version, ownerId, weight: line.weight });
      } else await act("planning.draftInitiatives.update", { id: line.id, version, ownerId });
    }
  };
  const submit = () => {
    const change: Change = {
      ...(owner ? { ownerId: owner.id } : {}),
      ...(commitment ? { commitment: commitment as NonNullable<Change["commitment"]> } : {}),
      ...(energy.trim() ? { energy: plain(energy, locale) } : {}),
      ...(weight.trim() ? { weight: plain(weight, locale) } : {}),
    };
    const nothing = lines.length === 0 || Object.keys(change).length === 0;
    setEmpty(nothing);
    if (nothing) return;
    void save.send({ id: studio.id, lines: lines.map(({ line: { id, version } }) => ({ id, version })), change });
  };
  return (
    <PlanForm
      title={m.manyTitle()}
      verb={m.changeLines({ count: lines.length })}
      busy={save.busy}
      wrong={empty ? m.manyNothing() : save.besides("change.energy", "change.weight")}
      onSubmit={submit}
      onClose={onClose}
    >
      <fieldset className="plan-found">
        <legend className="label">{m.whichLines()}</legend>
        {linesOf(studio).map(({ kind, line }) => (
          <label className={`ck is-${kind}`} key={line.id}>
            <input
              type="checkbox"
              checked={chosen.has(line.id)}
              onChange={({ target }) =>
                choose(new Set(target.checked ? [...chosen, line.id] : [...chosen].filter((id) => id !== line.id)))
              }
            />
            <span dir="auto">{line.title}</span>
          </label>
        ))}
      </fieldset>
      <MemberPicker label={m.owner()} optional guests={false} value={owner} onPick={own} onClear={() => own(null)} />
      <div className="plan-two">
        <Field label={m.commitment()} hint={m.ofObjectives()} optional>
          <Select value={commitment} onChange={({ target }) => commit(target.value)}>
            <option value="">{m.asItIs()}</option>
            <option value="committed">{m.committed()}</option>
            <option value="aspirational">{m.aspirational()}</option>
            <option value="learning">{m.learning()}</option>
          </Select>
        </Field>
        <Field label={m.energyPercent()} hint={m.ofObjectives()} optional error={save.problem?.at("change.energy")}>
          <Input inputMode="decimal" dir="ltr" value={energy} onChange={({ target }) => give(target.value)} />
        </Field>
        <Field label={m.weightLabel()} hint={m.ofKeyResults()} optional error={save.problem?.at("change.weight")}>
          <Input inputMode="decimal" dir="ltr" value={weight} onChange={({ target }) => weigh(target.value)} />
        </Field>
      </div>
    </PlanForm>
  );
}

/** As a decimal where it can be read; else as typed, which the server refuses in words. */
function plain(typed: string, locale: string): string {
  const reading = readFigure(typed, locale);
  return reading.ok ? reading.value : typed;
}
