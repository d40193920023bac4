import type { OutputOf } from "../../../../web/api.ts";
import { StatusGlyph } from "../../../../web/ui/status.tsx";
import { m, useMoments } from "./words.ts";

type Found = OutputOf<"workplace.overlap.bestTimes">;
type Time = Found["times"][number];
type Place = Time["places"][number];

interface CostsProps {
  found: Found;
  time: Time;
}

/** The local time of each place with its minutes outside own hours, whose turn it is, and the reader's own ledger. */
export function Costs({ found, time }: CostsProps) {
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
      <h3>{inWords()}</h3>
      <Minutes found={found} time={time} />
    </>
  );

  function inWords(): string {
    if (paying.length === 0) return m.nobodyPays();
    const isBest = time.startsAt === found.times[0]?.startsAt;
    if (isBest && found.turn.length > 0) return m.turn({ places: format.list(found.turn) });
    return m.outsideOf({ places: format.list(paying.map(({ name }) => name)) });
  }
}

function lateInWords({ early, late, paying, people }: Place): string {
  const words = [early > 0 ? m.early({ minutes: early }) : "", late > 0 ? m.late({ minutes: late }) : ""];
  const said = words.filter((each) => each !== "").join(", ");
  return paying < people ? `${said} (${m.ofThem({ paying, people })})` : said;
}

/** What the meeting adds for each place; what was paid before is the reader's own to know. */
function Minutes({ found: { ledger }, time: { places, yours } }: CostsProps) {
  const paid = ledger?.yours ?? 0;
  const most = Math.max(60, paid + yours, ...places.map(({ added }) => added));
  const width = (minutes: number) => ({ inlineSize: `${(minutes / most) * 100}%` });
  return (
    <>
      <p className="meta">{ledger ? m.ledger() : m.withoutLedger()}</p>
      <ul className="tog-fair">
        {places.map(({ name, timeZone, added }) => (
          <li key={`${name} ${timeZone}`}>
            <span dir="auto">{name}</span>
            <span className="tog-bar" role="img" aria-label={m.costs({ place: name, added })}>
              <i className="add" style={width(added)} />
            </span>
            <b>{added > 0 ? <span>{m.plus({ added })}</span> : 0}</b>
          </li>
        ))}
        {ledger && (
          <li>
            <span>{m.you()}</span>
            <span className="tog-bar" role="img" aria-label={m.yours({ minutes: paid, added: yours })}>
              <i style={width(paid)} />
              <i className="add" style={width(yours)} />
            </span>
            <b>
              {paid} {yours > 0 && <span>{m.plus({ added: yours })}</span>}
            </b>
          </li>
        )}
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
