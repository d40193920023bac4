import { useId } from "react";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./engagement.messages.json";
import "./engagement.css";

const m = messages(catalogue);
const steps = [1, 2, 3, 4, 5] as const;
const words = [m.step1, m.step2, m.step3, m.step4, m.step5];

interface ScaleProps {
  question: string;
  value: number | null;
  onChange: (answer: number) => void;
  /** After a key answered: the next question, or the button. */
  onKeyed: (from: HTMLElement) => void;
}

/** One question, from strongly disagree to strongly agree. While it has the focus, 1–5 answer and go on. */
export function AnswerScale({ question, value, onChange, onKeyed }: ScaleProps) {
  const name = useId();
  return (
    <fieldset className="pq">
      <legend>{question}</legend>
      {/** biome-ignore lint/a11y/noStaticElementInteractions: the keys are a shorter way to the radios inside */}
      <div
        className="pq-r"
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-5]$/.test(event.key)) return;
          event.preventDefault();
          onChange(Number(event.key));
          onKeyed(event.currentTarget);
        }}
      >
        {steps.map((step) => (
          <label key={step}>
            <input
              type="radio"
              name={name}
              value={step}
              checked={step === value}
              onChange={() => onChange(step)}
              aria-label={m.step({ n: step, words: words[step - 1]?.() ?? "" })}
            />
            <span>{step}</span>
          </label>
        ))}
      </div>
      <p className="pq-l meta" aria-hidden="true">
        <span>{m.step1()}</span>
        <b>{value === null || value === 1 || value === 5 ? "" : words[value - 1]?.()}</b>
        <span>{m.step5()}</span>
      </p>
    </fieldset>
  );
}
