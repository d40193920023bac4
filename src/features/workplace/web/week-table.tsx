import type { OutputOf } from "../../../web/api.ts";
import { Avatar } from "../../../web/ui/avatar.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { Icon } from "../../../web/ui/icon.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { placeIcons, placeWords } from "./places.ts";
import presence from "./presence.messages.json";
import { type Run, runsOf } from "./runs.ts";
import catalogue from "./week.messages.json";
import { useZoneTime } from "./zone-time.ts";
import "./week-table.css";

const m = messages(catalogue);
const p = messages(presence);

type Week = OutputOf<"workplace.week">;
type SiteWeek = Week["sites"][number];
type Person = SiteWeek["people"][number];

/** People by days, by site; consecutive days alike are one cell, and every cell says its days. */
export function WeekTable({ week }: { week: Week }) {
  const days = useDays(week);
  return (
    <div className="wk-scroll">
      <table className="wk-t" style={{ "--days": week.days.length } as React.CSSProperties}>
        <caption className="sr">{m.caption()}</caption>
        <colgroup>
          <col className="wk-n" />
          {week.days.map((day) => (
            <col key={day} />
          ))}
        </colgroup>
        <thead>
          <Brackets week={week} />
          <tr>
            <th scope="col">
              <span className="sr">{m.person()}</span>
            </th>
            {days.map(({ day, name, number, isToday }) => (
              <th
                key={day}
                scope="col"
                className={isToday ? "now" : undefined}
                aria-current={isToday ? "date" : undefined}
              >
                <span>{name}</span> <span>{number}</span>
                <AnchorsOf week={week} day={day} />
              </th>
            ))}
          </tr>
        </thead>
        {week.sites.map((site) => (
          <Site key={site.id} site={site} names={days.map(({ name }) => name)} />
        ))}
      </table>
    </div>
  );
}

/** A bracket over each run of anchor days; which team's they are stands in each day's head. */
function Brackets({ week }: { week: Week }) {
  if (week.anchors.length === 0) return null;
  const anchored = week.days.map((day) => teamsOn(week, day).length > 0);
  const runs = runsOf(anchored.map((is) => ({ at: is ? "office" : "home", elsewhere: null, holiday: null })));
  return (
    <tr className="wk-b">
      <td />
      {runs.map(({ from, length }) => (
        <td key={from} colSpan={length}>
          {anchored[from] && <span aria-hidden="true">{m.anchorDays({ count: length })}</span>}
        </td>
      ))}
    </tr>
  );
}

function AnchorsOf({ week, day }: { week: Week; day: string }) {
  const teams = teamsOn(week, day);
  return teams.length > 0 && <span className="sr">, {m.anchorDayOf({ teams: teams.join(", ") })}</span>;
}

function teamsOn({ anchors }: Week, day: string): string[] {
  return anchors.filter(({ days }) => days.includes(day)).map(({ team }) => team.name);
}

function Site({ site, names }: { site: SiteWeek; names: readonly string[] }) {
  const timeIn = useZoneTime();
  return (
    <tbody>
      <tr className="wk-c">
        <th scope="rowgroup">
          <b dir="auto">{site.name}</b> <time>{timeIn(site.timeZone)}</time>
        </th>
        {site.days.map((day, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
          <td key={at}>
            {day.in > 0 && <span>{m.in({ count: day.in })}</span>}
            {day.seatsLeft !== null && <small>{seatsInWords(day.seats, day.seatsLeft)}</small>}
          </td>
        ))}
      </tr>
      {site.people.map((person) => (
        <PersonRow key={person.id} person={person} names={names} />
      ))}
    </tbody>
  );
}

function seatsInWords(seats: number | null, left: number): string {
  if (seats === 0 && left === 0) return m.noSeats();
  return left < 0 ? m.tooMany({ count: -left }) : m.seatsLeft({ count: left });
}

function PersonRow({ person, names }: { person: Person; names: readonly string[] }) {
  return (
    <tr>
      <th scope="row">
        <span className="wk-p">
          <Avatar name={person.name} size={20} />
          <span dir="auto">{person.name}</span>
        </span>
      </th>
      {runsOf(person.days).map((run) => (
        <td key={run.from} colSpan={run.length}>
          <Cell run={run} names={names} />
        </td>
      ))}
    </tr>
  );
}

function Cell({ run: { from, length, cell }, names }: { run: Run<Person["days"][number]>; names: readonly string[] }) {
  const days = <span className="sr">{`${names.slice(from, from + length).join(", ")}: `}</span>;
  if (cell.at === null)
    return (
      <span className="sr">
        {names[from]}: {p.nothing()}
      </span>
    );
  const icon = placeIcons[cell.at];
  const words = cell.holiday ?? (cell.elsewhere ? cell.elsewhere.name : placeWords[cell.at]());
  return (
    <span
      className={`wk-x p-${cell.at}`}
      title={cell.elsewhere ? p.officeAt({ site: cell.elsewhere.name }) : undefined}
    >
      {days}
      {icon && <Icon of={icon} size={14} />}
      {cell.elsewhere && <span className="sr">{p.officeAt({ site: "" })}</span>}
      <span className="wk-w" dir="auto">
        {words}
      </span>
    </span>
  );
}

function useDays({ days, today }: Week) {
  const { locale } = useFormat();
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  return days.map((day) => ({
    day,
    name: weekday.format(new Date(`${day}T00:00:00Z`)),
    number: Number(day.slice(8)),
    isToday: day === today,
  }));
}

/** What the fills mean; on every width in words too. */
export function Legend({ notShown }: { notShown: number }) {
  return (
    <div className="wk-key meta">
      <ul aria-label={m.legend()}>
        {(["office", "home", "travel"] as const).map((at) => (
          <li key={at}>
            <i className={`wk-x p-${at}`} />
            {placeWords[at]()}
          </li>
        ))}
      </ul>
      <p>
        {notShown > 0 && `${m.notShown({ count: notShown })} `}
        {m.notTracked()}
      </p>
    </div>
  );
}
