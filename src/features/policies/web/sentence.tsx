import { messages } from "../../../web/ui/messages.ts";
import { type Believed, sentenceOf } from "./hypothesis-sentence.ts";
import catalogue from "./sentence.messages.json";
import { useSentenceWords } from "./words.ts";
import "./sentence.css";

const m = messages(catalogue);
const looks = { text: undefined, rule: "pol-rule", outcome: "pol-out", guardrail: "pol-grd" };

/** The hypothesis in serif: rule and scope, outcomes and guardrails each underlined in their own way. */
export function Sentence({ of: believed }: { of: Believed }) {
  const words = useSentenceWords();
  return (
    <p className="pol-hypo" dir="auto">
      {sentenceOf(believed, words).map(({ kind, text, open }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence, drawn anew with it
        <span key={at} className={[looks[kind], open && "is-open"].filter(Boolean).join(" ") || undefined}>
          {text}
        </span>
      ))}
    </p>
  );
}

/** What the lines below the words mean. */
export function SentenceLegend() {
  return (
    <>
      <span>
        <i aria-hidden="true" className="pol-rule" />
        {m.legendRule()}
      </span>
      <span>
        <i aria-hidden="true" className="pol-out" />
        {m.legendOutcome()}
      </span>
      <span>
        <i aria-hidden="true" className="pol-grd" />
        {m.legendGuardrail()}
      </span>
    </>
  );
}
