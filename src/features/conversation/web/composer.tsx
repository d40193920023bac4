import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { type Invalidated, useTell } from "../../../web/ask.ts";
import { newId } from "../../../web/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { textOf, typedOf } from "../mentioned.ts";
import catalogue from "./comments.messages.json";
import type { Comment, Subject } from "./comments.tsx";
import { MentionField, type Written } from "./mention-field.tsx";

const m = messages(catalogue);

interface ComposerProps {
  subject: Subject;
  label: string;
  verb: string;
  replyTo?: string;
  /** The comment whose words are written anew; without it a new one is said. */
  changes?: Comment;
  invalidates: readonly Invalidated[];
  /** Sent, or left with Esc or Cancel. */
  onClose: () => void;
}

/** Words about something, sent with ⌘↵; they stay until they are sent. */
export function Composer({ subject, label, verb, replyTo, changes, invalidates, onClose }: ComposerProps) {
  const [begun] = useState<Written>(() => typedOf(changes?.text ?? "", changes?.mentions ?? []));
  const [written, write] = useState(begun);
  const text = textOf(written.typed, written.picked);
  const [id] = useState(newId);
  const place = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const options = { invalidates: ["conversation", ...invalidates] as const, onDone: onClose };
  const create = useTell("conversation.comments.create", options);
  const update = useTell("conversation.comments.update", options);
  const problem = changes ? update.error : create.error;
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() === "") return field.current?.focus();
    if (changes) update.mutate({ id: changes.id, version: changes.version, text });
    else create.mutate({ id, subjectKind: subject.kind, subjectId: subject.id, replyTo: replyTo ?? null, text });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) send();
    else if (event.key === "Escape" && written.typed === begun.typed) onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form className="composer" onSubmit={send}>
      <div>
        <label className="label" htmlFor={place}>
          {label}
        </label>
        <MentionField id={place} field={field} invalid={problem !== null} {...{ written, write }} onKeyDown={press} />
      </div>
      {problem && (
        <p className="small" role="alert">
          {m.notSent({ why: problem.at("text") ?? problem.message })}
        </p>
      )}
      <p className="row">
        <Button type="submit" size="sm" kind="primary" keys="mod+enter" busy={create.isPending || update.isPending}>
          {verb}
        </Button>
        <Button size="sm" onClick={onClose}>
          {m.cancel()}
        </Button>
        <span className="meta">{m.mentionHint()}</span>
      </p>
    </form>
  );
}
