import { useFormat } from "../../../../web/ui/format.ts";
import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { StatusGlyph } from "../../../../web/ui/status.tsx";
import { type Evidence, e, figureWords, type Guardrail, limitWords } from "./evidence-words.ts";

/** Each guardrail with its limit and where the covered stand; the shape says how, the colour only repeats it. */
export function Guardrails({ evidence: { guardrails } }: { evidence: Evidence }) {
  const format = useFormat();
  return (
    <section aria-labelledby="rails">
      <SectionHead id="rails" title={e.guardrails()} />
      {guardrails.length === 0 && <p className="small">{e.noGuardrails()}</p>}
      <ul className="ev-rails num">
        {guardrails.map((guardrail) => {
          const { id, name, safe, limit, margin, level, word } = guardrail;
          const said = limitWords(limit, guardrail, format);
          return (
            <li key={id}>
              <span className="ev-g-n" dir="auto">
                {name}
              </span>
              <span className={`status st-${glyphs[word]}`}>
                <StatusGlyph status={glyphs[word]} />
                {e[`rail-${word}`]()}
              </span>
              <small>{safe === "at-least" ? e.atLeast({ limit: said }) : e.atMost({ limit: said })}</small>
              <b>{level ? figureWords(level.value, guardrail, margin, format) : ""}</b>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const glyphs: Record<Guardrail["word"], "off-track" | "at-risk" | "on-track" | "not-started"> = {
  broken: "off-track",
  "beyond-limit": "at-risk",
  "no-harm": "on-track",
  holding: "on-track",
  "no-data": "not-started",
};
