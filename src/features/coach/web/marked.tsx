import type { Advice, Span } from "../answer.ts";
import type { CoachLook } from "./look.ts";
import "./marked.css";

/** A text with the words that decided underlined; from the last one a line runs on to the note at the margin. */
export function Marked({ text, advice, look }: { text: string; advice: Advice | undefined; look: CoachLook }) {
  if (!advice || look === "good" || look === "kept") return text;
  return <span className={`marks is-${look}`}>{cut(text, advice.spans)}</span>;
}

function cut(text: string, spans: readonly Span[]) {
  const whole = spans.filter(({ from, to }) => from < to && to <= text.length);
  const ends = [0, ...whole.map(({ to }) => to)];
  return [
    ...whole.flatMap(({ from, to }, at) => [
      text.slice(ends[at], from),
      <mark key={from} className={at === whole.length - 1 ? "reach" : undefined}>
        {text.slice(from, to)}
      </mark>,
    ]),
    text.slice(ends.at(-1)),
  ];
}
