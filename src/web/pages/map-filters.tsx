import type { Filter } from "../../features/alignment/web/public.tsx";
import type { OutputOf } from "../api.ts";
import { useAsk } from "../ask.ts";
import { Button } from "../ui/button.tsx";
import { Input, Select } from "../ui/field.tsx";
import { FilterChip } from "../ui/filter-chip.tsx";
import { messages } from "../ui/messages.ts";
import { StatusGlyph, statusWord, worstFirst } from "../ui/status.tsx";
import catalogue from "./map.messages.json";
import "./filters.css";

const m = messages(catalogue);

interface FiltersProps {
  answer: OutputOf<"alignment.map">;
  filter: Filter;
  asked: URLSearchParams;
  onChange: (changes: Record<string, string | null>) => void;
  titleOf: (id: string) => string | undefined;
}

/** What is looked for on the map: words, a team, a cycle, statuses, one line. */
export function Filters({ answer, filter, asked, onChange, titleOf }: FiltersProps) {
  const teams = new Map(answer.objectives.flatMap(({ team }) => (team ? [[team.id, team.name] as const] : [])));
  const counts = new Map<string, number>();
  for (const { status } of answer.objectives) counts.set(status, (counts.get(status) ?? 0) + 1);
  const cycles = useAsk("okrs.cycles.list", {});
  const toggleStatus = (status: string) => {
    const next = new Set(filter.statuses);
    if (!next.delete(status)) next.add(status);
    onChange({ status: [...next].join(",") || null });
  };
  return (
    <div className="flt">
      <Input
        type="search"
        defaultValue={asked.get("q") ?? ""}
        aria-label={m.find({ count: answer.objectives.length })}
        placeholder={m.find({ count: answer.objectives.length })}
        onChange={(event) => onChange({ q: event.target.value || null })}
      />
      <Select
        aria-label={m.team()}
        value={filter.teamId ?? ""}
        onChange={(event) => onChange({ team: event.target.value || null })}
      >
        <option value="">{m.allTeams()}</option>
        {[...teams].map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      {(cycles.data?.items.length ?? 0) > 1 && (
        <Select
          aria-label={m.cycle()}
          value={answer.cycle?.id ?? ""}
          onChange={(event) => onChange({ cycle: event.target.value })}
        >
          {cycles.data?.items.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      {filter.focus && (
        <Button size="sm" onClick={() => onChange({ focus: null })}>
          {m.focused({ title: titleOf(filter.focus) ?? "" })} · {m.whole()}
        </Button>
      )}
      <div className="chips">
        {worstFirst
          .filter((status) => counts.has(status))
          .map((status) => (
            <FilterChip
              key={status}
              on={filter.statuses.has(status)}
              onToggle={() => toggleStatus(status)}
              glyph={<StatusGlyph status={status} size={10} />}
              count={counts.get(status) ?? 0}
            >
              {statusWord(status)}
            </FilterChip>
          ))}
      </div>
    </div>
  );
}
