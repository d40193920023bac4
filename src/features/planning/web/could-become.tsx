import { useEffect, useRef } from "react";
import { Button } from "../../../web/ui/button.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { arrowRight, cornerDownRight } from "../../../web/ui/further-icons.ts";
import { Icon } from "../../../web/ui/icon.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { useTaking } from "../../../web/ui/taking.ts";
import catalogue from "./could-become.messages.json";
import { Figure } from "./figure.tsx";
import { digitsIn, measureWords } from "./measure.tsx";
import { measuredBy, type Rewriting } from "./rewriting.ts";
import { closest } from "./starting.ts";
import { useStudio } from "./studio-context.ts";

const m = messages(catalogue);

/** What a key result could become, to be written over before it is used. */
export default function CouldBecome({ rewriting }: { rewriting: Rewriting }) {
  const { outcome, write, opened, isOutput, keyResult } = rewriting;
  const { studio } = useStudio();
  const field = useRef<HTMLInputElement>(null);
  const { refused, taking } = useTaking();
  useEffect(() => {
    if (opened) field.current?.focus();
  }, [opened]);
  const known = closest(`${keyResult.title} ${outcome.title}`, studio.whatWeKnow).slice(0, 3);
  const format = useFormat();
  const { measure } = outcome;
  return (
    <div className="rewrite">
      <label>
        <span className="lvl">{m.couldBecome()}</span>
        <input
          ref={field}
          className="rewrite-t"
          dir="auto"
          maxLength={300}
          {...taking}
          aria-invalid={refused ? true : undefined}
          placeholder={m.whatDifferent()}
          value={outcome.title}
          onChange={({ target }) => write({ title: target.value })}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.stopPropagation();
            rewriting.close();
          }}
        />
      </label>
      {refused && (
        <small className="plan-bad" role="status">
          {refused}
        </small>
      )}
      {measure.kind === "metric" && (
        <p className="dk-m">
          <span className="pill num">
            <Figure
              live
              label={m.startOf({ title: outcome.title || m.theOutcome() })}
              placeholder={m.fromUnknown()}
              value={measure.start}
              onValue={(start, unit) => write(withFigures(start, measure.target, unit))}
            />
            <Icon of={arrowRight} size={12} />
            <Figure
              live
              label={m.targetOf({ title: outcome.title || m.theOutcome() })}
              placeholder={m.toUnknown()}
              value={measure.target}
              onValue={(target, unit) => write(withFigures(measure.start, target, unit))}
            />
            {outcome.unit && <span dir="auto">{outcome.unit}</span>}
          </span>
        </p>
      )}
      {known.length > 0 && outcome.title === "" && (
        <ul className="rewrite-k">
          {known.map((each) => {
            const measured = measuredBy(each);
            return (
              measured && (
                <li key={each.id}>
                  <Button size="sm" onClick={() => write({ title: each.title, ...measured })}>
                    {m.takeKnown({ title: each.title, figures: measureWords(measured, format) })}
                  </Button>
                </li>
              )
            );
          })}
        </ul>
      )}
      {isOutput && (
        <p className="moves">
          <Icon of={cornerDownRight} size={14} />
          <span dir="auto">{m.movesToInitiatives({ title: keyResult.title })}</span>
        </p>
      )}
    </div>
  );
}

function withFigures(start: string | null, target: string | null, unit: string | null) {
  const figures = { measure: { kind: "metric" as const, start, target }, decimals: digitsIn(start, target) };
  return unit ? { ...figures, unit } : figures;
}
