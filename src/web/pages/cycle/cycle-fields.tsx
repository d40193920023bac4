import type { OutputOf } from "../../api.ts";
import { weekdayNames } from "../../ui/calendar-words.ts";
import { Field, Input, Select } from "../../ui/field.tsx";
import { useFormat } from "../../ui/format.ts";
import { messages } from "../../ui/messages.ts";
import catalogue from "./cycle.messages.json";

const m = messages(catalogue);

type Cycle = OutputOf<"okrs.cycles.get">;
type Body = Pick<Cycle, "name" | "kind" | "startsOn" | "endsOn" | "parentId" | "rhythm">;
const kinds = ["year", "half", "quarter", "custom"] as const;

interface CycleFieldsProps {
  value: Body;
  change: (part: Partial<Body>) => void;
  wrong: (field: string) => string | undefined;
  /** Those it may lie in. */
  around: readonly Cycle[];
}

/** What a cycle is called, when it is, in which other it lies, and when check-ins are due. */
export function CycleFields({ value, change, wrong, around }: CycleFieldsProps) {
  const { locale } = useFormat();
  const { name, kind, startsOn, endsOn, parentId, rhythm } = value;
  return (
    <>
      <div className="pair-fields">
        <Field label={m.kind()} error={wrong("kind")}>
          <Select autoFocus value={kind} onChange={({ target }) => change({ kind: target.value as Body["kind"] })}>
            {kinds.map((each) => (
              <option key={each} value={each}>
                {m[each]()}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={m.name()} error={wrong("name")}>
          <Input value={name} onChange={({ target }) => change({ name: target.value })} />
        </Field>
      </div>
      <div className="pair-fields">
        <Field label={m.firstDay()} error={wrong("startsOn")}>
          <Input type="date" value={startsOn} onChange={({ target }) => change({ startsOn: target.value })} />
        </Field>
        <Field label={m.lastDay()} error={wrong("endsOn")}>
          <Input type="date" value={endsOn} onChange={({ target }) => change({ endsOn: target.value })} />
        </Field>
      </div>
      {around.length > 0 && (
        <Field label={m.liesIn()} error={wrong("parentId")}>
          <Select value={parentId ?? ""} onChange={({ target }) => change({ parentId: target.value || null })}>
            <option value="">{m.noCycle()}</option>
            {around.map((cycle) => (
              <option key={cycle.id} value={cycle.id}>
                {cycle.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <fieldset className="cyc-r">
        <legend className="label">{m.rhythm()}</legend>
        <Field label={m.everyWeeks()} error={wrong("rhythm.weeks")}>
          <Input
            type="number"
            min={1}
            max={13}
            value={rhythm.weeks}
            onChange={({ target }) => change({ rhythm: { ...rhythm, weeks: target.valueAsNumber || 1 } })}
          />
        </Field>
        <Field label={m.on()} error={wrong("rhythm.day")}>
          <Select
            value={rhythm.day}
            onChange={({ target }) => change({ rhythm: { ...rhythm, day: Number(target.value) } })}
          >
            {weekdayNames(locale).map((day, at) => (
              <option key={day} value={at + 1}>
                {day}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={m.by()} error={wrong("rhythm.time")}>
          <Input
            type="time"
            value={rhythm.time}
            onChange={({ target }) => target.value && change({ rhythm: { ...rhythm, time: target.value } })}
          />
        </Field>
      </fieldset>
      <p className="meta">{m.rhythmWords()}</p>
    </>
  );
}
