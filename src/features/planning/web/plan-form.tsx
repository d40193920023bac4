import type { FormEvent, ReactNode } from "react";
import { Banner } from "../../../web/ui/banner.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { m } from "./dialog-words.ts";
import "./dialogs.css";

interface PlanFormProps {
  title: ReactNode;
  verb: string;
  busy?: boolean;
  /** What was refused and stands at no field of its own. */
  wrong?: string | undefined;
  danger?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A question in a dialog: its fields, what was refused, Cancel and the verb. */
export function PlanForm({ title, verb, busy = false, wrong, danger, onSubmit, onClose, children }: PlanFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!busy) onSubmit();
  };
  return (
    <Dialog open onClose={onClose} title={title}>
      <form className="plan-f" onSubmit={submit} noValidate>
        {children}
        {wrong && <Banner kind="error" fact={wrong} />}
        <p className="row dlg-acts">
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button type="submit" kind={danger ? "danger" : "primary"} busy={busy}>
            {verb}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
