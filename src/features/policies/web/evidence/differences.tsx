import { useFormat } from "../../../../web/ui/format.ts";
import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { Table } from "../../../../web/ui/table.tsx";
import { armName } from "./arms-chart.tsx";
import {
  amountWords,
  differenceWords,
  type Evidence,
  e,
  figureWords,
  type Outcome,
  rangeWords,
  wordOf,
} from "./evidence-words.ts";

/** Each outcome's figure with its 95 % range, drawn to one scale: a step is what would matter, to the right is better. */
export function Differences({ evidence }: { evidence: Evidence }) {
  const format = useFormat();
  const { outcomes, called, design, verdict } = evidence;
  const title = verdict === "too-early" ? e.differences : e.differencesDue;
  const sizes = format.list(
    outcomes.map((each) => amountWords(each.sizeThatMatters, each, each.sizeThatMatters, format)),
  );
  return (
    <section aria-labelledby="differences">
      <SectionHead id="differences" title={title({ called })} aside={design && e[design]()} />
      <Table
        kind="ev-t num"
        heads={[
          e.outcome(),
          capital(armName("covered", design)),
          capital(armName("others", design)),
          e.difference(),
          <span key="scale" className="ev-scale">
            <span>{e.worse()}</span>
            <span>{e.noDifference()}</span>
            <span>{e.better()}</span>
          </span>,
          e.reads(),
        ]}
      >
        {outcomes.map((outcome) => (
          <Row key={outcome.id} outcome={outcome} />
        ))}
      </Table>
      <p className="meta">{e.line({ sizes })}</p>
    </section>
  );
}

function Row({ outcome }: { outcome: Outcome }) {
  const format = useFormat();
  const { name, estimate, sizeThatMatters: size, covered, others } = outcome;
  return (
    <tr>
      <th scope="row" dir="auto">
        {name}
      </th>
      <td>{levelWords(outcome, covered, format)}</td>
      <td>{levelWords(outcome, others, format)}</td>
      <td>
        <b>{estimate ? differenceWords(estimate.difference, outcome, size, format) : e.none()}</b>
      </td>
      <td>{estimate && <RangePlot outcome={outcome} estimate={estimate} />}</td>
      <td>{wordOf(outcome)}</td>
    </tr>
  );
}

/** "5.3 → 4.2 days"; of a pulse what it told last. */
function levelWords(
  outcome: Outcome,
  { before, after }: Outcome["covered"],
  format: ReturnType<typeof useFormat>,
): string {
  const say = (value: number | null) => figureWords(value, outcome, outcome.sizeThatMatters, format);
  if (after === null) return before === null ? e.none() : say(before);
  return before === null ? say(after) : e.fromTo({ before: say(before), after: say(after) });
}

const plot = { width: 220, height: 26, pad: 8 };

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
