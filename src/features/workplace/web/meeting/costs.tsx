import type { OutputOf } from "../../../../web/api.ts";
import { StatusGlyph } from "../../../../web/ui/status.tsx";
import { m, useMoments } from "./words.ts";

type Time = OutputOf<"workplace.overlap.bestTimes">["times"][number];
type Place = Time["places"][number];

/** The local time of each place with its minutes outside own hours, and the ledger that decides whose turn it is. */
export function Costs({ time }: { time: Time }) {
  const format = useMoments();
  const paying = time.places.filter((place) => place.paying > 0);
  return (
    <>
      <ul className="tog-l">
        {time.places.map((place) => (
          <li key={`${place.name} ${place.timeZone}`}>
            <span dir="auto">{place.name}</span>
            <b>{format.timeIn(time.startsAt, place.timeZone)}</b>
            {(place.early > 0 || place.late > 0) && (
              <span className="tog-risk">
                <StatusGlyph status="at-risk" size={10} /> {lateInWords(place)}
              </span>
            )}
          </li>
        ))}
      </ul>
      <h3>{paying.length > 0 ? m.turn({ places: format.list(paying.map(({ name }) => name)) }) : m.nobodyPays()}</h3>
      <Ledger places={time.places} />
    </>
  );
}

function lateInWords({ early, late, paying, people }: Place): string {
  const words = [early > 0 ? m.early({ minutes: early }) : "", late > 0 ? m.late({ minutes: late }) : ""];
  const said = words.filter((each) => each !== "").join(", ");
  return paying < people ? `${said} (${m.ofThem({ paying, people })})` : said;
}

function Ledger({ places }: { places: readonly Place[] }) {
  const most = Math.max(60, ...places.map(({ ledger, added }) => ledger + added));
  const inOrder = [...places].sort((one, other) => other.ledger + other.added - one.ledger - one.added);
  return (
    <>
      <p className="meta">{m.ledger()}</p>
      <ul className="tog-fair">
        {inOrder.map(({ name, timeZone, ledger, added }) => (
          <li key={`${name} ${timeZone}`}>
            <span dir="auto">{name}</span>
            <span
              className="tog-bar"
              role="img"
              aria-label={
                added > 0
                  ? m.ledgerMore({ place: name, minutes: ledger, added })
                  : m.ledgerOf({ place: name, minutes: ledger })
              }
            >
              <i style={{ inlineSize: `${(ledger / most) * 100}%` }} />
              <i className="add" style={{ inlineSize: `${(added / most) * 100}%` }} />
            </span>
            <b>
              {ledger} {added > 0 && <span>{m.plus({ added })}</span>}
            </b>
          </li>
        ))}
      </ul>
    </>
  );
}

interface OtherTimesProps {
  times: readonly Time[];
  /** Which is shown. */
  chosen: string;
  onChoose: (startsAt: string) => void;
}

/** All that were found, each with who pays; choosing one shows it. */
export function OtherTimes({ times, chosen, onChoose }: OtherTimesProps) {
  const format = useMoments();
  if (times.length < 2) return null;
  const payers = ({ places }: Time) => {
    const paying = places.filter(({ added }) => added > 0);
    return paying.length === 0
      ? m.nobody()
      : paying.map(({ name, added }) => m.paysOne({ place: name, added })).join(", ");
  };
  return (
    <fieldset className="tog-o">
      <legend>{m.others()}</legend>
      {times.map((time) => (
        <label key={time.startsAt}>
          <input type="radio" name="time" checked={time.startsAt === chosen} onChange={() => onChoose(time.startsAt)} />
          <span>{format.dayAndTime(time.startsAt)}</span> <small>{payers(time)}</small>
        </label>
      ))}
    </fieldset>
  );
}
