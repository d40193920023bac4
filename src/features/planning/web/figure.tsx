import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useFormat } from "../../../web/ui/format.ts";
import { useTaking } from "../../../web/ui/taking.ts";
import { readFigure } from "../../okrs/web/public.tsx";
import { m } from "./asking.ts";
import "./figures.css";

interface FigureProps {
  label: string;
  /** A decimal; null where nothing is said. */
  value: string | null;
  placeholder?: string;
  /** `unit` is what was typed beside the number, if anything was. */
  onValue: (value: string | null, unit: string | null) => void;
  /** Told while it is typed, as far as it can be read. */
  live?: boolean;
}

/** A small number in a sentence, read as people write it once it is left; what cannot be read stays and says why. */
export function Figure({ label, value, placeholder, onValue, live = false }: FigureProps) {
  const { locale } = useFormat();
  const { refused, taking } = useTaking();
  const [typed, type] = useState<string | null>(null);
  const told = useRef(value);
  useEffect(() => {
    if (value !== told.current) type(null);
    told.current = value;
  }, [value]);
  const shown = typed ?? written(value, locale);
  const reading = typed === null || typed.trim() === "" ? null : readFigure(typed, locale);
  const leave = () => {
    if (typed === null || (reading && !reading.ok)) return;
    const next = reading?.ok ? reading.value : null;
    type(null);
    if (next !== value) onValue(next, reading?.ok ? reading.unit : null);
  };
  const write = (text: string) => {
    type(text);
    if (!live) return;
    const now = text.trim() === "" ? null : readFigure(text, locale);
    if (now && !now.ok) return;
    told.current = now?.value ?? null;
    onValue(told.current, now?.unit ?? null);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Enter" || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    leave();
  };
  const wrong = reading !== null && !reading.ok;
  return (
    <>
      <input
        className="fig"
        inputMode="decimal"
        autoComplete="off"
        maxLength={80}
        {...taking}
        dir="ltr"
        size={Math.max(2, Math.min(12, (shown || placeholder || "").length))}
        aria-label={wrong ? m.notRead({ label, expected: reading.expected }) : label}
        aria-invalid={wrong || refused ? true : undefined}
        title={wrong ? `${reading.expected}. ${reading.todo}` : undefined}
        placeholder={placeholder}
        value={shown}
        onChange={({ target }) => write(target.value)}
        onBlur={leave}
        onKeyDown={press}
      />
      {(refused || wrong) && (
        <span className="plan-bad" role="status">
          {refused ?? (wrong && m.expected({ expected: reading.expected }))}
        </span>
      )}
    </>
  );
}

/** A decimal as its reader types it. */
function written(value: string | null, locale: string): string {
  if (value === null) return "";
  const plain = { useGrouping: false, maximumFractionDigits: 10, numberingSystem: "latn" } as const;
  return new Intl.NumberFormat(locale, plain).format(value as Intl.StringNumericLiteral);
}
