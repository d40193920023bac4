import { type FormEvent, useState } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Confirm } from "../../../web/ui/confirm.tsx";
import { Field, Input } from "../../../web/ui/field.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import catalogue from "./engagement.messages.json";

const m = messages(catalogue);

type Settings = OutputOf<"engagement.pulse.settings">;
const limits = [
  ["answers", m.limitAnswers],
  ["comments", m.limitComments],
  ["crowd", m.limitCrowd],
] as const;

/** The owner's: limits, which are only raised, what it is called, and the switch. */
export function PulseSettings({ settings }: { settings: Settings }) {
  const { version } = settings;
  const [typed, type] = useState<Partial<Record<"answers" | "comments" | "crowd", string>>>({});
  const [confidential, call] = useState(settings.confidential);
  const [leaving, leave] = useState(false);
  const save = useTell("engagement.pulse.changeSettings", {
    invalidates: ["engagement"],
    onDone: ({ on }) => {
      type({});
      leave(false);
      say(on ? m.saved() : m.switchedOff());
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const raised = Object.fromEntries(Object.entries(typed).map(([limit, value]) => [limit, Number(value)]));
    save.mutate({ version, confidential, ...raised });
  };
  return (
    <section aria-labelledby="pulse-settings">
      <SectionHead id="pulse-settings" title={m.settings()} />
      <form className="pulse-f" onSubmit={submit} noValidate>
        {limits.map(([limit, label]) => (
          <Field key={limit} label={label()} hint={m.limitHint()} error={save.error?.at(limit)}>
            <Input
              type="number"
              inputMode="numeric"
              min={settings[limit]}
              value={typed[limit] ?? settings[limit]}
              onChange={({ target }) => type((before) => ({ ...before, [limit]: target.value }))}
            />
          </Field>
        ))}
        <div className="pulse-q">
          <label>
            <input type="checkbox" checked={confidential} onChange={({ target }) => call(target.checked)} />
            <span>
              {m.callConfidential()}
              <small className="meta">{m.callConfidentialHint()}</small>
            </span>
          </label>
        </div>
        <FormProblem of={save.error} fields={["answers", "comments", "crowd"]} />
        <p className="row">
          <Button type="submit" busy={save.isPending && !leaving}>
            {m.save()}
          </Button>
          <Button kind="danger" onClick={() => leave(true)}>
            {m.switchOff()}
          </Button>
        </p>
      </form>
      <Confirm
        open={leaving}
        onClose={() => leave(false)}
        title={m.switchOffTitle()}
        verb={m.switchOff()}
        busy={save.isPending}
        onConfirm={() => save.mutate({ version, on: false })}
      >
        {m.switchOffWords()}
      </Confirm>
    </section>
  );
}
