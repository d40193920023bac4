import { Button } from "../../../web/ui/button.tsx";
import { Field, Input } from "../../../web/ui/field.tsx";
import { x } from "../../../web/ui/further-icons.ts";
import { plus } from "../../../web/ui/icons.ts";
import { FigureField } from "./figure-field.tsx";
import { m } from "./form-words.ts";
import { newStep, type Step } from "./key-result-draft.ts";
import type { MeasureFieldsProps } from "./measure-fields.tsx";

/** The steps of milestones, each with its weight, or of a score table, each with the score it reaches. */
export function StepFields({ value, change, wrong }: MeasureFieldsProps) {
  const weighted = value.kind === "milestones";
  const place = weighted ? "measure.milestones" : "measure.steps";
  const set = (id: string, part: Partial<Step>) =>
    change({ steps: value.steps.map((step) => (step.id === id ? { ...step, ...part } : step)) });
  const error = wrong(place);
  return (
    <fieldset>
      <legend className="label">{weighted ? m.milestones() : m["score-table"]()}</legend>
      {!weighted && <p className="meta">{m.scoreHint()}</p>}
      {value.steps.map(({ id, title, figure }, at) => (
        <div className="act-f-row" key={id}>
          <Field label={m.stepTitle({ number: at + 1 })} error={wrong(`${place}.${at}.title`)}>
            <Input value={title} onChange={({ target }) => set(id, { title: target.value })} />
          </Field>
          <FigureField
            label={weighted ? m.stepWeight({ number: at + 1 }) : m.stepScore({ number: at + 1 })}
            value={figure}
            onChange={(typed) => set(id, { figure: typed })}
            error={wrong(`${place}.${at}.${weighted ? "weight" : "score"}`)}
          />
          <Button
            kind="quiet"
            icon={x}
            iconOnly
            onClick={() => change({ steps: value.steps.filter((step) => step.id !== id) })}
          >
            {m.removeStep({ number: at + 1 })}
          </Button>
        </div>
      ))}
      {error && <small className="act-f-wrong">{error}</small>}
      <Button size="sm" icon={plus} onClick={() => change({ steps: [...value.steps, newStep(value.kind)] })}>
        {m.addStep()}
      </Button>
    </fieldset>
  );
}
