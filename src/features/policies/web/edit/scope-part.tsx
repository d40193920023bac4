import { useState } from "react";
import { useAsk } from "../../../../web/ask.ts";
import { Field, Input } from "../../../../web/ui/field.tsx";
import { canDraw, comparisonOf, type Draft, typedNumber, withTeams } from "../draft.ts";
import { w } from "../words.ts";
import { m, type PartProps } from "./edit-words.ts";
import { Segments } from "./segments.tsx";
import { TeamChoice } from "./team-choice.tsx";

type Who = "lot" | "teams" | "everyone";
const roles = ["owner", "admin", "champion", "member"] as const;

/** Whom it covers from when: teams by lot, teams by name, or everyone. */
export function ScopePart({ draft, change, wrong, odd }: PartProps) {
  const { scope, comparison } = draft;
  const isLot = comparison?.kind === "randomised-by-team";
  // A number that is there already was said by somebody.
  const [saysDraw, sayDraw] = useState(isLot);
  const [isNaming, name] = useState(scope.teams.length > 0);
  const who: Who = isLot ? "lot" : isNaming || scope.teams.length > 0 ? "teams" : "everyone";
  const choose = (next: Who) => {
    name(next === "teams");
    if (next === "lot") {
      sayDraw(false);
      change({ comparison: comparisonOf("randomised-by-team", draft) });
    } else
      change({
        ...(isLot ? { comparison: null } : {}),
        ...(next === "everyone" ? { scope: { ...scope, teams: [] } } : {}),
      });
  };
  const teamsWrong = wrong("scope.teamIds") ?? odd("scope.teamIds") ?? wrong("scope") ?? odd("scope");
  return (
    <section className="pe-s" aria-labelledby="pe-scope">
      <h2 id="pe-scope">{m.scope()}</h2>
      <div>
        <Segments
          name="who"
          label={m.whoCovers()}
          value={who}
          of={[
            ["lot", m.byLot()],
            ["teams", m.chosen()],
            ["everyone", m.everyone()],
          ]}
          onChange={choose}
        />
        {who !== "everyone" && (
          <TeamChoice
            label={isLot ? m.teamsInLot() : m.teamsCovered()}
            value={scope.teams}
            onChange={(teams) => change(withTeams(draft, teams, saysDraw))}
            error={teamsWrong}
          />
        )}
        {who === "everyone" && teamsWrong && <p className="pe-bad">{teamsWrong}</p>}
        <div className="pe-r">
          {isLot && <Lot {...{ draft, change, wrong, odd }} onSaid={() => sayDraw(true)} />}
          <Day
            label={m.startsOn()}
            value={draft.startsOn}
            onChange={(startsOn) => change({ startsOn })}
            error={wrong("startsOn")}
            odd={odd("startsOn")}
          />
          {isLot && (
            <Day
              label={m.othersFrom()}
              value={comparison.othersFrom}
              onChange={(othersFrom) => change({ comparison: { ...comparison, othersFrom } })}
              error={wrong("comparison.othersFrom")}
              odd={odd("comparison.othersFrom")}
              optional
            />
          )}
        </div>
        <Limits {...{ draft, change, wrong, odd }} />
      </div>
    </section>
  );
}

function Lot({ draft: { scope, comparison }, change, wrong, odd, onSaid }: PartProps & { onSaid: () => void }) {
  if (!comparison) return null;
  const { draw } = comparison;
  const count = scope.teams.length;
  // Before any team is chosen nothing can be too many.
  const isPossible = canDraw(draw, count) || (draw === 1 && count < 2);
  return (
    <Field
      label={m.drawn()}
      hint={m.drawnOf({ count })}
      error={isPossible ? wrong("comparison.draw") : m.cannotDraw({ count })}
      odd={odd("comparison.draw")}
    >
      <Input
        type="number"
        min={1}
        value={draw ?? ""}
        onChange={({ target }) => {
          onSaid();
          change({ comparison: { ...comparison, draw: typedNumber(target.value) } });
        }}
      />
    </Field>
  );
}

interface DayProps {
  label: string;
  value: string | null;
  onChange: (day: string | null) => void;
  error: string | undefined;
  odd: string | undefined;
  optional?: boolean;
}

export function Day({ label, value, onChange, ...said }: DayProps) {
  return (
    <Field label={label} {...said}>
      <Input type="date" value={value ?? ""} onChange={({ target }) => onChange(target.value || null)} />
    </Field>
  );
}

/** Whoever fits every list that is not empty. */
function Limits({ draft: { scope, comparison }, change, wrong }: PartProps) {
  const sites = useAsk("workplace.sites.list", undefined, { live: ["organisation"] });
  const set = (part: Partial<Draft["scope"]>) => change({ scope: { ...scope, ...part } });
  const toggled = <Each,>(all: readonly Each[], one: Each, is: (each: Each) => boolean) =>
    all.some(is) ? all.filter((each) => !is(each)) : [...all, one];
  return (
    <details className="pe-m" open={scope.sites.length + scope.roles.length + scope.exceptTeams.length > 0}>
      <summary className="link small">{m.only()}</summary>
      <fieldset className="pe-c">
        <legend className="label">{m.sites()}</legend>
        {sites.data?.items.length === 0 && <p className="meta">{m.noSites()}</p>}
        {(sites.data?.items ?? []).map(({ id, name }) => (
          <label key={id} className="ck">
            <input
              type="checkbox"
              checked={scope.sites.some((each) => each.id === id)}
              onChange={() => set({ sites: toggled(scope.sites, { id, name }, (each) => each.id === id) })}
            />
            <span dir="auto">{name}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="pe-c">
        <legend className="label">{m.roles()}</legend>
        {roles.map((role) => (
          <label key={role} className="ck">
            <input
              type="checkbox"
              checked={scope.roles.includes(role)}
              onChange={() => set({ roles: toggled(scope.roles, role, (each) => each === role) })}
            />
            {w[role]()}
          </label>
        ))}
      </fieldset>
      {comparison?.kind !== "randomised-by-team" && (
        <TeamChoice
          label={m.exceptTeams()}
          value={scope.exceptTeams}
          onChange={(exceptTeams) => set({ exceptTeams })}
          error={wrong("scope.exceptTeamIds")}
        />
      )}
    </details>
  );
}
