import { type ReactNode, useEffect, useId, useRef } from "react";
import "./dialog.css";

interface DialogProps {
  open: boolean;
  /** Esc, a press outside, or an act inside. */
  onClose: () => void;
  /** A question, in serif: "Drop “More clinics know our name”?" */
  title: ReactNode;
  /** What stops and what stays; fields. Focus goes to the first field, else to the first act. */
  children: ReactNode;
  /** Cancel first, then the verb. */
  acts?: ReactNode;
}

/** Only when something would be lost or shown to others. The page behind is inert; closing gives the focus back. */
export function Dialog({ open, onClose, title, children, acts }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useOpen(dialog, open);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it too
    <dialog
      ref={dialog}
      className="dlg"
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      {open && (
        <div className="dlg-in">
          <h2 id={heading}>{title}</h2>
          {children}
          {acts && <div className="row">{acts}</div>}
        </div>
      )}
    </dialog>
  );
}

/** Opens and closes a native dialog as `open` says, and gives the focus back to what had it. */
export function useOpen(dialog: React.RefObject<HTMLDialogElement | null>, open: boolean): void {
  useEffect(() => {
    const element = dialog.current;
    if (!open || !element) return;
    const opener = document.activeElement;
    element.showModal();
    const stop = whenFilled(element, (first) => document.activeElement === element && first.focus());
    return () => {
      stop();
      element.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [dialog, open]);
}

const fields = "input, select, textarea, button";

/** Calls once with the first thing to act on: what a dialog waits for comes after the browser chose where the focus is. */
function whenFilled(dialog: HTMLDialogElement, tell: (first: HTMLElement) => void): () => void {
  const watch = new MutationObserver(() => {
    const first = dialog.querySelector<HTMLElement>(fields);
    if (!first) return;
    watch.disconnect();
    tell(first);
  });
  watch.observe(dialog, { childList: true, subtree: true });
  return () => watch.disconnect();
}
