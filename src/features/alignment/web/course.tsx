import { useFormat } from "../../../web/ui/format.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { Table } from "../../../web/ui/table.tsx";
import { course, drawCourse } from "./draw-course.ts";
import { type Cycle, m, type Standing, whole } from "./standing.ts";

type History = Standing["history"];

/** How the index moved, day by day, as a line and as a table. */
export function Course({ cycle, history }: { cycle: Cycle; history: History }) {
  const format = useFormat();
  return (
    <section aria-labelledby="al-course">
      <SectionHead id="al-course" title={m.course()} />
      {cycle.state === "planning" ? (
        <p className="small">{m.courseBegins({ day: format.longDate(cycle.startsOn) })}</p>
      ) : history.length === 0 ? (
        <p className="small">{m.noCourse()}</p>
      ) : (
        <>
          <Drawing cycle={cycle} history={history} />
          <details className="al-days">
            <summary>{m.asTable()}</summary>
            <Days history={history} />
          </details>
        </>
      )}
    </section>
  );
}

function Drawing({ cycle, history }: { cycle: Cycle; history: History }) {
  const format = useFormat();
  const { line, now, scale } = drawCourse(history, cycle, format.today());
  const { width, height, left, right, floor, words } = course;
  const told = history.filter(({ index }) => index !== null);
  const values = told.slice(-12).map(({ day, index }) => m.onDay({ index: whole(index ?? 0), day: format.date(day) }));
  return (
    <svg
      className="al-course"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={m.courseWords({ values: format.list(values) })}
    >
      {scale.map(({ value, y }) => (
        <g key={value}>
          <path className="al-c-axis" d={`M${left} ${y}H${width - right}`} />
          <text x={left - 6} y={y + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      <path className="al-c-line" d={line} />
      {now && (
        <>
          <circle className="al-c-now" cx={now.x} cy={now.y} r={4.5} />
          <text className="al-c-v" x={now.x + 8} y={now.y + 4}>
            {whole(now.index)}
          </text>
        </>
      )}
      <text x={left} y={words}>
        {format.date(cycle.startsOn)}
      </text>
      <text x={width - right} y={words} textAnchor="end">
        {format.date(cycle.endsOn)}
      </text>
      <path className="al-c-axis" d={`M${left} ${floor}v4M${width - right} ${floor}v4`} />
    </svg>
  );
}

const parts = ["linked", "measurable", "resourced", "understood"] as const;

function Days({ history }: { history: History }) {
  const format = useFormat();
  const shown = (value: string | null | undefined) => (value === null || value === undefined ? "–" : whole(value));
  return (
    <Table heads={[m.day(), m.alignment(), ...parts.map((part) => m[part]())]}>
      {history.toReversed().map(({ day, index, parts: of }) => (
        <tr key={day}>
          <th scope="row">{format.date(day)}</th>
          <td className="num">{shown(index)}</td>
          {parts.map((part) => (
            <td key={part} className="num">
              {shown(of[part])}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
