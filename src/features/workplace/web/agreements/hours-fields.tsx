import { Button } from "../../../../web/ui/button.tsx";
import { weekdayNames } from "../../../../web/ui/calendar-words.ts";
import { Field, Input, Select } from "../../../../web/ui/field.tsx";
import { useFocusOnRows } from "../../../../web/ui/focus-on-rows.ts";
import { useFormat } from "../../../../web/ui/format.ts";
import { x } from "../../../../web/ui/further-icons.ts";
import { plus } from "../../../../web/ui/icons.ts";
import { TimeZoneSelect } from "../../../../web/ui/time-zone-select.tsx";
import { type Agreed, m, type Weekday } from "./agreement-words.ts";

const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;

type Block = Agreed["meetingFree"][number];
type Core = Agreed["coreHours"];
type Wrong = (field: string) => string | undefined;

interface CoreHoursProps {
  value: Core;
  onChange: (value: Core) => void;
  wrong: Wrong;
}

/** When everyone can be reached, or not at all. */
export function CoreHoursFields({ value, onChange, wrong }: CoreHoursProps) {
  const { timeZone } = useFormat();
  const usual = { days: ["1", "2", "3", "4", "5"] as Weekday[], from: "10:00", to: "15:00", timeZone: null };
  return (
    <fieldset className="agr-g">
      <legend>{m.coreHours()}</legend>
      <label className="ck">
        <input type="checkbox" checked={value !== null} onChange={() => onChange(value ? null : usual)} />
        {m.keepCore()}
      </label>
      <p className={wrong("coreHours") ? "agr-bad" : "meta"}>{wrong("coreHours") ?? m.coreHint()}</p>
      {value && (
        <div className="agr-r">
          <HoursFields
            value={value}
            onChange={(hours) => onChange({ ...value, ...hours })}
            wrong={(field) => wrong(`coreHours.${field}`)}
          />
          <Field label={m.clock()}>
            <Select
              value={value.timeZone === null ? "own" : "zone"}
              onChange={({ target }) => onChange({ ...value, timeZone: target.value === "own" ? null : timeZone })}
            >
              <option value="own">{m.everyonesOwn()}</option>
              <option value="zone">{m.zoneTime({ zone: value.timeZone ?? timeZone })}</option>
            </Select>
          </Field>
          {value.timeZone !== null && (
            <Field label={m.zone()} error={wrong("coreHours.timeZone")}>
              <TimeZoneSelect value={value.timeZone} onChange={(zone) => onChange({ ...value, timeZone: zone })} />
            </Field>
          )}
        </div>
      )}
    </fieldset>
  );
}

interface MeetingFreeProps {
  value: Block[];
  onChange: (value: Block[]) => void;
  wrong: Wrong;
}

export function MeetingFreeFields({ value, onChange, wrong }: MeetingFreeProps) {
  const usual: Block = { days: ["3"], from: "09:00", to: "12:00" };
  const around = useFocusOnRows<HTMLFieldSetElement>(value.length, ".agr-r");
  return (
    <fieldset className="agr-g" ref={around}>
      <legend>{m.meetingFree()}</legend>
      {value.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block has no other name
        <div key={at} className="agr-r">
          <HoursFields
            value={block}
            onChange={(hours) => onChange(value.map((each, nth) => (nth === at ? hours : each)))}
            wrong={(field) => wrong(`meetingFree.${at}.${field}`)}
          />
          <Button
            kind="quiet"
            size="sm"
            icon={x}
            iconOnly
            onClick={() => onChange(value.filter((_, nth) => nth !== at))}
          >
            {m.removeBlock()}
          </Button>
        </div>
      ))}
      <Button size="sm" icon={plus} onClick={() => onChange([...value, usual])}>
        {m.addBlock()}
      </Button>
    </fieldset>
  );
}

interface HoursProps {
  value: Block;
  onChange: (value: Block) => void;
  wrong: Wrong;
}

/** Weekdays, and from when to when; midnight at the end of a day is 24:00. */
function HoursFields({ value: { days, from, to }, onChange, wrong }: HoursProps) {
  const { locale } = useFormat();
  const names = weekdayNames(locale, "short");
  const toggle = (day: Weekday) =>
    weekdays.filter((each) => (each === day ? !days.includes(day) : days.includes(each)));
  return (
    <>
      <fieldset className="agr-d">
        <legend className="label">{m.weekdays()}</legend>
        <div>
          {weekdays.map((day, at) => (
            <label key={day}>
              <input
                type="checkbox"
                checked={days.includes(day)}
                onChange={() => onChange({ days: toggle(day), from, to })}
              />
              <span>{names[at]}</span>
            </label>
          ))}
        </div>
        {wrong("days") && <small className="agr-bad">{wrong("days")}</small>}
      </fieldset>
      <Field label={m.from()} error={wrong("from")}>
        <Input type="time" value={from} onChange={({ target }) => onChange({ days, from: target.value, to })} />
      </Field>
      <Field label={m.to()} error={wrong("to")}>
        <Input
          type="time"
          value={to === "24:00" ? "00:00" : to}
          onChange={({ target }) => onChange({ days, from, to: target.value === "00:00" ? "24:00" : target.value })}
        />
      </Field>
    </>
  );
}
