import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { useAsk } from "../../../web/ask.ts";
import { Avatar } from "../../../web/ui/avatar.tsx";
import { Field, Input } from "../../../web/ui/field.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { useSettled } from "../../../web/ui/settled.ts";
import "./member-picker.css";
import catalogue from "./member-picker.messages.json";

const m = messages(catalogue);

interface Picked {
  id: string;
  name: string;
}

interface MemberPickerProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  placeholder?: string;
  /** Who is chosen; left out where each pick is an act of its own, such as adding. */
  value?: Picked | null;
  /** Ids of those who are not offered: oneself, when asking. */
  without?: readonly string[];
  /** false: guests are not offered. */
  guests?: boolean;
  onPick: (member: Picked) => void;
  /** The field was emptied: nobody. */
  onClear?: () => void;
}

/** Finds a member by a part of their name. ↓ ↑ move, ↵ takes, Esc closes. */
export function MemberPicker({ label, hint, error, optional, ...picking }: MemberPickerProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      <Picker {...picking} />
    </Field>
  );
}

function Picker({
  value = null,
  without = [],
  guests = true,
  placeholder,
  onPick,
  onClear,
}: Omit<MemberPickerProps, "label">) {
  const list = useId();
  const [typed, type] = useState("");
  const [open, setOpen] = useState(false);
  const [at, moveTo] = useState(0);
  const search = useSettled(typed.trim(), 150);
  const found = useAsk("people.members.list", { search, limit: 10 }, { enabled: open, keepPrevious: true });
  const offered = (found.data?.items ?? []).filter(
    ({ id, role }) => !without.includes(id) && (guests || role !== "guest"),
  );
  const shown = open && found.data !== undefined;
  const active = shown ? offered[Math.min(at, offered.length - 1)] : undefined;

  const take = (member: Picked) => {
    onPick({ id: member.id, name: member.name });
    type("");
    setOpen(false);
  };
  const write = (text: string) => {
    if (value) onClear?.();
    type(text);
    moveTo(0);
    setOpen(true);
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    if (step) {
      setOpen(true);
      if (shown && offered.length > 0)
        moveTo((Math.min(at, offered.length - 1) + step + offered.length) % offered.length);
    } else if (event.key === "Enter" && active) take(active);
    else if (event.key === "Escape" && open) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <span className="picker">
      {value && <Avatar name={value.name} size={20} />}
      <Input
        role="combobox"
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={active && `${list}-${active.id}`}
        autoComplete="off"
        placeholder={placeholder}
        value={value ? value.name : typed}
        onChange={(event) => write(event.target.value)}
        onKeyDown={press}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      <span className="picker-l" id={list} role="listbox" aria-label={m.members()} hidden={!shown}>
        {offered.map((member) => (
          <span
            key={member.id}
            id={`${list}-${member.id}`}
            role="option"
            aria-selected={member === active}
            tabIndex={-1}
            onMouseDown={(event) => {
              event.preventDefault();
              take(member);
            }}
          >
            <Avatar name={member.name} size={20} />
            <span dir="auto">{member.name}</span>
            <small>{member.teams.map(({ name }) => name).join(", ")}</small>
          </span>
        ))}
      </span>
      {shown && offered.length === 0 && (
        <span className="picker-l picker-0" role="status">
          {m.nobody({ search })}
        </span>
      )}
    </span>
  );
}
