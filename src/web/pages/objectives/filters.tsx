import { useEffect, useState } from "react";
import { MemberPicker, TeamOptions } from "../../../features/people/web/public.tsx";
import type { OutputOf } from "../../api.ts";
import { useAsk } from "../../ask.ts";
import { useSession } from "../../session.ts";
import { Input, Select } from "../../ui/field.tsx";
import { FilterChip } from "../../ui/filter-chip.tsx";
import { messages } from "../../ui/messages.ts";
import { statusWord, worstFirst } from "../../ui/status.tsx";
import catalogue from "../objectives.messages.json";
import "../filters.css";

const m = messages(catalogue);
const levels = ["company", "team", "personal"] as const;

interface FiltersProps {
  asked: URLSearchParams;
  cycles: OutputOf<"okrs.cycles.list">["items"];
  cycleId: string;
  onChange: (changes: Record<string, string | null>) => void;
}

/** Cycle, team, level, status, owner and words; each choice is part of the address. */
export function Filters({ asked, cycles, cycleId, onChange }: FiltersProps) {
  const teams = useAsk("people.teams.list");
  const { member } = useSession();
  const choose = (key: string) => (event: { target: { value: string } }) => onChange({ [key]: event.target.value });
  const owner = asked.get("owner");
  return (
    <search className="flt objs-flt">
      <Find q={asked.get("q") ?? ""} onChange={(q) => onChange({ q })} />
      <Select aria-label={m.cycle()} value={cycleId} onChange={choose("cycle")}>
        {cycles.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select aria-label={m.team()} value={asked.get("team") ?? ""} onChange={choose("team")}>
        <option value="">{m.allTeams()}</option>
        <TeamOptions teams={teams.data?.items ?? []} />
      </Select>
      <Select aria-label={m.level()} value={asked.get("level") ?? ""} onChange={choose("level")}>
        <option value="">{m.allLevels()}</option>
        {levels.map((level) => (
          <option key={level} value={level}>
            {m[level]()}
          </option>
        ))}
      </Select>
      <Select aria-label={m.status()} value={asked.get("status") ?? ""} onChange={choose("status")}>
        <option value="">{m.allStatuses()}</option>
        {worstFirst.map((status) => (
          <option key={status} value={status}>
            {statusWord(status)}
          </option>
        ))}
      </Select>
      {member.role !== "guest" && (
        <>
          <Owner id={owner} onChange={(id) => onChange({ owner: id })} />
          <FilterChip
            on={owner === member.id}
            onToggle={() => onChange({ owner: owner === member.id ? null : member.id })}
          >
            {m.mine()}
          </FilterChip>
        </>
      )}
    </search>
  );
}

/** What is typed stands here at once; the address follows. */
function Find({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  const [typed, type] = useState(q);
  useEffect(() => type(q), [q]);
  return (
    <Input
      type="search"
      aria-label={m.find()}
      placeholder={m.find()}
      maxLength={200}
      value={typed}
      onChange={({ target }) => {
        type(target.value);
        onChange(target.value);
      }}
    />
  );
}

function Owner({ id, onChange }: { id: string | null; onChange: (id: string | null) => void }) {
  const asked = useAsk("people.members.get", { id: id ?? "" }, { enabled: id !== null });
  const value = id === null ? null : { id, name: asked.data?.name ?? "" };
  return (
    <MemberPicker
      label={<span className="sr">{m.owner()}</span>}
      placeholder={m.allOwners()}
      value={value}
      onPick={(member) => onChange(member.id)}
      onClear={() => onChange(null)}
    />
  );
}
