import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import catalogue from "./confirm.messages.json";
import { Dialog } from "./dialog.tsx";
import { messages } from "./messages.ts";

const m = messages(catalogue);

interface ConfirmProps {
  open: boolean;
  onClose: () => void;
  /** The question. */
  title: ReactNode;
  /** What stops and what stays. */
  children: ReactNode;
  /** What the losing button says: "Withdraw the invitation". */
  verb: string;
  onConfirm: () => void;
  busy?: boolean;
}

/** Asks before something is lost that nothing brings back. */
export function Confirm({ open, onClose, title, children, verb, onConfirm, busy = false }: ConfirmProps) {
  const acts = (
    <>
      <Button onClick={onClose}>{m.cancel()}</Button>
      <Button kind="danger" busy={busy} onClick={onConfirm}>
        {verb}
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={onClose} title={title} acts={acts}>
      {children}
    </Dialog>
  );
}
