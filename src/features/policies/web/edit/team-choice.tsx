import { useState } from "react";
import { useAsk } from "../../../../web/ask.ts";
import { useFormat } from "../../../../web/ui/format.ts";
import { m } from "./edit-words.ts";

interface Named {
  id: string;
  name: string;
}

interface TeamChoiceProps {
  label: string;
  value: readonly Named[];
  onChange: (teams: Named[]) => void;
  error?: string | undefined;
}

/** Ticks teams in a list that can be searched; which are chosen stands above it. */
export function TeamChoice({ label, value, onChange, error }: TeamChoiceProps) {
  const format = useFormat();
  const teams = useAsk("people.teams.list", undefined, { live: ["team"] });
  const [typed, type] = useState("");
  const isChosen = ({ id }: Named) => value.some((each) => each.id === id);
  const toggle = (team: Named) =>
    onChange(isChosen(team) ? value.filter(({ id }) => id !== team.id) : [...value, { id: team.id, name: team.name }]);
  const words = typed.trim().toLocaleLowerCase();
  const shown = (teams.data?.items ?? []).filter(({ name }) => name.toLocaleLowerCase().includes(words));
  return (
    <fieldset className="pe-c">
      <legend className="label">{label}</legend>
      <p className="small" dir="auto">
        {value.length === 0
          ? m.noneChosen()
          : m.teamsChosen({ count: value.length, names: format.list(value.map(({ name }) => name)) })}
      </p>
      {(teams.data?.items.length ?? 0) > 12 && (
        <input
          type="search"
          className="input"
          aria-label={m.filter()}
          placeholder={m.filter()}
          value={typed}
          onChange={({ target }) => type(target.value)}
        />
      )}
      <div className="pe-l">
        {shown.map((team) => (
          <label key={team.id} className="ck">
            <input type="checkbox" checked={isChosen(team)} onChange={() => toggle(team)} />
            <span dir="auto">{team.name}</span>
          </label>
        ))}
      </div>
      {error && <p className="pe-bad">{error}</p>}
    </fieldset>
  );
}
