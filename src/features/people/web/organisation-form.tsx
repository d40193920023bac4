import type { FormEvent } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { keyOf, useTell } from "../../../web/ask.ts";
import { Conflict, versionMet } from "../../../web/conflict.tsx";
import { useDraft } from "../../../web/draft.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { queryClient } from "../../../web/query-client.ts";
import { Button } from "../../../web/ui/button.tsx";
import { monthNames, weekdayNames } from "../../../web/ui/calendar-words.ts";
import { Field, Input, Select } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { TimeZoneSelect } from "../../../web/ui/time-zone-select.tsx";
import catalogue from "./organisation.messages.json";

const m = messages(catalogue);
const fields = ["name", "timeZone", "weekStartsOn", "fiscalYearStartMonth"];

export type Organisation = OutputOf<"people.organisation.get">;

/** Saves parts of the organisation's settings; the answer takes the place of what was read. */
export function useSaveOrganisation(onDone: () => void) {
  return useTell("people.organisation.update", {
    invalidates: ["signIn.session.current", "okrs", "alignment", "focus", "cadence", "planning"],
    onDone: (answer) => {
      queryClient.setQueryData(keyOf("people.organisation.get"), answer);
      onDone();
      say(m.saved());
    },
  });
}

/** Name and calendar. What the viewer may not change is shown and cannot be typed in. */
export function OrganisationForm({ organisation }: { organisation: Organisation }) {
  const { locale } = useFormat();
  const draft = useDraft(organisation);
  const save = useSaveOrganisation(draft.forget);
  const [weekdays, months] = [weekdayNames(locale), monthNames(locale)];
  const { edit, changeRules } = organisation.can;
  const write = (version: number) => {
    const { name, timeZone, weekStartsOn, fiscalYearStartMonth } = draft.changes();
    save.mutate({ version, name, timeZone, weekStartsOn, fiscalYearStartMonth });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write(draft.version);
  };
  const letGo = () => {
    draft.forget();
    save.reset();
    void queryClient.invalidateQueries({ queryKey: keyOf("people.organisation.get") });
  };
  const { name, timeZone, weekStartsOn, fiscalYearStartMonth } = draft.value;
  const wrong = (field: string) => save.error?.at(field);
  const words = (field: string, value: unknown) => wordsFor(field, value, weekdays, months);
  return (
    <form className="narrow" onSubmit={submit} noValidate>
      <Field label={m.name()} error={wrong("name")}>
        <Input disabled={!edit} value={name} onChange={({ target }) => draft.change({ name: target.value })} />
      </Field>
      <Field label={m.timeZone()} hint={m.timeZoneHint()} error={wrong("timeZone")}>
        <TimeZoneSelect disabled={!edit} value={timeZone} onChange={(zone) => draft.change({ timeZone: zone })} />
      </Field>
      <Field label={m.weekStartsOn()} error={wrong("weekStartsOn")}>
        <Select
          disabled={!edit}
          value={weekStartsOn}
          onChange={({ target }) => draft.change({ weekStartsOn: Number(target.value) })}
        >
          {options(weekdays)}
        </Select>
      </Field>
      <Field label={m.yearStartsIn()} hint={m.yearHint()} error={wrong("fiscalYearStartMonth")}>
        <Select
          disabled={!changeRules}
          value={fiscalYearStartMonth}
          onChange={({ target }) => draft.change({ fiscalYearStartMonth: Number(target.value) })}
        >
          {options(months)}
        </Select>
      </Field>
      <Conflict of={save.error} words={words} onMine={write} onTheirs={letGo} />
      <FormProblem of={versionMet(save.error) ? null : save.error} fields={fields} />
      <p className="row form-acts">
        <Button type="submit" kind="primary" disabled={!draft.changed} busy={save.isPending}>
          {m.save()}
        </Button>
        {draft.changed && (
          <Button kind="quiet" onClick={letGo}>
            {m.letGo()}
          </Button>
        )}
      </p>
    </form>
  );
}

function options(names: readonly string[]) {
  return names.map((name, at) => (
    <option key={name} value={at + 1}>
      {name}
    </option>
  ));
}

function wordsFor(field: string, value: unknown, weekdays: readonly string[], months: readonly string[]) {
  const told: Record<string, { label: string; value: string | undefined }> = {
    name: { label: m.name(), value: String(value) },
    timeZone: { label: m.timeZone(), value: String(value) },
    weekStartsOn: { label: m.weekStartsOn(), value: weekdays[Number(value) - 1] },
    fiscalYearStartMonth: { label: m.yearStartsIn(), value: months[Number(value) - 1] },
  };
  const said = told[field];
  return said && { label: said.label, value: said.value ?? String(value) };
}
