import { type FormEvent, useState } from "react";
import { Link, useLocation } from "wouter";
import type { OutputOf } from "../api.ts";
import { keyOf, useAsk, useTell } from "../ask.ts";
import { Asked } from "../asked.tsx";
import { FormProblem } from "../form-problem.tsx";
import { queryClient } from "../query-client.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Field, Input } from "../ui/field.tsx";
import { formatFor, readerOfBrowser } from "../ui/format.ts";
import { messages } from "../ui/messages.ts";
import { TimeZoneSelect } from "../ui/time-zone-select.tsx";
import { Door } from "./door.tsx";
import catalogue from "./invitation.messages.json";

const m = messages(catalogue);
const fields = ["name", "timeZone", "password"];
const reader = readerOfBrowser();

/** Opened from an invitation: its secret stands after # so that no log keeps it, and looking at it uses nothing up. */
export default function Invitation() {
  const secret = location.hash.slice(1);
  const opened = useAsk("signIn.invitation.open", { secret }, { enabled: secret !== "" });
  const dead = secret === "" || opened.error?.status === 422;
  return (
    <Door title={opened.data ? m.title({ organisation: opened.data.organisation }) : m.invitation()}>
      {dead ? (
        <Banner kind="note" fact={secret === "" ? m.noSecret() : m.ended()}>
          {m.askForNew()}{" "}
          <Link href="/sign-in" className="link">
            {m.signIn()}
          </Link>
        </Banner>
      ) : (
        <Asked of={opened} what={m.invitation()}>
          {(invitation) => <Accept secret={secret} invitation={invitation} />}
        </Asked>
      )}
    </Door>
  );
}

interface AcceptProps {
  secret: string;
  invitation: OutputOf<"signIn.invitation.open">;
}

function Accept({ secret, invitation }: AcceptProps) {
  const [, go] = useLocation();
  const { inviter, email, role, team, expiresAt } = invitation;
  const [said, say] = useState({ name: invitation.name, timeZone: reader.timeZone, password: "" });
  const accept = useTell("signIn.invitation.accept", {
    onDone: (session) => {
      queryClient.clear();
      queryClient.setQueryData(keyOf("signIn.session.current"), session);
      go("/", { replace: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept.mutate({ secret, ...said });
  };
  const invites = { inviter, role: m[role](), team: team ?? "" };
  return (
    <form className="door-f" onSubmit={submit} noValidate>
      <p className="small" dir="auto">
        {team ? m.invitesToTeam(invites) : m.invites(invites)} {m.signsInWith({ email })}
      </p>
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field label={m.name()} error={accept.error?.at("name")}>
        <Input autoComplete="name" value={said.name} onChange={({ target }) => say({ ...said, name: target.value })} />
      </Field>
      <Field label={m.timeZone()} hint={m.timeZoneHint()} error={accept.error?.at("timeZone")}>
        <TimeZoneSelect value={said.timeZone} onChange={(timeZone) => say({ ...said, timeZone })} />
      </Field>
      <Field label={m.password()} hint={m.passwordHint()} error={accept.error?.at("password")}>
        <Input
          type="password"
          autoComplete="new-password"
          value={said.password}
          onChange={({ target }) => say({ ...said, password: target.value })}
        />
      </Field>
      <FormProblem of={accept.error} fields={fields} />
      <p className="row">
        <Button type="submit" kind="primary" busy={accept.isPending}>
          {m.join()}
        </Button>
      </p>
      <p className="meta">{m.until({ day: formatFor(reader).moment(expiresAt) })}</p>
    </form>
  );
}
