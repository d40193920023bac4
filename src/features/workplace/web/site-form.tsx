import { type FormEvent, useId, useState } from "react";
import { useAsk, useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { newId } from "../../../web/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { weekdayNames } from "../../../web/ui/calendar-words.ts";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Field, Input, Select } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { TimeZoneSelect } from "../../../web/ui/time-zone-select.tsx";
import catalogue from "./sites.messages.json";
import type { Site } from "./sites.tsx";
import { wholeNumber } from "./whole-number.ts";

const m = messages(catalogue);
const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;
const fields = ["name", "place", "timeZone", "country", "region", ...weekdays.map((day) => `seats.${day}`)];

type Seats = Partial<Record<(typeof weekdays)[number], string>>;

interface SiteFormProps {
  open: boolean;
  /** The site to change; a new one where it is left out. */
  site: Site | undefined;
  onClose: () => void;
}

export function SiteForm({ open, site, onClose }: SiteFormProps) {
  return (
    <Dialog open={open} onClose={onClose} title={site ? m.editSite({ name: site.name }) : m.add()}>
      <Fields key={site?.id} site={site} onClose={onClose} />
    </Dialog>
  );
}

function Fields({ site, onClose }: Omit<SiteFormProps, "open">) {
  const { timeZone } = useFormat();
  const [id] = useState(newId);
  const [value, set] = useState({ name: "", place: "", timeZone, country: "", region: "", ...site });
  const [seats, seat] = useState<Seats>(() => textOf(site?.seats ?? {}));
  const change = (part: Partial<typeof value>) => set((before) => ({ ...before, ...part }));
  const done = {
    invalidates: ["workplace"] as const,
    onDone: ({ name }: { name: string }) => {
      say(m.saved({ name }));
      onClose();
    },
  };
  const add = useTell("workplace.sites.create", done);
  const save = useTell("workplace.sites.update", done);
  const { error, isPending } = site ? save : add;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, place, timeZone: zone, country, region } = value;
    const all = { name, place, timeZone: zone, country, region, seats: numbersOf(seats) };
    if (site) save.mutate({ id: site.id, version: site.version, ...all });
    else add.mutate({ id, ...all });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Field label={m.name()} error={error?.at("name")}>
        <Input value={value.name} onChange={({ target }) => change({ name: target.value })} />
      </Field>
      <Field label={m.city()} optional error={error?.at("place")}>
        <Input value={value.place} onChange={({ target }) => change({ place: target.value })} />
      </Field>
      <Field label={m.timeZone()} error={error?.at("timeZone")}>
        <TimeZoneSelect value={value.timeZone} onChange={(zone) => change({ timeZone: zone })} />
      </Field>
      <Calendar value={value} change={change} wrong={(field) => error?.at(field)} />
      <SeatFields value={seats} onChange={seat} wrong={(field) => error?.at(field)} />
      <FormProblem of={error} fields={fields} />
      <p className="row dlg-acts">
        <Button onClick={onClose}>{m.cancel()}</Button>
        <Button type="submit" kind="primary" busy={isPending}>
          {site ? m.save() : m.add()}
        </Button>
      </p>
    </form>
  );
}

interface CalendarProps {
  value: { country: string; region: string };
  change: (part: { country?: string; region?: string }) => void;
  wrong: (field: string) => string | undefined;
}

/** The country whose holidays are kept, and a part of it where it has parts. */
function Calendar({ value, change, wrong }: CalendarProps) {
  const known = useAsk("workplace.sites.calendars", { country: value.country }, { keepPrevious: true });
  const regions = known.isPlaceholderData ? [] : (known.data?.regions ?? []);
  return (
    <>
      <Field label={m.country()} hint={m.countryHint()} error={wrong("country")}>
        <Select value={value.country} onChange={({ target }) => change({ country: target.value, region: "" })}>
          <option value="">{m.noCountry()}</option>
          {(known.data?.countries ?? [{ code: value.country, name: value.country }]).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {(regions.length > 0 || value.region !== "") && (
        <Field label={m.region()} error={wrong("region")}>
          <Select value={value.region} onChange={({ target }) => change({ region: target.value })}>
            <option value="">{m.wholeCountry()}</option>
            {regions.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </>
  );
}

interface SeatFieldsProps {
  value: Seats;
  onChange: (seats: Seats) => void;
  wrong: (field: string) => string | undefined;
}

function SeatFields({ value, onChange, wrong }: SeatFieldsProps) {
  const { locale, list } = useFormat();
  const said = useId();
  const [long, names] = [weekdayNames(locale), weekdayNames(locale, "short")];
  const bad = weekdays.flatMap((day, at) => {
    const words = wrong(`seats.${day}`);
    return words ? [{ name: long[at] ?? day, words }] : [];
  });
  return (
    <fieldset className="field">
      <legend className="label">{m.seats()}</legend>
      <div className="seats">
        {weekdays.map((day, at) => (
          <label key={day} className={wrong(`seats.${day}`) ? "is-bad" : undefined}>
            {names[at]}
            <input
              className="input"
              inputMode="numeric"
              aria-invalid={wrong(`seats.${day}`) ? true : undefined}
              aria-describedby={said}
              value={value[day] ?? ""}
              onChange={({ target }) => onChange({ ...value, [day]: target.value })}
            />
          </label>
        ))}
      </div>
      <small id={said} className={bad[0] && "seats-bad"}>
        {bad[0] ? m.seatsWrong({ days: list(bad.map(({ name }) => name)), words: bad[0].words }) : m.seatsHint()}
      </small>
    </fieldset>
  );
}

function textOf(seats: Site["seats"]): Seats {
  return Object.fromEntries(Object.entries(seats).map(([day, count]) => [day, String(count)]));
}

/** An empty day is not counted. */
function numbersOf(seats: Seats): Site["seats"] {
  const counted = Object.entries(seats).filter(([, text]) => text?.trim());
  return Object.fromEntries(counted.map(([day, text]) => [day, wholeNumber(text)]));
}
