import { Field, Select } from "../../../web/ui/field.tsx";
import type { ParentLink } from "./asking.ts";
import { FigureField } from "./figure-field.tsx";
import { m } from "./form-words.ts";
import { mayCount } from "./may-count.ts";

type Mode = ParentLink["mode"];

interface LinkFieldsProps {
  /** What it leads to; null while nothing is chosen. */
  kind: ParentLink["parent"]["kind"] | null;
  isPrivate: boolean;
  mode: Mode;
  onMode: (mode: Mode) => void;
  /** As it was typed. */
  weight: string;
  onWeight: (typed: string) => void;
  wrong: (field: string) => string | undefined;
}

/** Whether and how much a link counts. */
export function LinkFields({ kind, isPrivate, mode, onMode, weight, onWeight, wrong }: LinkFieldsProps) {
  const may = mayCount({ kind, isPrivate });
  const counts = may && mode === "contributes";
  return (
    <>
      <Field label={m.mode()} hint={hint(kind, isPrivate)} error={wrong("mode")}>
        <Select value={counts ? "contributes" : "supports"} onChange={({ target }) => onMode(target.value as Mode)}>
          <option value="supports">{m.supports()}</option>
          {may && <option value="contributes">{m.contributes()}</option>}
        </Select>
      </Field>
      {counts && (
        <FigureField
          label={m.weightField()}
          hint={m.weightHint()}
          value={weight}
          onChange={onWeight}
          error={wrong("weight")}
        />
      )}
    </>
  );
}

function hint(kind: LinkFieldsProps["kind"], isPrivate: boolean): string | undefined {
  if (isPrivate) return m.privateSupports();
  if (kind === "imperative") return m.imperativeSupports();
  return kind === "key-result" ? m.keyResultCounts() : undefined;
}
