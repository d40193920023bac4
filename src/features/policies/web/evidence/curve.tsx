import { useFormat } from "../../../../web/ui/format.ts";
import { amountWords, type CouldTell, e, sizeWords } from "./evidence-words.ts";

const plan = { width: 280, height: 170, left: 34, top: 12, bottom: 132, right: 272 };

/** Smallest difference told, by teams on each side: where this plan stands, and what would matter. */
export function Curve({ outcome, told }: { outcome: CouldTell["outcomes"][number]; told: CouldTell }) {
  const format = useFormat();
  const { name, smallest, sizeThatMatters: size } = outcome;
  const most = Math.max(size * 1.2, (smallest ?? 0) * 1.5);
  const byTeams = outcome.byTeams.filter((each) => each.smallest <= most);
  const last = outcome.byTeams.at(-1)?.teams ?? 20;
  const x = (teams: number) => plan.left + ((teams - 2) / (last - 2)) * (plan.right - plan.left);
  const y = (value: number) => plan.bottom - (Math.min(value, most) / most) * (plan.bottom - plan.top);
  const path = byTeams.map(({ teams, smallest: at }, nth) => `${nth === 0 ? "M" : "L"}${x(teams)} ${y(at)}`).join("");
  const here = Math.min(told.teams.covered, told.teams.others || told.teams.covered);
  const say = (value: number) => amountWords(value, outcome, size / 10, format);
  const points = byTeams.map(({ teams, smallest: at }) => e.curvePoint({ teams, smallest: say(at) })).join(" ");
  const needsTen = told.design === "difference-in-differences";
  return (
    <>
      <svg
        className="ev-chart ev-curve"
        viewBox={`0 0 ${plan.width} ${plan.height}`}
        role="img"
        aria-label={e.curveOf({ name, points })}
      >
        {needsTen && (
          <>
            <rect
              className="ev-band"
              x={plan.left}
              y={plan.top}
              width={x(10) - plan.left}
              height={plan.bottom - plan.top}
            />
            <text x={x(10) + 4} y={plan.top + 8}>
              {e.fromTen()}
            </text>
          </>
        )}
        <path className="ev-axis" d={`M${plan.left} ${plan.bottom}H${plan.right}`} />
        {[5, 10, 15, 20].map((teams) => (
          <text key={teams} x={x(teams)} y={plan.bottom + 16} textAnchor="middle">
            {format.number(teams)}
          </text>
        ))}
        <text x={plan.left} y={plan.bottom + 32}>
          {e.onEachSide()}
        </text>
        <path className="ev-due" d={`M${plan.left} ${y(size)}H${plan.right}`} />
        <text x={plan.right} y={y(size) - 5} textAnchor="end">
          {e.wouldMatter()} {sizeWords(size, outcome, format)}
        </text>
        <path className="ev-line c" d={path} />
        {smallest !== null && here >= 2 && here <= last && (
          <circle className="ev-dot c" cx={x(here)} cy={y(smallest)} r={5.5} />
        )}
      </svg>
      <p className="meta">{e.curveWords({ name, weeks: told.weeks ?? 12, teams: outcome.teams })}</p>
    </>
  );
}
