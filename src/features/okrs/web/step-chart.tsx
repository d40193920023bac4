import { useLayoutEffect, useRef, useState } from "react";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { type CheckedIn, courseOf } from "./course.ts";
import { apart, type Course, chart, drawChart } from "./draw-chart.ts";
import { headingWords } from "./forecast-words.ts";
import { figureOf, goalWords, type KeyResult } from "./key-result-words.ts";
import catalogue from "./step-chart.messages.json";
import "./step-chart.css";

const m = messages(catalogue);

interface StepChartProps {
  keyResult: KeyResult;
  cycle: { startsOn: string; endsOn: string };
  /** In any order. */
  checkIns: readonly CheckedIn[];
  aspirational?: boolean;
}

/** Least width of the drawing in pixels; below it the region scrolls. */
const least = 520;

/** Values as steps; planned pace dashed, targets dotted, confidence in numbers. Nothing for what is not measured by a number. */
export default function StepChart({ keyResult, cycle, checkIns, aspirational = false }: StepChartProps) {
  const format = useFormat();
  const [region, width] = useWidth();
  const course = courseOf(keyResult, cycle, checkIns, Date.now());
  if (!course) return null;
  const say = (value: number) => figureOf(String(value), keyResult, format);
  const ends = endLabels(course, say);
  const gutter = Math.min(260, 26 + 7 * Math.max(...ends.map(({ value, word }) => value.length + word.length), 10));
  const drawn = drawChart(course, Math.max(least, width) - gutter);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section ref={region} className="chart-wrap" tabIndex={0} aria-label={m.region({ title: keyResult.title })}>
      <svg
        className="chart"
        width={drawn.width + gutter}
        height={drawn.confidence.length > 0 ? chart.height : chart.days + 12}
        role="img"
        aria-label={m.label({ title: keyResult.title, course: inWords(course, keyResult, format) })}
      >
        <Fan drawn={drawn} />
        <Axis drawn={drawn} />
        <Targets drawn={drawn} say={say} course={course} aspirational={aspirational} />
        <Ends drawn={drawn} labels={ends} />
        <Steps drawn={drawn} say={say} course={course} />
        <Confidences drawn={drawn} />
      </svg>
    </section>
  );
}

type Drawn = ReturnType<typeof drawChart>;

interface PartProps {
  drawn: Drawn;
  course: Course;
  say: (value: number) => string;
}

function Axis({ drawn }: { drawn: Drawn }) {
  const format = useFormat();
  const { width, ticks, today } = drawn;
  return (
    <>
      <path className="c-axis" d={`M0 ${chart.axis}H${width}`} />
      {ticks.map(({ x, on, anchor }) => (
        <g key={`${x} ${on}`}>
          <path className="c-axis" d={`M${x} ${chart.axis}v${on ? 6 : 3}`} />
          {on && (
            <text x={x} y={chart.days} textAnchor={anchor}>
              {format.date(on)}
            </text>
          )}
        </g>
      ))}
      {today !== null && (
        <>
          <path className="c-now" d={`M${today} ${chart.top}V${chart.axis}`} />
          <text className="c-t2" x={today} y={chart.top - 5} textAnchor={edge(today, width)}>
            {m.today()}
          </text>
        </>
      )}
    </>
  );
}

/** What may yet be: the paler part holds eight ends in ten, the darker half of them. */
function Fan({ drawn: { fan } }: { drawn: Drawn }) {
  if (!fan) return null;
  return (
    <>
      <path className="c-fan" d={fan.range80} />
      <path className="c-fan is-half" d={fan.range50} />
      <path className="c-mid" d={fan.middle} />
    </>
  );
}

interface EndLabel {
  of: "target" | "middle" | "low" | "high";
  nth: number;
  value: string;
  word: string;
}

/** What is written at the right edge: targets, and where the fan ends. */
function endLabels({ limits, forecast }: Course, say: (value: number) => string): EndLabel[] {
  const targets = limits.map((limit, nth): EndLabel => {
    return { of: "target", nth, value: say(limit), word: nth === 0 ? m.target() : "" };
  });
  if (!forecast) return targets;
  const { middle, range80 } = forecast;
  return [
    ...targets,
    { of: "middle", nth: 0, value: say(middle), word: m.forecast() },
    { of: "low", nth: 0, value: say(range80.low), word: "" },
    { of: "high", nth: 0, value: say(range80.high), word: "" },
  ];
}

function Ends({ drawn: { width, limits, fan }, labels }: { drawn: Drawn; labels: readonly EndLabel[] }) {
  const placed = labels.flatMap((label) => {
    const y = label.of === "target" ? limits[label.nth]?.y : fan?.ends[label.of];
    return y === undefined ? [] : [{ ...label, y }];
  });
  return apart(placed).map(({ of, nth, y, value, word }) => (
    <text key={`${of} ${nth}`} x={width + 10} y={y + 4}>
      <tspan className={endClass[of]}>{value}</tspan>
      {word && <tspan dx={4}>{word}</tspan>}
    </text>
  ));
}

const endClass = { target: "c-v", middle: "c-v is-forecast", low: undefined, high: undefined };

function Targets({ drawn, say, course, aspirational }: PartProps & { aspirational: boolean }) {
  const format = useFormat();
  const { width, pace, phases, limits, former } = drawn;
  return (
    <>
      {pace && <path className="c-pace" d={pace} />}
      {phases.map(({ x, y, on, value }) => (
        <g key={on}>
          <circle className="c-phase" cx={x} cy={y} r={3} />
          <text x={rises(course) ? x + 6 : x - 6} y={y + 16} textAnchor={rises(course) ? "start" : "end"}>
            {say(value)}
          </text>
        </g>
      ))}
      {former.map(({ y, from, to, value }, nth) => (
        <g key={to}>
          <path className="c-target" d={`M${from} ${y}H${to}`} />
          <path className="c-axis" d={`M${to} ${y}V${limits[0]?.y ?? y}`} />
          <text x={Math.max(from, to - 4)} y={y - 6} textAnchor={to > 150 ? "end" : "start"}>
            {say(value)} {m.former({ day: format.day(new Date(course.changes[nth]?.at ?? 0)) })}
          </text>
        </g>
      ))}
      {limits.map(({ y, from, value }) => (
        <g key={value}>
          <path className="c-target" d={`M${from} ${y}H${width}`} />
          {aspirational && <circle className="c-ring" cx={width} cy={y} r={4.5} />}
        </g>
      ))}
    </>
  );
}

function Steps({ drawn, say, course }: PartProps) {
  const { line, dots, now, from, paceWords } = drawn;
  const last = course.reported.at(-1);
  return (
    <>
      {line && <path className="c-line" d={line} />}
      {dots.map(({ x, y }, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two check-ins may stand at one place, and none is ever moved.
        <circle key={nth} className="c-dot" cx={x} cy={y} r={3.5} />
      ))}
      {course.start !== null && from && (
        <text x={6} y={rises(course) ? from.y + 18 : from.y - 10}>
          {say(course.start)}
        </text>
      )}
      {now && last && (
        <>
          <circle className="c-dot big" cx={now.x} cy={now.y} r={6.5} />
          <text
            className="c-v"
            x={now.x < 70 ? now.x + 12 : now.x - 12}
            y={now.y - 12}
            textAnchor={now.x < 70 ? "start" : "end"}
          >
            {say(last.value)}
          </text>
        </>
      )}
      {paceWords && (!now || paceWords.x - now.x > 40) && (
        <text x={paceWords.x + 8} y={paceWords.y + (rises(course) ? 18 : -8)}>
          {m.pace()}
        </text>
      )}
    </>
  );
}

function Confidences({ drawn: { confidence, width } }: { drawn: Drawn }) {
  if (confidence.length === 0) return null;
  return (
    <>
      {confidence.map(({ x, confidence: mark }, nth) => (
        <text
          key={x}
          className={nth === confidence.length - 1 ? "c-c last" : "c-c"}
          x={Math.max(4, x)}
          y={chart.confidence}
          textAnchor="middle"
        >
          {mark}
        </text>
      ))}
      <text x={width + 10} y={chart.confidence}>
        {m.confidence()}
      </text>
    </>
  );
}

/** Most values that are read out. */
const readOut = 12;

function inWords(course: Course, keyResult: KeyResult, format: ReturnType<typeof useFormat>): string {
  const say = (value: number) => figureOf(String(value), keyResult, format);
  const { reported, start, startsOn, endsOn, changes } = course;
  const target = goalWords(keyResult, format);
  const aim =
    start === null
      ? m.limitWords({ target })
      : m.paceWords({ from: say(start), start: format.date(startsOn), target, end: format.date(endsOn) });
  const values = format.list(reported.slice(-readOut).map(({ value }) => say(value)));
  const former = changes.map(({ before }) => m.formerWords({ value: say(before) }));
  const told = reported.length > 0 ? m.valueWords({ values }) : m.noValueWords();
  const heading = headingWords(keyResult, format.locale);
  return [aim, ...former, told, ...(heading === null ? [] : [`${heading}.`])].join(" ");
}

function rises({ pace }: Course): boolean {
  return (pace.at(-1)?.value ?? 0) > (pace[0]?.value ?? 0);
}

function edge(x: number, width: number): "start" | "middle" | "end" {
  if (x < 24) return "start";
  return x > width - 24 ? "end" : "middle";
}

/** An element and its width in pixels, as it changes. */
function useWidth() {
  const element = useRef<HTMLElement>(null);
  const [width, set] = useState(700);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const watch = new ResizeObserver(([entry]) => entry && set(Math.floor(entry.contentRect.width)));
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  return [element, width] as const;
}
