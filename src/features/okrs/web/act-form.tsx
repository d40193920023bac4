import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "../../../web/ui/button.tsx";
import { messages } from "../../../web/ui/messages.ts";
import "./act-form.css";
import catalogue from "./acts.messages.json";

const m = messages(catalogue);

interface ActFormProps {
  verb: string;
  busy: boolean;
  danger?: boolean;
  /** false: not sent, because a field could not be read; the first such field gets the focus. */
  onSubmit: () => unknown;
  onClose: () => void;
  children: ReactNode;
  /** What else may be done, at the other end of the acts. */
  other?: ReactNode;
}

/** The form inside a dialog: its fields, then Cancel and the verb. */
export function ActForm({ verb, busy, danger = false, onSubmit, onClose, children, other }: ActFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [refusals, count] = useState(0);
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [refusals]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!busy && onSubmit() === false) count((before) => before + 1);
  };
  return (
    <form ref={form} className="act-f" onSubmit={submit} noValidate>
      {children}
      <p className="row act-f-acts">
        {other}
        <Button onClick={onClose}>{m.cancel()}</Button>
        <Button type="submit" kind={danger ? "danger" : "primary"} busy={busy}>
          {verb}
        </Button>
      </p>
    </form>
  );
}
