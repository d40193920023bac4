import type { FormEvent } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { keyOf, useAsk, useTell } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { Conflict, versionMet } from "../../../web/conflict.tsx";
import { useDraft } from "../../../web/draft.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { queryClient } from "../../../web/query-client.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Field, Input } from "../../../web/ui/field.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import { TimeZoneSelect } from "../../../web/ui/time-zone-select.tsx";
import catalogue from "./profile.messages.json";
import { SingleKeys } from "./single-keys.tsx";
import { WorkingHoursFields } from "./working-hours.tsx";

const m = messages(catalogue);
const fields = ["name", "timeZone", "place"];

type Member = OutputOf<"people.members.get">;

/** A member's own profile: name, place, zone, working hours; and whether single letters are shortcuts. */
export function ProfileForm({ memberId }: { memberId: string }) {
  const member = useAsk("people.members.get", { id: memberId });
  return (
    <Asked of={member} what={m.profile()}>
      {(read) => (
        <>
          <Details member={read} />
          <section aria-labelledby="keys">
            <SectionHead id="keys" title={m.keyboard()} />
            <SingleKeys member={read} />
          </section>
        </>
      )}
    </Asked>
  );
}

function Details({ member }: { member: Member }) {
  const draft = useDraft(member);
  const save = useTell("people.members.update", {
    invalidates: ["signIn.session.current", "people.members.list", "people.teams"],
    onDone: (answer) => {
      queryClient.setQueryData(keyOf("people.members.get", { id: member.id }), answer);
      draft.forget();
      say(m.saved());
    },
  });
  const write = (version: number) => {
    const { name, place, timeZone, workingHours } = draft.changes();
    save.mutate({ id: member.id, version, name, place, timeZone, workingHours });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write(draft.version);
  };
  const letGo = () => {
    draft.forget();
    save.reset();
    void queryClient.invalidateQueries({ queryKey: keyOf("people.members.get") });
  };
  const { name, place, timeZone, workingHours } = draft.value;
  return (
    <form className="narrow" onSubmit={submit} noValidate>
      <Field label={m.name()} error={save.error?.at("name")}>
        <Input autoComplete="name" value={name} onChange={({ target }) => draft.change({ name: target.value })} />
      </Field>
      <Field label={m.place()} hint={m.placeHint()} optional error={save.error?.at("place")}>
        <Input value={place} onChange={({ target }) => draft.change({ place: target.value })} />
      </Field>
      <Field label={m.timeZone()} hint={m.timeZoneHint()} error={save.error?.at("timeZone")}>
        <TimeZoneSelect value={timeZone} onChange={(zone) => draft.change({ timeZone: zone })} />
      </Field>
      <WorkingHoursFields
        value={workingHours}
        onChange={(hours) => draft.change({ workingHours: hours })}
        wrong={save.error?.problems.find(({ field }) => field.startsWith("workingHours"))}
      />
      <Conflict of={save.error} words={fieldWords} onMine={write} onTheirs={letGo} />
      <FormProblem
        of={versionMet(save.error) ? null : save.error}
        fields={[...fields, ...hoursFields(save.error?.problems)]}
      />
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

function hoursFields(problems: readonly { field: string }[] = []): string[] {
  return problems.map(({ field }) => field).filter((field) => field.startsWith("workingHours"));
}

const labels: Record<string, string> = { name: m.name(), place: m.place(), timeZone: m.timeZone() };

function fieldWords(field: string, value: unknown) {
  const label = labels[field];
  return label && typeof value === "string" ? { label, value } : undefined;
}
