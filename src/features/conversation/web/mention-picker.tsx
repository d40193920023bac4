import { type RefObject, useEffect, useImperativeHandle, useState } from "react";
import { useAsk } from "../../../web/ask.ts";
import { Avatar } from "../../../web/ui/avatar.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { useSettled } from "../../../web/ui/settled.ts";
import catalogue from "./mention-picker.messages.json";
import "./mention-picker.css";

const m = messages(catalogue);

export interface Member {
  id: string;
  name: string;
}

export interface Keys {
  /** Whether the key did something here. */
  press: (key: string) => boolean;
}

interface MentionPickerProps {
  id: string;
  search: string;
  keys: RefObject<Keys | null>;
  /** The option that ↵ takes, by its id in the page. */
  onActive: (id: string | undefined) => void;
  onPick: (member: Member) => void;
}

/** Members by a part of their name, chosen from within the text: the focus stays there. */
export default function MentionPicker({ id: list, search, keys, onActive, onPick }: MentionPickerProps) {
  const settled = useSettled(search, 150);
  const found = useAsk("people.members.list", { search: settled, limit: 8 }, { keepPrevious: true });
  const offered = (found.data?.items ?? []).filter(({ role }) => role !== "guest");
  const [at, moveTo] = useState(0);
  const active = offered[Math.min(at, offered.length - 1)];
  const optionOf = (member: Member | undefined) => member && `${list}-${member.id}`;
  const activeId = optionOf(active);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found anew begins with the first
  useEffect(() => moveTo(0), [settled]);
  useEffect(() => onActive(activeId), [onActive, activeId]);
  useImperativeHandle(keys, () => ({
    press: (key) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[key];
      if (!active || (!step && key !== "Enter" && key !== "Tab")) return false;
      if (step) moveTo((offered.indexOf(active) + step + offered.length) % offered.length);
      else onPick({ id: active.id, name: active.name });
      return true;
    },
  }));
  return (
    <>
      <span className="ment-l" id={list} role="listbox" aria-label={m.members()} hidden={offered.length === 0}>
        {offered.map((member) => (
          <span
            key={member.id}
            id={optionOf(member)}
            role="option"
            aria-selected={member === active}
            tabIndex={-1}
            onMouseDown={(event) => {
              event.preventDefault();
              onPick({ id: member.id, name: member.name });
            }}
          >
            <Avatar name={member.name} size={20} />
            <span dir="auto">{member.name}</span>
            <small>{member.teams.map(({ name }) => name).join(", ")}</small>
          </span>
        ))}
      </span>
      <span className="sr" role="status">
        {found.data && (active ? m.offered({ count: offered.length, name: active.name }) : m.nobody({ search }))}
      </span>
    </>
  );
}
