import { useFormat } from "../../../../web/ui/format.ts";
import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { armName } from "./arms-chart.tsx";
import {
  differenceWords,
  type Evidence,
  e,
  levelWords,
  type Outcome,
  rangeWords,
  sizeWords,
  wordOf,
} from "./evidence-words.ts";

/** Each outcome's figure with its 95 % range, drawn to one scale: a step is what would matter, to the right is better. */
export function Differences({ evidence }: { evidence: Evidence }) {
  const format = useFormat();
  const { outcomes, called, design, verdict } = evidence;
  const title = verdict === "too-early" ? e.differences : e.differencesDue;
  const sizes = format.list(outcomes.map((each) => sizeWords(each.sizeThatMatters, each, format)));
  return (
    <section aria-labelledby="differences">
      <SectionHead id="differences" title={title({ called })} aside={design && e[design]()} />
      <table className="ev-t num">
        <thead>
          <tr>
            <th scope="col">{e.outcome()}</th>
            <th scope="col">{capital(armName("covered", design))}</th>
            <th scope="col">{capital(armName("others", design))}</th>
            <th scope="col">{e.difference()}</th>
            <th scope="col">
              <span className="ev-scale">
                <span>{e.worse()}</span>
                <span className="sr">{e.noDifference()}</span>
                <span>{e.better()}</span>
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map((outcome) => (
            <Row key={outcome.id} outcome={outcome} design={design} />
          ))}
        </tbody>
      </table>
      <p className="meta">{e.line({ sizes })}</p>
    </section>
  );
}

function Row({ outcome, design }: { outcome: Outcome; design: Evidence["design"] }) {
  const format = useFormat();
  const { name, estimate, sizeThatMatters: size, covered, others } = outcome;
  return (
    <tr>
      <th scope="row">
        <span dir="auto">{name}</span>
        <small>{wordOf(outcome)}</small>
      </th>
      <td data-head={capital(armName("covered", design))}>{levelWords(outcome, covered, format)}</td>
      <td data-head={capital(armName("others", design))}>{levelWords(outcome, others, format)}</td>
      <td data-head={e.difference()}>
        <b>{estimate ? differenceWords(estimate.difference, outcome, size, format) : e.none()}</b>
      </td>
      <td>{estimate && <RangePlot outcome={outcome} estimate={estimate} />}</td>
    </tr>
  );
}

const plot = { width: 150, height: 26, pad: 8 };

function RangePlot({ outcome, estimate }: { outcome: Outcome; estimate: NonNullable<Outcome["estimate"]> }) {
  const format = useFormat();
  const { sizeThatMatters: size, wanted } = outcome;
  const side = wanted === "up" ? 1 : -1;
  const { low, high } = estimate.range95;
  /** In steps of what would matter, better to the right. */
  const ends = [low, high].map((end, at) => {
    const open = at === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    return (side * (end ?? open)) / size;
  });
  const [from, to] = side === 1 ? ends : ends.toReversed();
  const span = Math.min(6, Math.max(2, Math.ceil(Math.max(...ends.map(Math.abs).filter(Number.isFinite), 0))));
  const middle = plot.width / 2;
  const x = (steps: number) => middle + (Math.max(-span, Math.min(span, steps)) / span) * (middle - plot.pad);
  const [start, end] = [x(from ?? 0), x(to ?? 0)];
  const cap = (at: number, steps: number | undefined) => (Math.abs(steps ?? 0) <= span ? `M${at} 8v10` : "");
  const said = rangeWords(estimate.range95, outcome, size, format);
  return (
    <>
      <svg className="ev-range" width={plot.width} height={plot.height} aria-hidden="true">
        {[-1, 1].map((step) => (
          <path key={step} className="ev-r-s" d={`M${x(step)} 4V22`} />
        ))}
        <path className="ev-r-0" d={`M${middle} 0V${plot.height}`} />
        <path className="ev-r" d={`M${start} 13H${end}${cap(start, from)}${cap(end, to)}`} />
        <circle className="ev-r-d" cx={x((side * estimate.difference) / size)} cy={13} r={5} />
      </svg>
      <span className="sr">{e.likely(said)}</span>
    </>
  );
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
