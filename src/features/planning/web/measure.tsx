import { type Format, useFormat } from "../../../web/ui/format.ts";
import { arrowRight } from "../../../web/ui/further-icons.ts";
import { Icon } from "../../../web/ui/icon.tsx";
import { useTaking } from "../../../web/ui/taking.ts";
import { formatFigure } from "../../okrs/web/public.tsx";
import { type KeyResult, m } from "./asking.ts";
import { Figure } from "./figure.tsx";
import { useStudio } from "./studio-context.ts";

export type Measured = Pick<KeyResult, "measure" | "unit" | "decimals">;

interface MeasureProps {
  keyResult: KeyResult;
  value: Measured;
  onValue: (value: Measured) => void;
  readOnly: boolean;
}

/** From where to where: two numbers to write for a metric; for anything else its words, which open its form. */
export function Measure({ keyResult, value, onValue, readOnly }: MeasureProps) {
  const format = useFormat();
  const { does } = useStudio();
  const { measure, unit } = value;
  const { title } = keyResult;
  if (readOnly) return <Pill words={measureWords(value, format)} empty={isEmpty(value)} />;
  if (measure.kind !== "metric")
    return (
      <button
        type="button"
        className="pill num"
        aria-label={m.measureIs({ words: measureWords(value, format), title })}
        onClick={() => does({ what: "measure", keyResultId: keyResult.id })}
      >
        {measureWords(value, format)}
      </button>
    );
  const change = (figures: Partial<typeof measure>, its: string | null) => {
    const next = { ...measure, ...figures };
    onValue({ measure: next, unit: unit || its || "", decimals: digitsIn(next.start, next.target) });
  };
  return (
    <span className={isEmpty(value) ? "pill num is-empty" : "pill num"}>
      <Figure
        label={m.startOf({ title })}
        placeholder={m.fromUnknown()}
        value={measure.start}
        onValue={(start, its) => change({ start }, its)}
      />
      <Icon of={arrowRight} size={12} />
      <Figure
        label={m.targetOf({ title })}
        placeholder={m.toUnknown()}
        value={measure.target}
        onValue={(target, its) => change({ target }, its)}
      />
      <Unit title={title} unit={unit} onUnit={(its) => onValue({ ...value, unit: its })} />
    </span>
  );
}

/** What the numbers count; written beside them. */
function Unit({ title, unit, onUnit }: { title: string; unit: string; onUnit: (unit: string) => void }) {
  const { refused, taking } = useTaking();
  return (
    <>
      <input
        key={unit}
        className="fig is-unit"
        dir="auto"
        maxLength={30}
        {...taking}
        size={Math.max(unit === "" ? 4 : 1, unit.length)}
        aria-label={m.unitOf({ title })}
        aria-invalid={refused ? true : undefined}
        placeholder={m.unit()}
        defaultValue={unit}
        onBlur={({ target }) => target.value.trim() !== unit && onUnit(target.value.trim())}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.metaKey || event.ctrlKey) return;
          event.preventDefault();
          event.currentTarget.blur();
          event.currentTarget.closest<HTMLElement>("[data-line]")?.focus();
        }}
      />
      {refused && (
        <span className="plan-bad" role="status">
          {refused}
        </span>
      )}
    </>
  );
}

function Pill({ words, empty }: { words: string; empty: boolean }) {
  return <span className={empty ? "pill num is-empty" : "pill num"}>{words}</span>;
}

/** "44 → 60%", "at or above 99.9%", "5 steps"; "from ? → to ?" where figures are missing. */
export function measureWords({ measure, unit, decimals }: Measured, format: Format): string {
  const write = (value: string | null, missing: string) =>
    value === null
      ? missing
      : formatFigure(value, { unit, decimals: Math.max(decimals, digitsIn(value)), locale: format.locale });
  switch (measure.kind) {
    case "metric":
      return `${write(measure.start, m.fromUnknown())} → ${write(measure.target, m.toUnknown())}`;
    case "threshold":
      return m[`is-${measure.operator}`]({ target: write(measure.target, "") });
    case "range":
      return m.range({ low: write(measure.low, ""), high: write(measure.high, "") });
    case "milestones":
      return m.steps({ count: measure.milestones.length });
    case "score-table":
      return m.steps({ count: measure.steps.length });
    default:
      return m[measure.kind]();
  }
}

function isEmpty({ measure }: Measured): boolean {
  return measure.kind === "metric" && (measure.start === null || measure.target === null);
}

/** Most digits behind the point, at most 6. */
export function digitsIn(...figures: readonly (string | null)[]): number {
  return Math.min(6, Math.max(0, ...figures.map((figure) => figure?.split(".")[1]?.length ?? 0)));
}
