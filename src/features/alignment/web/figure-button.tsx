import { type ReactNode, useId } from "react";

interface OpeningProps {
  open: boolean;
  onToggle: () => void;
  /** The id of what it opens. */
  opens: string;
  children: ReactNode;
}

/** A figure in a sentence or a cell that opens to what it is made of, in the flow. */
export function FigureButton({ open, onToggle, opens, children }: OpeningProps) {
  return (
    <button
      type="button"
      className="fig num"
      aria-expanded={open}
      aria-controls={open ? opens : undefined}
      onClick={onToggle}
    >
      {children}
    </button>
  );
}

const mark = "\uE000";

/** A sentence with something pressable in it: `<Sentence of={(it) => m.answer({ figure: it })}>…</Sentence>`. */
export function Sentence({ of, children }: { of: (mark: string) => string; children: ReactNode }) {
  const [before, after] = of(mark).split(mark);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}

/** A bar beside its figure. */
export function Meter({ share }: { share: number }) {
  const id = useId();
  return (
    <svg className="al-meter" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" id={id}>
      <rect className="al-m-r" width="100" height="4" rx="1.5" />
      <rect className="al-m-v" width={Math.max(0, Math.min(100, share * 100))} height="4" rx="1.5" />
    </svg>
  );
}
