import type { KeyboardEvent } from "react";
import type { OutputOf } from "../../../../web/api.ts";
import { weekdayNames } from "../../../../web/ui/calendar-words.ts";
import { useFormat } from "../../../../web/ui/format.ts";
import { messages } from "../../../../web/ui/messages.ts";
import catalogue from "./anchors.messages.json";
import { freeDay, moved, toggled } from "./moved-day.ts";
import { TeamReasons } from "./team-reasons.tsx";

const m = messages(catalogue);

type Answer = OutputOf<"workplace.anchorDays.tryOut">;
type Team = Answer["teams"][number];
type Weekday = Answer["weekdays"][number];

interface BoardProps {
  answer: Answer;
  /** What is ticked now. */
  chosen: (teamId: string) => readonly Weekday[];
  change: (teamId: string, days: Weekday[]) => void;
}

/** Teams by weekdays. A day is ticked, dragged or moved by keys, and its reasons stand below. */
export function Board({ answer, chosen, change }: BoardProps) {
  const { locale } = useFormat();
  const [long, short] = [weekdayNames(locale), weekdayNames(locale, "short")];
  const nameOf = (names: string[], day: Weekday) => names[Number(day) - 1] ?? day;
  return (
    <div className="an-scroll">
      <table className="an-t">
        <caption className="sr">{m.caption()}</caption>
        <thead>
          <tr>
            {answer.weekdays.map((day) => (
              <th key={day} scope="col" abbr={nameOf(long, day)}>
                {nameOf(short, day)}
              </th>
            ))}
          </tr>
        </thead>
        {answer.teams.map((team) => (
          <tbody key={team.id}>
            <tr>
              <th scope="rowgroup" colSpan={answer.weekdays.length} className="an-n">
                <b dir="auto">{team.name}</b> <span>{m.people({ people: team.people })}</span>
                {team.without > 0 && <span>{m.without({ count: team.without })}</span>}
              </th>
            </tr>
            <tr>
              {answer.weekdays.map((day) => (
                <td key={day}>
                  <Day
                    team={team}
                    day={day}
                    name={nameOf(long, day)}
                    chosen={chosen(team.id)}
                    change={(days) => change(team.id, days)}
                  />
                </td>
              ))}
            </tr>
            <tr>
              <td colSpan={answer.weekdays.length} className="an-w">
                <TeamReasons team={team} answer={answer} chosen={chosen(team.id)} />
              </td>
            </tr>
          </tbody>
        ))}
        <Seats answer={answer} />
      </table>
    </div>
  );
}

interface DayProps {
  team: Team;
  day: Weekday;
  name: string;
  chosen: readonly Weekday[];
  change: (days: Weekday[]) => void;
}

const carried = "text/x-anchor-day";

function Day({ team, day, name, chosen, change }: DayProps) {
  const isChosen = chosen.includes(day);
  const can = team.possible.includes(day);
  const move = (event: KeyboardEvent) => {
    const direction = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : null;
    if (!event.altKey || direction === null || !isChosen) return;
    event.preventDefault();
    const to = freeDay(team.possible, chosen, day, direction);
    if (to === undefined) return;
    change([...moved(chosen, day, to)]);
    focusOn(team.id, to);
  };
  const drop = (data: string) => {
    const [teamId, from] = data.split(" ");
    if (teamId === team.id && can) change([...moved(chosen, from as Weekday, day)]);
  };
  return (
    <button
      type="button"
      id={idOf(team.id, day)}
      className="an-d"
      aria-pressed={isChosen}
      aria-label={m.dayOf({ day: name, team: team.name })}
      aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
      disabled={!can && !isChosen}
      draggable={isChosen}
      onDragStart={({ dataTransfer }) => dataTransfer.setData(carried, `${team.id} ${day}`)}
      onDragOver={(event) => can && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        drop(event.dataTransfer.getData(carried));
      }}
      onClick={() => change(toggled(chosen, day))}
      onKeyDown={move}
    >
      <span aria-hidden="true">{isChosen ? "●" : "○"}</span>
      {team.now.includes(day) && <small>{m.holdsNow()}</small>}
      {!can && <small>{m.impossible()}</small>}
    </button>
  );
}

function idOf(teamId: string, day: string): string {
  return `an-${teamId}-${day}`;
}

/** The day takes the focus along; its button is there already. */
function focusOn(teamId: string, day: string): void {
  document.getElementById(idOf(teamId, day))?.focus();
}

function Seats({ answer }: { answer: Answer }) {
  const counted = answer.sites.filter(({ days }) => days.some(({ seats }) => seats !== null));
  return counted.map((site) => (
    <tbody key={site.id} className="an-f">
      <tr>
        <th scope="rowgroup" colSpan={answer.weekdays.length} className="an-n">
          {m.seatsOf({ site: site.name })}
        </th>
      </tr>
      <tr>
        {site.days.map(({ weekday, in: there, seats }) => (
          <td key={weekday} className={seats !== null && there > seats ? "an-x" : undefined}>
            {seats === null ? (
              <span role="img" aria-label={m.notCounted()}>
                –
              </span>
            ) : (
              seatsInWords(there, seats)
            )}
          </td>
        ))}
      </tr>
    </tbody>
  ));
}

function seatsInWords(there: number, seats: number): string {
  if (seats === 0) return m.closed();
  return there > seats ? m.lacking({ count: there - seats }) : m.left({ count: seats - there });
}
