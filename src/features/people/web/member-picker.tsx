import { type KeyboardEvent, useId, useState } from "react";
import { useAsk } from "../../../web/ask.ts";
import { Avatar } from "../../../web/ui/avatar.tsx";
import { Input } from "../../../web/ui/field.tsx";
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
  value: Picked | null;
  onChange: (member: Picked | null) => void;
  /** Whom not to offer: oneself, when asking. */
  except?: string;
  /** Guests are offered too. */
  guests?: boolean;
  placeholder?: string;
  disabled?: boolean;
}

/** Finds a member by a part of their name: inside a Field. ↓ ↑ move, ↵ takes, Esc closes, an empty field is nobody. */
export function MemberPicker({ value, onChange, except, guests = false, placeholder, disabled }: MemberPickerProps) {
  const list = useId();
  const [typed, type] = useState("");
  const [open, setOpen] = useState(false);
  const [at, moveTo] = useState(0);
  const search = useSettled(typed.trim(), 150);
  const found = useAsk("people.members.list", { search, limit: 10 }, { enabled: open, keepPrevious: true });
  const offered = (found.data?.items ?? []).filter(({ id, role }) => id !== except && (guests || role !== "guest"));
  const shown = open && found.data !== undefined;
  const active = shown ? offered[Math.min(at, offered.length - 1)] : undefined;

  const take = (member: Picked) => {
    onChange({ id: member.id, name: member.name });
    type("");
    setOpen(false);
  };
  const write = (text: string) => {
    if (value) onChange(null);
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
        disabled={disabled}
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
