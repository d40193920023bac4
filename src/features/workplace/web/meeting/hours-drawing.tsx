import type { SharedDay } from "./shared-hours.tsx";
import { lengthInWords, m, useMoments } from "./words.ts";

const [width, left, row, top] = [340, 92, 28, 20];
const hour = 3_600_000;

/** Bars of own hours by place on one axis of the reader's time; what all share stands behind them. */
export function HoursDrawing({ day }: { day: SharedDay }) {
  const format = useMoments();
  const { places, shared, without, minutes } = day;
  const [from, to] = axisOf(day);
  const x = (instant: string | number) => left + ((Number(new Date(instant)) - from) / (to - from)) * (width - left);
  const bottom = top + places.length * row;
  const now = Date.now();
  const ticks = Array.from({ length: Math.floor((to - from) / hour) + 1 }, (_, at) => from + at * hour).filter(
    (_, at) => at % 3 === 0,
  );
  const said = m.drawn({
    places: places.map(({ name, hours }) => m.placeHours({ place: name, hours: format.stretches(hours) })).join(", "),
    shared: minutes > 0 ? lengthInWords(minutes) : m.nothingShared(),
  });
  return (
    <svg className="tog-s" viewBox={`0 0 ${width} ${bottom + 26}`} role="img" aria-label={said}>
      {(without?.shared ?? []).map((each) => (
        <rect
          key={each.from}
          className="tog-w"
          x={x(each.from)}
          y={top}
          width={x(each.to) - x(each.from)}
          height={bottom - top}
        />
      ))}
      {shared.map((each) => (
        <rect
          key={each.from}
          className="tog-a"
          x={x(each.from)}
          y={top}
          width={x(each.to) - x(each.from)}
          height={bottom - top}
        />
      ))}
      {places.map((place, at) => {
        const y = top + at * row + row / 2;
        return (
          <g key={`${place.name} ${place.timeZone}`}>
            <text x={0} y={y + 4}>
              {place.name.length > 13 ? `${place.name.slice(0, 12)}…` : place.name}
            </text>
            <path className="tog-r" d={`M${left} ${y}H${width}`} />
            {place.hours.map((each) => (
              <path key={each.from} className="tog-b" d={`M${x(each.from)} ${y}H${x(each.to)}`} />
            ))}
          </g>
        );
      })}
      {now > from && now < to && (
        <>
          <path className="tog-n" d={`M${x(now)} ${top - 6}V${bottom}`} />
          <text className="tog-t" x={x(now)} y={9} textAnchor="middle">
            {m.now()}
          </text>
        </>
      )}
      {ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={bottom + 18} textAnchor="middle">
          {format.time(new Date(tick)).slice(0, 5)}
        </text>
      ))}
    </svg>
  );
}

/** Whole hours around what is drawn, at least twelve. */
function axisOf({ places, startsAt, endsAt }: SharedDay): [number, number] {
  const all = places.flatMap(({ hours }) => hours);
  const starts = all.map((each) => Date.parse(each.from));
  const ends = all.map((each) => Date.parse(each.to));
  if (all.length === 0) return [Date.parse(startsAt), Date.parse(endsAt)];
  const from = Math.floor((Math.min(...starts) - hour / 2) / hour) * hour;
  const to = Math.ceil((Math.max(...ends) + hour / 2) / hour) * hour;
  return [from, Math.max(to, from + 12 * hour)];
}
