import { Icon } from "../../../web/ui/icon.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { type At, placeIcons, places, placeWords } from "./places.ts";
import catalogue from "./presence.messages.json";
import "./day-choices.css";

const m = messages(catalogue);

export interface Choice {
  at: At;
  siteId: string | null;
}

export interface Office {
  id: string;
  name: string;
}

interface DayChoicesProps {
  /** In the form, apart from the other days. */
  name: string;
  /** "Tuesday 16 February", or "Tuesday" of every week. */
  label: string;
  /** Where one may be in the office, one's own first; none: no office on this day. */
  offices: readonly Office[];
  value: Choice | null;
  onChange: (choice: Choice) => void;
  /** What there is to know of the day: whose anchor day it is. */
  note?: string | null;
  /** Seats where one chose to be. */
  seats?: { words: string; full: boolean } | null;
  /** Instead of a choice: a holiday, days off. */
  instead?: string | null;
}

/** One day: home, office, travel or off, and which office where there are several. */
export function DayChoices({ name, label, offices, value, onChange, note, seats, instead }: DayChoicesProps) {
  const own = offices[0]?.id ?? null;
  const choose = (at: At) => onChange({ at, siteId: at === "office" ? (value?.siteId ?? own) : null });
  return (
    <fieldset className="day-c">
      <legend>
        {label}
        {note && <small>{note}</small>}
      </legend>
      {instead ? (
        <p className="meta">{instead}</p>
      ) : (
        <div className="day-o">
          {places.map((at) => (
            <label key={at} className={`day-p p-${at}`}>
              <input
                type="radio"
                name={name}
                value={at}
                checked={value?.at === at}
                disabled={at === "office" && offices.length === 0}
                onChange={() => choose(at)}
              />
              {placeIcons[at] && <Icon of={placeIcons[at] ?? ""} size={14} />}
              <span>{at === "office" && offices.length === 0 ? m.closed() : placeWords[at]()}</span>
            </label>
          ))}
        </div>
      )}
      {value?.at === "office" && offices.length > 1 && !instead && (
        <select
          className="input day-s"
          aria-label={m.whichOffice({ day: label })}
          value={value.siteId ?? own ?? ""}
          onChange={({ target }) => onChange({ at: "office", siteId: target.value })}
        >
          {offices.map(({ id, name: called }) => (
            <option key={id} value={id}>
              {called}
            </option>
          ))}
        </select>
      )}
      {seats && !instead && (
        <p className={seats.full ? "day-n day-full" : "day-n"} role="status">
          {seats.words}
        </p>
      )}
    </fieldset>
  );
}
