import { monthNames, weekdayNames } from "../ui/calendar-words.ts";
import { Field, Input, Select } from "../ui/field.tsx";
import { readerOfBrowser } from "../ui/format.ts";
import { messages } from "../ui/messages.ts";
import { TimeZoneSelect } from "../ui/time-zone-select.tsx";
import catalogue from "./welcome.messages.json";
import type { Beginning, Said } from "./welcome-beginning.ts";

const m = messages(catalogue);
const { locale } = readerOfBrowser();
const weekdays = weekdayNames(locale);
const months = monthNames(locale);

/** The organisation's name; its zone, week and year as a sentence that opens. */
export function OrganisationFields({ beginning, change, wrong }: Said) {
  const { name, timeZone, weekStartsOn = 1, fiscalYearStartMonth = 1 } = beginning.organisation;
  const set = (part: Partial<Beginning["organisation"]>) =>
    change((before) => ({ ...before, organisation: { ...before.organisation, ...part } }));
  const sentence = m.calendar({
    zone: timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone,
    day: weekdays[weekStartsOn - 1] ?? "",
    month: months[fiscalYearStartMonth - 1] ?? "",
  });
  return (
    <div className="wel-o">
      <Field label={m.organisation()} error={wrong("organisation.name")}>
        <Input autoComplete="organization" value={name} onChange={({ target }) => set({ name: target.value })} />
      </Field>
      <details open={wrong("organisation.timeZone") ? true : undefined}>
        <summary>
          {sentence} <span className="link">{m.change()}</span>
        </summary>
        <Field label={m.timeZone()} error={wrong("organisation.timeZone")}>
          <TimeZoneSelect value={timeZone} onChange={(zone) => set({ timeZone: zone })} />
        </Field>
        <Field label={m.weekStartsOn()}>
          <Select value={weekStartsOn} onChange={({ target }) => set({ weekStartsOn: Number(target.value) })}>
            {weekdays.map((day, at) => (
              <option key={day} value={at + 1}>
                {day}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={m.yearStartsIn()}>
          <Select
            value={fiscalYearStartMonth}
            onChange={({ target }) => set({ fiscalYearStartMonth: Number(target.value) })}
          >
            {months.map((month, at) => (
              <option key={month} value={at + 1}>
                {month}
              </option>
            ))}
          </Select>
        </Field>
      </details>
    </div>
  );
}
