import { useId, useRef } from "react";
import catalogue from "./confidence.messages.json";
import { messages } from "./messages.ts";
import "./confidence.css";

const m = messages(catalogue);
const marks = Array.from({ length: 11 }, (_, mark) => mark);

interface ConfidenceProps {
  /** 0 (no chance) to 10 (certain); null when not said. */
  value: number | null;
  onChange: (value: number) => void;
  /** A dot stands under what was said last time. */
  last?: number | null;
  name?: string;
}

/** How sure a person is to reach the target. While it has the focus, 0–9 and X (10) choose at once. */
export function Confidence({ value, onChange, last = null, name }: ConfidenceProps) {
  const own = useId();
  const row = useRef<HTMLDivElement>(null);
  const choose = (mark: number) => {
    onChange(mark);
    row.current?.querySelectorAll("input")[mark]?.focus();
  };
  return (
    <fieldset className="conf">
      <legend className="label">{m.legend()}</legend>
      {/** biome-ignore lint/a11y/noStaticElementInteractions: the keys are a shorter way to the radios inside */}
      <div
        className="conf-r"
        ref={row}
        onKeyDown={(event) => {
          const mark = event.ctrlKey || event.metaKey || event.altKey ? undefined : markOf(event.key);
          if (mark === undefined) return;
          event.preventDefault();
          choose(mark);
        }}
      >
        {marks.map((mark) => (
          <label key={mark} className={mark === last ? "was" : undefined}>
            <input
              type="radio"
              name={name ?? own}
              value={mark}
              checked={mark === value}
              onChange={() => onChange(mark)}
              aria-label={mark === last ? m.last({ mark }) : undefined}
            />
            <span>{mark}</span>
          </label>
        ))}
      </div>
      <p className="conf-l meta" aria-hidden="true">
        <span>{m.least()}</span>
        <span>{m.middle()}</span>
        <span>{m.most()}</span>
      </p>
    </fieldset>
  );
}

function markOf(key: string): number | undefined {
  if (/^[0-9]$/.test(key)) return Number(key);
  return key.toLowerCase() === "x" ? 10 : undefined;
}
