import { Field, Input, Select } from "../../../../web/ui/field.tsx";
import { comparisonOf, typedNumber } from "../draft.ts";
import { type Design, designs, w } from "../words.ts";
import { m, type PartProps } from "./edit-words.ts";
import { TeamChoice } from "./team-choice.tsx";

/** With whom it is compared, and what that can show. */
export function ComparisonPart({ draft, change, wrong, odd }: PartProps) {
  const { comparison } = draft;
  const choose = (kind: string) => change({ comparison: kind === "" ? null : comparisonOf(kind as Design, draft) });
  return (
    <section className="pe-s" aria-labelledby="pe-comparison">
      <h2 id="pe-comparison">{m.comparison()}</h2>
      <div>
        <Field
          label={m.design()}
          hint={comparison ? m[`explain-${comparison.kind}`]() : undefined}
          error={wrong("comparison")}
          odd={odd("comparison")}
        >
          <Select value={comparison?.kind ?? ""} onChange={({ target }) => choose(target.value)}>
            <option value="">{m.noDesign()}</option>
            {designs.map((design) => (
              <option key={design} value={design}>
                {w[design]()}
              </option>
            ))}
          </Select>
        </Field>
        {comparison?.kind === "randomised-on-and-off" && <Blocks {...{ draft, change, wrong, odd }} />}
        {comparison && isAgainst(comparison.kind) && (
          <TeamChoice
            label={m.others()}
            value={comparison.teams}
            onChange={(teams) => change({ comparison: { ...comparison, teams } })}
            error={wrong("comparison.teamIds") ?? odd("comparison.teamIds")}
          />
        )}
      </div>
    </section>
  );
}

function isAgainst(kind: Design): boolean {
  return kind === "difference-in-differences" || kind === "comparison" || kind === "survey";
}

function Blocks({ draft: { comparison }, change, wrong, odd }: PartProps) {
  if (!comparison) return null;
  const fields = ["weeksEach", "pairs", "wearingOff"] as const;
  return (
    <div className="pe-r">
      {fields.map((field) => (
        <Field key={field} label={m[field]()} error={wrong(`comparison.${field}`)} odd={odd(`comparison.${field}`)}>
          <Input
            type="number"
            min={0}
            max={26}
            value={comparison[field] ?? ""}
            onChange={({ target }) => change({ comparison: { ...comparison, [field]: typedNumber(target.value) } })}
          />
        </Field>
      ))}
    </div>
  );
}
