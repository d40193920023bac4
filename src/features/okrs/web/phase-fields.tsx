import { newId } from "../../../web/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Field, Input } from "../../../web/ui/field.tsx";
import { x } from "../../../web/ui/further-icons.ts";
import { plus } from "../../../web/ui/icons.ts";
import { FigureField } from "./figure-field.tsx";
import { m } from "./form-words.ts";
import type { Phase } from "./key-result-draft.ts";

interface PhaseFieldsProps {
  value: { phases: Phase[] };
  change: (part: { phases: Phase[] }) => void;
  wrong: (field: string) => string | undefined;
}

/** Where a number should stand on days of the cycle, in place of a straight line. */
export function PhaseFields({ value: { phases }, change, wrong }: PhaseFieldsProps) {
  const set = (id: string, part: Partial<Phase>) =>
    change({ phases: phases.map((phase) => (phase.id === id ? { ...phase, ...part } : phase)) });
  const error = wrong("phasedTargets");
  return (
    <fieldset>
      <legend className="label">{m.phased()}</legend>
      {phases.length === 0 && <p className="meta">{m.phasedHint()}</p>}
      {phases.map(({ id, on, value }, at) => (
        <div className="act-f-row is-dated" key={id}>
          <Field label={m.on()} error={wrong(`phasedTargets.${at}.on`)}>
            <Input type="date" value={on} onChange={({ target }) => set(id, { on: target.value })} />
          </Field>
          <FigureField
            label={m.value()}
            value={value}
            onChange={(typed) => set(id, { value: typed })}
            error={wrong(`phasedTargets.${at}.value`)}
          />
          <Button
            kind="quiet"
            icon={x}
            iconOnly
            onClick={() => change({ phases: phases.filter((phase) => phase.id !== id) })}
          >
            {m.removePhase({ number: at + 1 })}
          </Button>
        </div>
      ))}
      {error && <small className="act-f-wrong">{error}</small>}
      <Button size="sm" icon={plus} onClick={() => change({ phases: [...phases, { id: newId(), on: "", value: "" }] })}>
        {m.addPhase()}
      </Button>
    </fieldset>
  );
}
