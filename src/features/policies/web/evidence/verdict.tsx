import { Asked } from "../../../../web/asked.tsx";
import { useFormat } from "../../../../web/ui/format.ts";
import { type Evidence, e, headlineWords, sentenceWords } from "./evidence-words.ts";
import { useEvidence } from "./use-evidence.ts";
import "./evidence.css";

/** The verdict of a sealed policy in a sentence, before any chart; why there is none yet. */
export default function EvidenceVerdict({ id }: { id: string }) {
  const asked = useEvidence(id);
  return (
    <Asked of={asked} what={e.evidence()} rows={3}>
      {(evidence) => (evidence.state === "draft" ? null : <Verdict evidence={evidence} />)}
    </Asked>
  );
}

function Verdict({ evidence }: { evidence: Evidence }) {
  const format = useFormat();
  const { state, startsOn, weeks, outcomes } = evidence;
  if (state !== "assessed") {
    return (
      <section className="ev-verdict is-early" aria-labelledby="verdict">
        <h2 id="verdict">{e.evidence()}</h2>
        <p>{e[state]({ day: startsOn ? format.date(startsOn) : "" })}</p>
      </section>
    );
  }
  return (
    <section className="ev-verdict" aria-labelledby="verdict">
      <div>
        <h2 id="verdict">{headlineWords(evidence)}</h2>
        <Weeks {...weeks} />
        <p dir="auto">
          {sentenceWords(evidence, format)} <Rails evidence={evidence} />
        </p>
      </div>
      <Numbers outcomes={outcomes} evidence={evidence} />
    </section>
  );
}

/** How much of the time until the decision is over. */
function Weeks({ over, planned }: Evidence["weeks"]) {
  if (planned < 1 || planned > 60) return null;
  return (
    <span className="weeks" role="img" aria-label={e.weekOf({ over, planned })}>
      {Array.from({ length: planned }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a week is its number
        <i key={at} className={at + 1 < over ? "past" : at + 1 === over ? "now" : undefined} />
      ))}
    </span>
  );
}

function Rails({ evidence: { broken, beyondLimit, guardrails } }: { evidence: Evidence }) {
  const nameOf = (id: string) => guardrails.find((each) => each.id === id)?.name ?? "";
  const said = [
    ...broken.map((id) => e.isBroken({ name: nameOf(id) })),
    ...beyondLimit.map((id) => e.isBeyond({ name: nameOf(id) })),
  ];
  return said.join(" ");
}

/** How many teams stand behind the figures, and when they were found. */
function Numbers({ outcomes, evidence: { assessed, design } }: Pick<Evidence, "outcomes"> & { evidence: Evidence }) {
  const format = useFormat();
  const most = (arm: "covered" | "others") => Math.max(0, ...outcomes.map(({ teams }) => teams[arm].length));
  const [covered, others] = [most("covered"), most("others")];
  const inTurn = design === "randomised-on-and-off";
  return (
    <dl className="num">
      {covered > 0 && (
        <div>
          <dt>{inTurn ? e.both() : e.coveredTeams()}</dt>
          <dd>
            {format.number(covered)} <small>{e.teams({ count: covered })}</small>
          </dd>
        </div>
      )}
      {others > 0 && !inTurn && (
        <div>
          <dt>{e.otherTeams()}</dt>
          <dd>
            {format.number(others)} <small>{e.teams({ count: others })}</small>
          </dd>
        </div>
      )}
      {assessed && (
        <div>
          <dt>{e.lastLook()}</dt>
          <dd>{format.age(assessed.at)}</dd>
        </div>
      )}
    </dl>
  );
}
