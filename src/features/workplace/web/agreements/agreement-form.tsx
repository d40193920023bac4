import { type FormEvent, useState } from "react";
import { useTell } from "../../../../web/ask.ts";
import { Conflict, versionMet } from "../../../../web/conflict.tsx";
import { FormProblem } from "../../../../web/form-problem.tsx";
import { useKept } from "../../../../web/kept.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Confirm } from "../../../../web/ui/confirm.tsx";
import { Field, TextArea } from "../../../../web/ui/field.tsx";
import { say } from "../../../../web/ui/status-line.tsx";
import { AgreementTemplates } from "./agreement-templates.tsx";
import { type Agreed, type Agreement, m } from "./agreement-words.ts";
import { ChannelFields } from "./channel-fields.tsx";
import { CoreHoursFields, MeetingFreeFields } from "./hours-fields.tsx";

const nothing: Agreed = { coreHours: null, channels: [], meetingFree: [], asyncByDefault: false, notes: "" };

interface AgreementFormProps {
  agreement: Agreement;
  onClose: () => void;
}

/** Writes a team's own agreement, from a template where there is none. What is typed stays until it is saved or cancelled. */
export default function AgreementForm({ agreement: { team, agreed, from, version }, onClose }: AgreementFormProps) {
  const [value, set, forget] = useKept<Agreed | null>(`agreement.${team.id}`, () => agreed);
  const leave = () => {
    forget();
    onClose();
  };
  const save = useTell("workplace.agreements.write", {
    invalidates: ["workplace.agreements", "activity.history"],
    onDone: () => {
      say(m.saved());
      leave();
    },
  });
  if (!value) return <AgreementTemplates onTake={(begun) => set(begun ?? nothing)} onClose={leave} />;
  const change = (part: Partial<Agreed>) => set({ ...value, ...part });
  const wrong = (field: string) => save.error?.at(field);
  const send = (asOf: number) => save.mutate({ id: team.id, version: asOf, ...value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(version);
  };
  return (
    <form className="agr-f" onSubmit={submit} noValidate>
      <CoreHoursFields value={value.coreHours} onChange={(coreHours) => change({ coreHours })} wrong={wrong} />
      <MeetingFreeFields value={value.meetingFree} onChange={(meetingFree) => change({ meetingFree })} wrong={wrong} />
      <ChannelFields value={value.channels} onChange={(channels) => change({ channels })} wrong={wrong} />
      <label className="ck">
        <input
          type="checkbox"
          checked={value.asyncByDefault}
          onChange={({ target }) => change({ asyncByDefault: target.checked })}
        />
        <span>
          {m.async()}. {m.asyncWords()}
        </span>
      </label>
      <Field label={m.notes()} hint={m.notesHint()} optional error={wrong("notes")}>
        <TextArea value={value.notes} onChange={({ target }) => change({ notes: target.value })} />
      </Field>
      <Conflict of={save.error} words={inWords} onMine={send} onTheirs={leave} />
      <FormProblem of={versionMet(save.error) ? null : save.error} fields={shownByFields(value)} />
      <div className="row form-acts">
        <Button type="submit" kind="primary" busy={save.isPending}>
          {m.save()}
        </Button>
        <Button onClick={leave}>{m.cancel()}</Button>
        {agreed && !from && <GiveUp team={team} version={version} onDone={leave} />}
      </div>
    </form>
  );
}

interface GiveUpProps {
  team: { id: string; name: string };
  version: number;
  onDone: () => void;
}

function GiveUp({ team, version, onDone }: GiveUpProps) {
  const [asking, ask] = useState(false);
  const remove = useTell("workplace.agreements.remove", {
    invalidates: ["workplace.agreements", "activity.history"],
    onDone: () => {
      say(m.gaveUp());
      onDone();
    },
  });
  return (
    <>
      <Button kind="quiet" onClick={() => ask(true)}>
        {m.giveUp()}
      </Button>
      <Confirm
        open={asking}
        onClose={() => ask(false)}
        title={m.giveUpTitle({ team: team.name })}
        verb={m.giveUp()}
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ id: team.id, version })}
      >
        <p>{m.giveUpWords()}</p>
        <FormProblem of={remove.error} fields={[]} />
      </Confirm>
    </>
  );
}

/** Two edits that met, in short: words as they are, of the rest how many. */
function inWords(field: string, value: unknown) {
  if (field === "notes" && typeof value === "string") return { label: m.notes(), value };
  if (field === "channels" && Array.isArray(value))
    return { label: m.channels(), value: value.map(({ name }) => name).join(", ") };
  return undefined;
}

/** Whatever a field says of itself. */
function shownByFields({ channels, meetingFree }: Agreed): string[] {
  return [
    ...["coreHours", "coreHours.days", "coreHours.from", "coreHours.to", "coreHours.timeZone", "notes"],
    ...channels.flatMap((_, at) => ["name", "use", "answerWithin.amount"].map((part) => `channels.${at}.${part}`)),
    ...meetingFree.flatMap((_, at) => ["days", "from", "to"].map((part) => `meetingFree.${at}.${part}`)),
  ];
}
