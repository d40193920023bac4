import { type ReactNode, useState } from "react";
import { Field, Input } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { onceReleased } from "../../../web/ui/pressing.ts";
import { readFigure } from "../figures.ts";
import { m, sentence } from "./form-words.ts";

interface FigureFieldProps {
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  /** As it was typed. */
  value: string;
  onChange: (typed: string) => void;
  /** The unit that was typed beside the number, once the field is left. */
  onUnit?: (unit: string) => void;
  error?: string | undefined;
}

/** A number as people write it. Says what was understood where that is not what was typed, and why not once it is left. */
export function FigureField({ label, hint, optional, value, onChange, onUnit, error }: FigureFieldProps) {
  const { locale } = useFormat();
  const [left, leave] = useState(false);
  const reading = value.trim() === "" ? null : readFigure(value, locale);
  const own = left && reading && !reading.ok ? sentence(reading) : undefined;
  const understood = reading?.ok && reading.value !== value.trim() ? m.reading({ value: reading.value }) : null;
  return (
    <Field
      label={label}
      optional={optional ?? false}
      error={error ?? own}
      hint={understood ? <b className="num">{understood}</b> : hint}
    >
      <Input
        inputMode="decimal"
        autoComplete="off"
        dir="ltr"
        value={value}
        onChange={({ target }) => {
          leave(false);
          onChange(target.value);
        }}
        onBlur={() => {
          onceReleased(() => leave(true));
          if (reading?.ok && reading.unit) onUnit?.(reading.unit);
        }}
      />
    </Field>
  );
}
