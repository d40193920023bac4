import { weekdayNames } from "../../../web/ui/calendar-words.ts";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./profile.messages.json";
import "./working-hours.css";

const m = messages(catalogue);
const days = ["1", "2", "3", "4", "5", "6", "7"] as const;
const worked = { legend: m.workingHours(), words: m.hoursWords(), usual: ["09:00", "17:00"] as [string, string] };

type Hours = Partial<Record<(typeof days)[number], [string, string]>>;

interface WorkingHoursProps {
  value: Hours;
  onChange: (hours: Hours) => void;
  /** What was refused of it: "workingHours.5" is of Friday. */
  wrong: { field: string; expected: string } | undefined;
  /** Where it asks for other hours than those worked: what for, a sentence below, and what a day begins with. */
  of?: { legend: string; words: string; usual: [string, string] };
}

/** For each weekday whether it is worked, and from when to when; midnight at its end is 24:00. */
export function WorkingHoursFields({ value, onChange, wrong, of = worked }: WorkingHoursProps) {
  const { locale } = useFormat();
  const names = weekdayNames(locale);
  const set = (day: keyof Hours, hours: [string, string] | undefined) => {
    const { [day]: _, ...others } = value;
    onChange(hours ? { ...others, [day]: hours } : others);
  };
  return (
    <fieldset className="hours">
      <legend className="label">{of.legend}</legend>
      {days.map((day, at) => (
        <Day
          key={day}
          name={names[at] ?? day}
          hours={value[day]}
          usual={of.usual}
          onChange={(hours) => set(day, hours)}
        />
      ))}
      <p className={wrong ? "hours-bad" : "meta"}>
        {wrong
          ? m.hoursWrong({
              day: names[Number(wrong.field.split(".")[1]) - 1] ?? of.legend,
              expected: wrong.expected,
            })
          : of.words}
      </p>
    </fieldset>
  );
}

interface DayProps {
  name: string;
  hours: [string, string] | undefined;
  usual: [string, string];
  onChange: (hours: [string, string] | undefined) => void;
}

function Day({ name, hours, usual, onChange }: DayProps) {
  return (
    <div className="hours-d">
      <label className="ck">
        <input type="checkbox" checked={hours !== undefined} onChange={() => onChange(hours ? undefined : usual)} />
        {name}
      </label>
      {hours && (
        <span className="row">
          <input
            type="time"
            className="input"
            aria-label={m.from({ day: name })}
            value={hours[0]}
            onChange={({ target }) => target.value && onChange([target.value, hours[1]])}
          />
          <span aria-hidden="true">–</span>
          <input
            type="time"
            className="input"
            aria-label={m.until({ day: name })}
            value={hours[1] === "24:00" ? "00:00" : hours[1]}
            onChange={({ target }) =>
              target.value && onChange([hours[0], target.value === "00:00" ? "24:00" : target.value])
            }
          />
        </span>
      )}
    </div>
  );
}
