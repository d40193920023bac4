import { useFormat } from "../../../../web/ui/format.ts";
import { differenceWords, e, type Outcome, rangeWords, sizeWords } from "./evidence-words.ts";
import { Scrolling, useWidth } from "./scrolling.tsx";

const plan = { height: 120, pad: 12 };

/** How the covered moved against the others before the start: week by week, the drift, and the band in which it would not matter. */
export function TrendChart({ outcome, trends }: { outcome: Outcome; trends: NonNullable<Outcome["trends"]> }) {
  const format = useFormat();
  const [region, width] = useWidth();
  const { sizeThatMatters: size } = outcome;
  const points = outcome.weeks.flatMap(({ week, covered, others }) =>
    week < 0 && covered !== null && others !== null ? [{ week, value: covered - others }] : [],
  );
  if (points.length < 2) return null;
  const [first, last] = [points[0]!.week, points.at(-1)!.week];
  const mean = points.reduce((sum, { value }) => sum + value, 0) / points.length;
  const middle = points.reduce((sum, { week }) => sum + week, 0) / points.length;
  const drift = (week: number) => mean + trends.perWeek * (week - middle);
  const reach = Math.max(size * 1.3, ...points.map(({ value }) => Math.abs(value - mean)));
  const drawn = Math.max(320, width);
  const x = (week: number) => plan.pad + ((week - first) / Math.max(1, last - first)) * (drawn - 2 * plan.pad);
  const y = (value: number) => plan.height / 2 - ((value - mean) / reach) * (plan.height / 2 - plan.pad);
  const words = {
    ...{ weeks: trends.weeks, size: sizeWords(size, outcome, format) },
    ...{ drift: differenceWords(trends.carriedOn, outcome, size, format) },
    ...rangeWords(trends.range90, outcome, size, format),
  };
  return (
    <figure className="ev-trend">
      <figcaption>
        {e.trendChart()} <span className="meta">{e.trendAside()}</span>
      </figcaption>
      <Scrolling ref={region} label={e.chartRegion({ name: e.trendOf({ name: outcome.name }) })}>
        <svg className="ev-chart" width={drawn} height={plan.height} role="img" aria-label={e.trendLabel(words)}>
          <rect className="ev-band" x={0} width={drawn} y={y(mean + size)} height={y(mean - size) - y(mean + size)} />
          <path className="ev-due" d={`M0 ${y(mean)}H${drawn}`} />
          <path className="ev-line c" d={`M${x(first)} ${y(drift(first))}L${x(last)} ${y(drift(last))}`} />
          {points.map(({ week, value }) => (
            <circle key={week} className="ev-dot n" cx={x(week)} cy={y(value)} r={3} />
          ))}
        </svg>
      </Scrolling>
      <p className="meta">{e.trendLabel(words)}</p>
    </figure>
  );
}
