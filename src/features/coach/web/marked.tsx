import type { Advice, Span } from "../answer.ts";
import type { CoachLook } from "./look.ts";
import "./marked.css";

/** A text with the words that decided underlined; from the last one a line runs on to the note at the margin. */
export function Marked({ text, advice, look }: { text: string; advice: Advice | undefined; look: CoachLook }) {
  if (!advice || look === "good" || look === "kept") return text;
  return <span className={`marks is-${look}`}>{cut(text, advice.spans)}</span>;
}

function cut(text: string, spans: readonly Span[]) {
  const leads = runsWithThePage(text);
  const whole = spans.filter(({ from, to }) => from < to && to <= text.length);
  const ends = [0, ...whole.map(({ to }) => to)];
  return [
    ...whole.flatMap(({ from, to }, at) => [
      text.slice(ends[at], from),
      <mark key={from} className={leads && at === whole.length - 1 ? "reach" : undefined}>
        {text.slice(from, to)}
      </mark>,
    ]),
    text.slice(ends.at(-1)),
  ];
}

/** Words that run against the page end away from the margin: no line leads there. By the first letter, as dir="auto". */
function runsWithThePage(text: string): boolean {
  const [letter = ""] = text.match(/\p{L}/u) ?? [];
  const isRtl = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(letter);
  return isRtl === (document.documentElement.dir === "rtl");
}
