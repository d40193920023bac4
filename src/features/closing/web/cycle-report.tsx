import type { OutputOf } from "../../../web/api.ts";
import { useAsk } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { type Format, useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { Table } from "../../../web/ui/table.tsx";
import { OutcomesInWords } from "../../okrs/web/public.tsx";
import catalogue from "./report.messages.json";
import { endWords, reachWords, scoreWords } from "./words.ts";
import "./closing.css";

const m = messages(catalogue);

type Report = OutputOf<"closing.report.get">;
type Group = Report["groups"][number];
type Reported = Group["objectives"][number];
type Confidence = NonNullable<Report["confidence"]["everyone"]>;

/** What a cycle reached, on a page that prints well. */
export function CycleReport({ id, missing }: { id: string; missing: React.ReactNode }) {
  const asked = useAsk("closing.report.get", { id }, { live: ["cycle"] });
  if (asked.error?.leadsNowhere) return missing;
  return (
    <Asked of={asked} what={m.report()} rows={8} head={<PageHead title={m.report()} />}>
      {(report) => <Whole report={report} />}
    </Asked>
  );
}

function Whole({ report }: { report: Report }) {
  const format = useFormat();
  const { cycle, totals, groups, madeAt } = report;
  return (
    <div className="report">
      <PageHead
        title={m.title({ cycle: cycle.name })}
        sub={m.dates({ from: format.fullDate(cycle.startsOn), to: format.fullDate(cycle.endsOn) })}
        acts={
          <>
            <ButtonLink href={`/closing?cycle=${cycle.id}`}>{m.closing()}</ButtonLink>
            <Button onClick={() => print()}>{m.print()}</Button>
          </>
        }
      />
      <div className="stack">
        {cycle.state !== "closed" && <p className="small">{m.soFar()}</p>}
        {totals.objectives === 0 ? (
          <p>{m.empty()}</p>
        ) : (
          <p className="rep-verdict">{m.verdict({ ...totals, all: totals.objectives })}</p>
        )}
        {totals.objectives > 0 && <Bands totals={totals} />}
        {groups.map((group) => (
          <OfTeam key={group.team?.id ?? ""} group={group} />
        ))}
        <Beside cycleId={cycle.id} />
        <Told confidence={report.confidence} />
        <p className="meta rep-foot">{m.foot({ when: format.moment(madeAt), cycle: cycle.name })}</p>
      </div>
    </div>
  );
}

function Bands({ totals }: Pick<Report, "totals">) {
  const { high, middle, low, validated, invalidated, notYetObservable, ungraded } = totals;
  const all = [
    [m.high(), high],
    [m.middle(), middle],
    [m.low(), low],
    [m.learning(), validated + invalidated],
    [m.notYet(), notYetObservable],
    [m.ungraded(), ungraded],
  ] as const;
  return (
    <section aria-labelledby="bands">
      <SectionHead id="bands" title={m.bands()} />
      <dl className="rep-bands">
        {all
          .filter(([, count], at) => at < 3 || count > 0)
          .map(([word, count]) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd className="num">{count}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

/** What stands beside the scores: how many key results were outcomes, and how well the work served the imperatives. */
function Beside({ cycleId }: { cycleId: string }) {
  const shares = useAsk("okrs.outcomes.shares", { cycleId });
  const alignment = useAsk("alignment.alignment.get", { cycleId, limit: 1 });
  return (
    <section aria-labelledby="beside">
      <SectionHead id="beside" title={m.beside()} />
      <Asked of={shares} what={m.beside()} rows={1}>
        {({ items }) => <p>{items.length === 0 ? m.noOutcomes() : <OutcomesInWords shares={items} />}</p>}
      </Asked>
      <Asked of={alignment} what={m.beside()} rows={1}>
        {({ index, parts }) => (
          <>
            <p>{index === null ? m.noIndex() : m.index({ index: Math.round(Number(index)) })}</p>
            {index !== null && (
              <p className="small">
                {parts
                  .map(({ part, value }) =>
                    value === null
                      ? m.partLeftOut({ part: m[part]() })
                      : m.part({ part: m[part](), value: Math.round(Number(value)) }),
                  )
                  .join(", ")}
              </p>
            )}
          </>
        )}
      </Asked>
    </section>
  );
}

function OfTeam({ group: { team, objectives } }: { group: Group }) {
  return (
    <section>
      <SectionHead title={<span dir="auto">{team?.name ?? m.company()}</span>} />
      <Table kind="rep-t" heads={[m.objective(), m.score(), m.band(), m.expected()]}>
        {objectives.map((objective) => (
          <ObjectiveRows key={objective.id} objective={objective} />
        ))}
      </Table>
    </section>
  );
}

function ObjectiveRows({ objective }: { objective: Reported }) {
  const format = useFormat();
  const { title, score, band, outcome, commitment, note, learned, keyResults, amended, suggested } = objective;
  return (
    <>
      <tr className="rep-o">
        <th scope="row" dir="auto">
          {title}
          {learned && (
            <p className="small" dir="auto">
              <span className="meta">{m.learned()}</span> {learned}
            </p>
          )}
          {note && (
            <p className="small" dir="auto">
              {note}
            </p>
          )}
        </th>
        <td className="num">
          {scoreWords(score, format)}
          <Overruled score={score} suggested={suggested} />
          {amended && <span className="meta"> {m.amended()}</span>}
        </td>
        <td>{outcome ? m[outcome]() : band ? m[`band${band}`]() : m.noGrade()}</td>
        <td>{commitment === "learning" ? m.learningWord() : m[commitment]()}</td>
      </tr>
      {keyResults.map((keyResult) => (
        <tr key={keyResult.id} className="rep-kr">
          <th scope="row" dir="auto">
            {keyResult.title} <span className="meta">{howItEnded(keyResult, format)}</span>
            {keyResult.note && (
              <p className="small" dir="auto">
                {keyResult.note}
              </p>
            )}
          </th>
          <td className="num">
            {scoreWords(keyResult.score, format)}
            <Overruled score={keyResult.score} suggested={keyResult.suggested} />
          </td>
          <td>
            {keyResult.notYetObservable ? m.notYet() : keyResult.band ? m[`band${keyResult.band}`]() : m.noGrade()}
          </td>
          <td>{keyResult.amended && m.amended()}</td>
        </tr>
      ))}
    </>
  );
}

/** The suggested score, where somebody gave another. */
function Overruled({ score, suggested }: { score: string | null; suggested: string | null }) {
  const format = useFormat();
  if (score === null || suggested === null || score === suggested) return null;
  return <span className="meta"> {m.suggested({ score: scoreWords(suggested, format) })}</span>;
}

function howItEnded(keyResult: Reported["keyResults"][number], format: Format): string {
  const { before } = keyResult;
  const value = endWords(keyResult, format);
  if (keyResult.measure.kind === "baseline") return value === null ? m.notFound() : m.found({ value });
  const target = reachWords(keyResult, format);
  const ended = value === null ? m.endedNowhere({ target }) : m.ended({ value, target });
  if (before.length === 0) return ended;
  return `${ended}; ${m.earlier({ scores: format.list(before.map((score) => scoreWords(score, format))) })}`;
}

function Told({ confidence }: Pick<Report, "confidence">) {
  const { everyone, teams, teamsLeftOut } = confidence;
  return (
    <section aria-labelledby="confidence">
      <SectionHead id="confidence" title={m.confidence()} />
      <p className="small">{m.confidenceWords()}</p>
      {everyone ? <ConfidenceOf name={m.everyone()} of={everyone} /> : <p className="small">{m.tooFewPeople()}</p>}
      {teams.map(({ team, confidence: of }) => (
        <ConfidenceOf key={team.id} name={team.name} of={of} />
      ))}
      {teamsLeftOut > 0 && <p className="small">{m.leftOut({ count: teamsLeftOut })}</p>}
    </section>
  );
}

function ConfidenceOf({ name, of }: { name: string; of: Confidence }) {
  const format = useFormat();
  return (
    <div className="rep-c">
      <h3 dir="auto">{name}</h3>
      <p className="small">{hopeWords(of, format)}</p>
      <Table kind="rep-ct" heads={[m.said(), m.checkIns(), m.reached()]}>
        {of.rows.map(({ confidence, said, share }) => (
          <tr key={confidence}>
            <th scope="row" className="num">
              {confidence}
            </th>
            <td className="num">{said}</td>
            <td className="num">{share === null ? m.tooFew() : format.percent(Number(share))}</td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

function hopeWords({ tooHopefulBy, brier }: Confidence, format: Format): string {
  if (tooHopefulBy === null || brier === null) return m.tooFew();
  const points = Math.round(Number(tooHopefulBy) * 100);
  const hope = points === 0 ? m.right() : points > 0 ? m.hopeful({ points }) : m.careful({ points: -points });
  return `${hope} ${m.brier({ score: format.number(Number(brier), { maximumFractionDigits: 2 }) })}`;
}
