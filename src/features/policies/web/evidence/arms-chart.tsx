import { useFormat } from "../../../../web/ui/format.ts";
import { type Arm, drawArms, plan } from "./draw-arms.ts";
import { type Evidence, e, figureWords, type Happening, type Outcome } from "./evidence-words.ts";
import { Scrolling, ScrollTable, useWidth } from "./scrolling.tsx";
import "./evidence.css";

/** Least width of the drawing in pixels; below it the region scrolls. */
const least = 520;
/** Room for what is written at the ends of the lines. */
const gutter = 150;

interface ArmsChartProps {
  outcome: Outcome;
  evidence: Pick<Evidence, "design" | "startsOn" | "decidesOn" | "weeks">;
  /** What happened, in the order in which it is listed: drawn by its number. */
  happenings: readonly Happening[];
}

/** Both arms week by week, before the start and since, with the decision date and what else happened; the same as a table. */
export function ArmsChart({ outcome, evidence, happenings }: ArmsChartProps) {
  const [region, width] = useWidth();
  const drawn = drawArms(
    { ...outcome, decision: evidence.weeks.planned, marked: happenings.length > 0 },
    Math.max(least, width) - gutter,
  );
  const { name } = outcome;
  return (
    <>
      <Scrolling ref={region} label={e.chartRegion({ name })}>
        <svg
          className="ev-chart"
          width={drawn.width + gutter}
          height={plan.height}
          role="img"
          aria-label={useChartWords(outcome, evidence)}
        >
          <Frame drawn={drawn} evidence={evidence} happenings={happenings} />
          <ArmLine arm={drawn.others} kind="n" />
          <ArmLine arm={drawn.covered} kind="c" />
          <Ends drawn={drawn} outcome={outcome} design={evidence.design} />
        </svg>
      </Scrolling>
      <AsTable outcome={outcome} design={evidence.design} />
    </>
  );
}

type Drawn = ReturnType<typeof drawArms>;

function Frame({ drawn, evidence, happenings }: { drawn: Drawn } & Pick<ArmsChartProps, "evidence" | "happenings">) {
  const format = useFormat();
  const { startsOn, decidesOn } = evidence;
  const { width, start, decision, ticks, x } = drawn;
  const weekOf = (day: string) => Math.floor((Date.parse(day) - Date.parse(startsOn ?? day)) / (7 * 86_400_000));
  const shown = happenings
    .map((each, at) => ({ number: at + 1, x: x(weekOf(each.on)) }))
    .filter((mark) => mark.x >= 0 && mark.x <= width);
  return (
    <>
      <path className="ev-axis" d={`M0 ${plan.bottom}H${width}`} />
      {ticks.map(({ week, x: at }) => (
        <g key={week}>
          <path className="ev-axis" d={`M${at} ${plan.bottom}v5`} />
          <text x={at} y={plan.days} textAnchor={at < 24 ? "start" : "middle"}>
            {startsOn && format.date(dayOf(startsOn, week))}
          </text>
        </g>
      ))}
      <path className="ev-start" d={`M${start} ${plan.top - 14}V${plan.bottom}`} />
      <text className="ev-t2" x={start + 6} y={plan.top - 8}>
        {startsOn && e.inForce({ day: format.date(startsOn) })}
      </text>
      <path className="ev-due" d={`M${decision} ${plan.top}V${plan.bottom}`} />
      <text x={decision - 6} y={plan.top + 8} textAnchor="end">
        {decidesOn && e.decision({ day: format.date(decidesOn) })}
      </text>
      {shown.map(({ number, x: at }) => (
        <g key={number}>
          <path className="ev-mark" d={`M${at} ${plan.bottom - 12}v12`} />
          <circle className="ev-mark" cx={at} cy={plan.bottom - 20} r={8} />
          <text className="ev-n" x={at} y={plan.bottom - 16} textAnchor="middle">
            {number}
          </text>
        </g>
      ))}
    </>
  );
}

function ArmLine({ arm: { pieces, dots, means }, kind }: { arm: Arm; kind: "c" | "n" }) {
  return (
    <>
      {means.map(({ from, to, y }) => (
        <path key={from} className={`ev-mean ${kind}`} d={`M${from} ${y}H${to}`} />
      ))}
      {pieces.map((piece) => (
        <path key={piece} className={`ev-line ${kind}`} d={piece} />
      ))}
      {dots.map(({ x, y, week, last }) =>
        kind === "c" ? (
          <circle key={week} className={last ? "ev-dot c open" : "ev-dot c"} cx={x} cy={y} r={3.2} />
        ) : (
          <rect
            key={week}
            className={last ? "ev-dot n open" : "ev-dot n"}
            x={x - 2.8}
            y={y - 2.8}
            width="5.6"
            height="5.6"
          />
        ),
      )}
    </>
  );
}

/** What each line ends with, apart from the other. */
function Ends({ drawn, outcome, design }: { drawn: Drawn; outcome: Outcome; design: Evidence["design"] }) {
  const format = useFormat();
  const of = (arm: "covered" | "others") => {
    const last = drawn[arm].dots.at(-1);
    const value = outcome.weeks.findLast((week) => week[arm] !== null)?.[arm] ?? null;
    return last ? [{ arm, x: last.x, y: last.y, value }] : [];
  };
  const ends = [...of("others"), ...of("covered")].sort((one, other) => one.y - other.y);
  const [upper, lower] = ends;
  const overlap = upper && lower ? Math.max(0, 18 - (lower.y - upper.y)) / 2 : 0;
  return ends.map(({ arm, x, y, value }) => (
    <text key={arm} x={Math.max(x, drawn.decision) + 12} y={y + 4 + (arm === upper?.arm ? -overlap : overlap)}>
      <tspan className={arm === "covered" ? "ev-v c" : "ev-v"}>
        {figureWords(value, outcome, outcome.sizeThatMatters, format)}
      </tspan>
      <tspan dx={6}>{armName(arm, design)}</tspan>
    </text>
  ));
}

export function armName(arm: "covered" | "others", design: Evidence["design"]): string {
  if (design === "randomised-on-and-off") return arm === "covered" ? e.on() : e.off();
  return e[arm]();
}

function useChartWords(outcome: Outcome, { design }: Pick<Evidence, "design">): string {
  const format = useFormat();
  const say = (value: number | null) => figureWords(value, outcome, outcome.sizeThatMatters, format);
  const arms = (["covered", "others"] as const).flatMap((arm) => {
    const { before, after } = outcome[arm];
    const name = armName(arm, design);
    if (after === null) return [];
    return [
      before === null
        ? e.armAfter({ arm: name, after: say(after) })
        : e.armWords({ arm: name, before: say(before), after: say(after) }),
    ];
  });
  return e.chartOf({ name: outcome.name, arms: arms.join(" ") });
}

function AsTable({ outcome, design }: { outcome: Outcome; design: Evidence["design"] }) {
  const format = useFormat();
  const say = (value: number | null, count: number) =>
    value === null
      ? e.none()
      : e.ofTeams({ value: figureWords(value, outcome, outcome.sizeThatMatters, format), count });
  return (
    <details className="ev-d">
      <summary>{e.asTable()}</summary>
      <ScrollTable
        label={e.tableOf({ name: outcome.name })}
        heads={[e.week(), e.from(), armName("covered", design), armName("others", design)]}
      >
        {outcome.weeks.map(({ week, on, covered, others, teams }) => (
          <tr key={week}>
            <th scope="row">{format.number(week < 0 ? week : week + 1)}</th>
            <td>{format.date(on)}</td>
            <td>{say(covered, teams.covered)}</td>
            <td>{say(others, teams.others)}</td>
          </tr>
        ))}
      </ScrollTable>
    </details>
  );
}

function dayOf(start: string, week: number): string {
  return new Date(Date.parse(start) + week * 7 * 86_400_000).toISOString().slice(0, 10);
}
