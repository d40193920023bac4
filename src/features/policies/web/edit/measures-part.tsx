import { type ReactNode, useId, useState } from "react";
import { Button } from "../../../../web/ui/button.tsx";
import { useFormat } from "../../../../web/ui/format.ts";
import { x } from "../../../../web/ui/further-icons.ts";
import { plus } from "../../../../web/ui/icons.ts";
import { figureOf } from "../../../okrs/web/public.tsx";
import { type Measure, unitOf, unitOfDifference } from "../words.ts";
import { m, type PartProps } from "./edit-words.ts";
import { MeasurePicker } from "./measure-picker.tsx";

/** What should move, in which direction, and by how much it would matter. */
export function OutcomesPart({ draft: { outcomes }, change, wrong, odd }: PartProps) {
  const [adding, add] = useState(false);
  const set = (at: number, part: Partial<(typeof outcomes)[number]>) =>
    change({ outcomes: outcomes.map((each, nth) => (nth === at ? { ...each, ...part } : each)) });
  const none = wrong("outcomes") ?? odd("outcomes");
  return (
    <section className="pe-s" aria-labelledby="pe-outcomes">
      <h2 id="pe-outcomes">{m.outcomes()}</h2>
      <div>
        {outcomes.map(({ id, name, measure, wanted, sizeThatMatters }, at) => (
          <Measured
            key={id}
            name={name}
            measure={measure}
            error={firstOf(wrong, `outcomes.${at}`, ["measure.ids", "name", "wanted"])}
            onRemove={() => change({ outcomes: outcomes.filter((_, nth) => nth !== at) })}
          >
            <select
              className="input"
              aria-label={m.directionOf({ name })}
              value={wanted}
              onChange={({ target }) => set(at, { wanted: target.value as "up" })}
            >
              <option value="up">{m.up()}</option>
              <option value="down">{m.down()}</option>
            </select>
            <Amount
              label={m.matters()}
              name={m.mattersOf({ name })}
              value={sizeThatMatters}
              unit={unitOfDifference(measure, sizeThatMatters)}
              error={wrong(`outcomes.${at}.sizeThatMatters`)}
              onChange={(typed) => set(at, { sizeThatMatters: typed })}
            />
          </Measured>
        ))}
        {none && <p className="pe-bad">{none}</p>}
        {adding ? (
          <MeasurePicker
            onClose={() => add(false)}
            onAdd={(measured) => {
              change({ outcomes: [...outcomes, { ...measured, wanted: "up", sizeThatMatters: "" }] });
              add(false);
            }}
          />
        ) : (
          <p className="pe-add">
            <Button kind="quiet" size="sm" icon={plus} onClick={() => add(true)}>
              {m.addOutcome()}
            </Button>
            <span className="meta">{outcomes.length > 1 && m.severalTested({ count: outcomes.length })}</span>
          </p>
        )}
      </div>
    </section>
  );
}

/** What must not get worse while it is tried. */
export function GuardrailsPart({ draft: { guardrails }, change, wrong }: PartProps) {
  const [adding, add] = useState(false);
  const set = (at: number, part: Partial<(typeof guardrails)[number]>) =>
    change({ guardrails: guardrails.map((each, nth) => (nth === at ? { ...each, ...part } : each)) });
  return (
    <section className="pe-s" aria-labelledby="pe-guardrails">
      <h2 id="pe-guardrails">{m.guardrails()}</h2>
      <div>
        {guardrails.length === 0 && !adding && <p className="meta">{m.noGuardrails()}</p>}
        {guardrails.map(({ id, name, measure, safe, limit, margin }, at) => (
          <Measured
            key={id}
            name={name}
            measure={measure}
            error={firstOf(wrong, `guardrails.${at}`, ["measure.ids", "name", "safe"])}
            onRemove={() => change({ guardrails: guardrails.filter((_, nth) => nth !== at) })}
          >
            <select
              className="input"
              aria-label={m.sideOf({ name })}
              value={safe}
              onChange={({ target }) => set(at, { safe: target.value as "at-least" })}
            >
              <option value="at-least">{m["at-least"]()}</option>
              <option value="at-most">{m["at-most"]()}</option>
            </select>
            <Amount
              label={m.limit()}
              name={m.limitOf({ name })}
              value={limit}
              unit={unitOf(measure)}
              error={wrong(`guardrails.${at}.limit`)}
              onChange={(typed) => set(at, { limit: typed })}
            />
            <Amount
              label={m.margin()}
              name={m.marginOf({ name })}
              value={margin}
              unit={unitOfDifference(measure, margin)}
              error={wrong(`guardrails.${at}.margin`)}
              onChange={(typed) => set(at, { margin: typed })}
            />
          </Measured>
        ))}
        {adding ? (
          <MeasurePicker
            onClose={() => add(false)}
            onAdd={(measured) => {
              change({ guardrails: [...guardrails, { ...measured, safe: "at-least", limit: "", margin: "" }] });
              add(false);
            }}
          />
        ) : (
          <p className="pe-add">
            <Button kind="quiet" size="sm" icon={plus} onClick={() => add(true)}>
              {m.addGuardrail()}
            </Button>
          </p>
        )}
      </div>
    </section>
  );
}

interface MeasuredProps {
  name: string;
  measure: Measure;
  error: string | undefined;
  onRemove: () => void;
  children: ReactNode;
}

function Measured({ name, measure, error, onRemove, children }: MeasuredProps) {
  const format = useFormat();
  const [only, another] = measure.subjects;
  const now = only && !another && only.current !== null ? figureOf(only.current, only, format) : "";
  return (
    <div className="pe-o">
      <p>
        <b dir="auto">{name}</b>
        <small>
          {m[`of-${measure.kind}`]()}
          {another && ` · ${m.manyTeams({ count: measure.subjects.length })}`}
          {now && ` · ${m.now()} ${now}`}
        </small>
      </p>
      {children}
      <Button kind="quiet" size="sm" icon={x} iconOnly onClick={onRemove}>
        {m.removeMeasure({ name })}
      </Button>
      {error && <p className="pe-bad">{error}</p>}
    </div>
  );
}

interface AmountProps {
  label: string;
  name: string;
  value: string;
  unit: string;
  error: string | undefined;
  onChange: (typed: string) => void;
}

/** A number as it is typed, its unit beside it. */
function Amount({ label, name, value, unit, error, onChange }: AmountProps) {
  const said = useId();
  return (
    <span className={error ? "pe-n is-bad" : "pe-n"}>
      <small aria-hidden="true">{label}</small>
      <span>
        <input
          className="input"
          inputMode="decimal"
          dir="ltr"
          aria-label={name}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? said : undefined}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
        {unit}
      </span>
      {error && (
        <small id={said} className="pe-bad">
          {error}
        </small>
      )}
    </span>
  );
}

/** What is wrong with what is measured, whichever of it. */
function firstOf(wrong: PartProps["wrong"], row: string, fields: readonly string[]): string | undefined {
  return fields
    .flatMap((field) => [wrong(`${row}.${field}`), wrong(`${row}.${field}.0`), wrong(`${row}.${field}.1`)])
    .find(Boolean);
}
