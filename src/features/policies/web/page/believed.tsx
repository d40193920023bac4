import { Link } from "wouter";
import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { Sentence, SentenceLegend } from "../sentence.tsx";
import { amountWords, type Measure, type Policy, useSentenceWords, w } from "../words.ts";
import { m } from "./page-words.ts";

/** The hypothesis as it was sealed, with what it is measured by and compared with. */
export function Believed({ policy }: { policy: Policy }) {
  const { sealed, amendments, why, imperatives } = policy;
  const as = sealed?.as ?? policy;
  const aside = !sealed
    ? m.notSealed()
    : amendments.length === 0
      ? m.unchanged({ name: sealed.by.name })
      : m.amendedTimes({ name: sealed.by.name, count: amendments.length });
  return (
    <>
      <section aria-labelledby="believe">
        <SectionHead id="believe" title={m.believe()} aside={aside} />
        <Sentence of={as} />
        <p className="pol-k">
          <SentenceLegend />
        </p>
        {why && (
          <p className="pol-w" dir="auto">
            {why}
          </p>
        )}
        {imperatives.length > 0 && (
          <p className="small" dir="auto">
            {m.serves()} {imperatives.map(({ statement }) => `“${statement}”`).join(", ")}
          </p>
        )}
      </section>
      <Measured policy={policy} />
      <Compared policy={policy} />
    </>
  );
}

function Measured({ policy: { outcomes, guardrails } }: { policy: Policy }) {
  const { format } = useSentenceWords();
  if (outcomes.length + guardrails.length === 0) return null;
  return (
    <section aria-labelledby="measured">
      <SectionHead id="measured" title={m.measured()} />
      <ul className="pol-ms">
        {outcomes.map(({ id, name, measure, wanted, sizeThatMatters }) => (
          <li key={id}>
            <span className="pol-out" dir="auto">
              {name}
            </span>
            <span>
              {(wanted === "up" ? m.wantedUp : m.wantedDown)({ size: amountWords(measure, sizeThatMatters, format) })}
            </span>
            <Source measure={measure} />
          </li>
        ))}
        {guardrails.map(({ id, name, measure, safe, limit, margin }) => (
          <li key={id}>
            <span className="pol-grd" dir="auto">
              {name}
            </span>
            <span>
              {m[`safe-${safe}`]({
                limit: format.decimal(limit),
                margin: amountWords(measure, margin, format),
              })}
            </span>
            <Source measure={measure} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What it is read from; key results and health metrics lead to their objectives. */
function Source({ measure: { kind, subjects, question, reads } }: { measure: Measure }) {
  if (question) return <small dir="auto">“{w[question]()}”</small>;
  if (reads) return <small>{w[reads]()}</small>;
  return (
    <small>
      {subjects.map(({ id, objectiveId, title, team }, at) => (
        <span key={id}>
          {at > 0 && ", "}
          <Link className="link" href={`/objectives/${objectiveId}`} dir="auto">
            {team?.name ?? (title || kind)}
          </Link>
        </span>
      ))}
    </small>
  );
}

function Compared({ policy: { comparison, sealed } }: { policy: Policy }) {
  const { format } = useSentenceWords();
  if (!comparison) return null;
  const lot = sealed?.lot;
  const arms = (["covered", "others", "both"] as const).flatMap((arm) => {
    const teams = (lot?.teams ?? []).filter((each) => each.arm === arm);
    return teams.length > 0 ? [{ arm, names: format.list(teams.map(({ name }) => name)) }] : [];
  });
  return (
    <section aria-labelledby="compared">
      <SectionHead id="compared" title={m.comparedHow()} aside={w[comparison.kind]()} />
      <dl className="pol-lot">
        {arms.map(({ arm, names }) => (
          <div key={arm}>
            <dt>{m[`arm-${arm}`]()}</dt>
            <dd dir="auto">{names}</dd>
          </div>
        ))}
        {lot?.seed && (
          <div>
            <dt>{m.seed()}</dt>
            <dd>
              <code>{lot.seed}</code> <small>{m.lotWords()}</small>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
