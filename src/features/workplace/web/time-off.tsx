import { type FormEvent, useState } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { newId } from "../../../web/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Field, Input } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import catalogue from "./profile.messages.json";

const m = messages(catalogue);

/** Days off ahead, and more of them: a first and a last day, and no reason. */
export function TimeOff({ mine }: { mine: OutputOf<"workplace.presence.mine"> }) {
  const format = useFormat();
  const remove = useTell("workplace.timeOff.remove", { invalidates: ["workplace"], onDone: () => say(m.takenBack()) });
  return (
    <div className="wp-off">
      <h3 className="label">{m.timeOff()}</h3>
      <p className="meta">{m.timeOffWords()}</p>
      {mine.timeOff.length === 0 ? (
        <p className="small">{m.noTimeOff()}</p>
      ) : (
        <ul>
          {mine.timeOff.map(({ id, startsOn, endsOn }) => {
            const dates = format.dates(startsOn, endsOn);
            return (
              <li key={id}>
                {dates}
                <Button
                  size="sm"
                  kind="quiet"
                  aria-label={m.takeBackDays({ dates })}
                  onClick={() => remove.mutate({ id })}
                >
                  {m.takeBack()}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <TakeOff />
    </div>
  );
}

function TakeOff() {
  const format = useFormat();
  const [typed, type] = useState({ id: newId(), startsOn: "", endsOn: "" });
  const add = useTell("workplace.timeOff.create", {
    invalidates: ["workplace"],
    onDone: ({ startsOn, endsOn }) => {
      type({ id: newId(), startsOn: "", endsOn: "" });
      say(m.takenOff({ dates: format.dates(startsOn, endsOn) }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ ...typed, endsOn: typed.endsOn || typed.startsOn });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Field label={m.firstDay()} error={add.error?.at("startsOn")}>
        <Input
          type="date"
          value={typed.startsOn}
          onChange={({ target }) => type({ ...typed, startsOn: target.value })}
        />
      </Field>
      <Field label={m.lastDay()} error={add.error?.at("endsOn")}>
        <Input type="date" value={typed.endsOn} onChange={({ target }) => type({ ...typed, endsOn: target.value })} />
      </Field>
      <p className="row form-acts">
        <Button type="submit" busy={add.isPending}>
          {m.takeOff()}
        </Button>
      </p>
      <FormProblem of={add.error} fields={["startsOn", "endsOn"]} />
    </form>
  );
}
