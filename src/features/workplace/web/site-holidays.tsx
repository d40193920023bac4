import { type FormEvent, useState } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { useAsk, useTell } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Field, Input, Select } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./sites.messages.json";
import type { Site } from "./sites.tsx";

const m = messages(catalogue);

type Holiday = OutputOf<"workplace.sites.holidays">["items"][number];

interface SiteHolidaysProps {
  open: boolean;
  site: Site | undefined;
  mayManage: boolean;
  onClose: () => void;
}

/** The days of a year on which a site is closed: those of its country, those it adds, and those it strikes. */
export function SiteHolidays({ open, site, mayManage, onClose }: SiteHolidaysProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={m.holidaysOf({ name: site?.name ?? "" })}
      acts={<Button onClick={onClose}>{m.close()}</Button>}
    >
      {site && <Year site={site} mayManage={mayManage} />}
    </Dialog>
  );
}

function Year({ site, mayManage }: { site: Site; mayManage: boolean }) {
  const thisYear = Number(useFormat().today().slice(0, 4));
  const [year, choose] = useState(thisYear);
  const holidays = useAsk(
    "workplace.sites.holidays",
    { id: site.id, year },
    { keepPrevious: true, live: ["organisation"] },
  );
  const options = { invalidates: ["workplace"] as const };
  const set = useTell("workplace.sites.setHoliday", options);
  const restore = useTell("workplace.sites.removeHoliday", options);
  return (
    <>
      <Field label={m.year()}>
        <Select value={year} onChange={({ target }) => choose(Number(target.value))}>
          {[thisYear - 1, thisYear, thisYear + 1, thisYear + 2].map((each) => (
            <option key={each}>{each}</option>
          ))}
        </Select>
      </Field>
      <Asked of={holidays} what={m.holidays()}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{m.noHolidays()}</p>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so keys must reach it
            <ul className="hol" tabIndex={0} aria-label={m.holidays()}>
              {items.map((holiday) => (
                <Day
                  key={holiday.day}
                  holiday={holiday}
                  mayManage={mayManage}
                  onStrike={() => set.mutate({ id: site.id, day: holiday.day, name: null })}
                  onRestore={() => restore.mutate({ id: site.id, day: holiday.day })}
                />
              ))}
            </ul>
          )
        }
      </Asked>
      {mayManage && <Add site={site} />}
    </>
  );
}

interface DayProps {
  holiday: Holiday;
  mayManage: boolean;
  onStrike: () => void;
  onRestore: () => void;
}

function Day({ holiday: { day, name, from }, mayManage, onStrike, onRestore }: DayProps) {
  const format = useFormat();
  return (
    <li>
      <span className="num">{format.weekdayDate(day)}</span>
      <span>
        <span className={from === "struck" ? "is-struck" : undefined} dir="auto">
          {name}
        </span>
        {from !== "public" && <small className="meta"> {from === "struck" ? m.struck() : m.added()}</small>}
      </span>
      {mayManage &&
        (from === "public" ? (
          <Button size="sm" kind="quiet" aria-label={m.strikeDay({ name })} onClick={onStrike}>
            {m.strike()}
          </Button>
        ) : (
          <Button size="sm" kind="quiet" aria-label={m.restoreDay({ name })} onClick={onRestore}>
            {m.restore()}
          </Button>
        ))}
    </li>
  );
}

function Add({ site }: { site: Site }) {
  const [typed, type] = useState({ day: "", name: "" });
  const add = useTell("workplace.sites.setHoliday", {
    invalidates: ["workplace"],
    onDone: () => type({ day: "", name: "" }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ id: site.id, ...typed });
  };
  return (
    <form className="hol-f" onSubmit={submit} noValidate>
      <Field label={m.day()} error={add.error?.at("day")}>
        <Input type="date" value={typed.day} onChange={({ target }) => type({ ...typed, day: target.value })} />
      </Field>
      <Field label={m.holiday()} error={add.error?.at("name")}>
        <Input value={typed.name} onChange={({ target }) => type({ ...typed, name: target.value })} />
      </Field>
      <FormProblem of={add.error} fields={["day", "name"]} />
      <p className="row">
        <Button type="submit" busy={add.isPending}>
          {m.addHoliday()}
        </Button>
      </p>
    </form>
  );
}
