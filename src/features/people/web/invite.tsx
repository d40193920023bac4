import { type FormEvent, useRef, useState } from "react";
import type { InputOf } from "../../../web/api.ts";
import { useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { newId } from "../../../web/id.ts";
import { useSession } from "../../../web/session.ts";
import { Banner } from "../../../web/ui/banner.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { CopyField } from "../../../web/ui/copy-field.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Field, Input, Select } from "../../../web/ui/field.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { mayGiveRole, needsTeam } from "../permissions.ts";
import { type Role, roles, roleWord } from "./member-table.tsx";
import catalogue from "./people.messages.json";
import { TeamOptions } from "./team-form.tsx";
import type { TeamInTree } from "./team-tree.tsx";

const m = messages(catalogue);
const fields = ["email", "name", "role", "teamId"];

type Invited = Partial<Omit<InputOf<"people.invitations.create">, "id">>;

interface InviteProps {
  /** Null while it is closed; otherwise what is known of whom to invite. */
  whom: Invited | null;
  teams: readonly TeamInTree[];
  onClose: () => void;
}

/** Invites someone by mail and shows the link, to be copied, this once. */
export function Invite({ whom, teams, onClose }: InviteProps) {
  return (
    <Dialog open={whom !== null} onClose={onClose} title={m.inviteTitle()}>
      {whom && <InviteForm whom={whom} teams={teams} onClose={onClose} />}
    </Dialog>
  );
}

function InviteForm({ whom, teams, onClose }: InviteProps & { whom: Invited }) {
  const viewer = useSession().member;
  const [asked, ask] = useState(() => blank(whom));
  const [tried, setTried] = useState(false);
  const teamField = useRef<HTMLSelectElement>(null);
  const invite = useTell("people.invitations.create", { invalidates: ["people.invitations"] });
  if (invite.data) {
    const another = () => {
      invite.reset();
      setTried(false);
      ask(blank({ role: asked.role, teamId: asked.teamId }));
    };
    return <Sent email={invite.data.email} link={invite.data.link} onAnother={another} onClose={onClose} />;
  }
  const teamIsMissing = needsTeam(asked.role) && asked.teamId === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (teamIsMissing) teamField.current?.focus();
    else invite.mutate(asked);
  };
  const teamHint = needsTeam(asked.role) ? (teams.length > 0 ? m.guestsTeam() : m.guestsTeamFirst()) : undefined;
  return (
    <form onSubmit={submit} noValidate>
      <p>{m.inviteWords()}</p>
      <Field label={m.email()} error={invite.error?.at("email")}>
        <Input
          type="email"
          autoComplete="off"
          value={asked.email}
          onChange={({ target }) => ask({ ...asked, email: target.value })}
        />
      </Field>
      <Field label={m.name()} optional error={invite.error?.at("name")}>
        <Input value={asked.name} onChange={({ target }) => ask({ ...asked, name: target.value })} />
      </Field>
      <Field label={m.role()} hint={m[`${asked.role}May`]()} error={invite.error?.at("role")}>
        <Select value={asked.role} onChange={({ target }) => ask({ ...asked, role: target.value as Role })}>
          {roles
            .filter((role) => mayGiveRole(viewer.role, role))
            .map((role) => (
              <option key={role} value={role}>
                {roleWord(role)}
              </option>
            ))}
        </Select>
      </Field>
      <Field
        label={m.team()}
        hint={teamHint}
        optional={!needsTeam(asked.role)}
        error={tried && teamIsMissing ? m.chooseGuestsTeam() : invite.error?.at("teamId")}
      >
        <Select
          ref={teamField}
          required={needsTeam(asked.role)}
          value={asked.teamId ?? ""}
          onChange={({ target }) => ask({ ...asked, teamId: target.value || null })}
        >
          <option value="">{needsTeam(asked.role) ? m.chooseTeam() : m.noTeam()}</option>
          <TeamOptions teams={teams} />
        </Select>
      </Field>
      <FormProblem of={invite.error} fields={fields} />
      <p className="row dlg-acts">
        <Button onClick={onClose}>{m.cancel()}</Button>
        <Button type="submit" kind="primary" busy={invite.isPending}>
          {m.sendInvitation()}
        </Button>
      </p>
    </form>
  );
}

interface SentProps {
  email: string;
  link: string | null;
  onAnother: () => void;
  onClose: () => void;
}

function Sent({ email, link, onAnother, onClose }: SentProps) {
  return (
    <>
      <Banner kind="done" fact={m.invited({ email })}>
        {m.mailOnItsWay()}
      </Banner>
      {link && <CopyField label={m.link()} value={link} hint={m.linkHint()} />}
      <p className="row dlg-acts">
        <Button onClick={onAnother}>{m.inviteAnother()}</Button>
        <Button kind="primary" onClick={onClose}>
          {m.done()}
        </Button>
      </p>
    </>
  );
}

function blank({ email = "", name = "", role = "member", teamId = null }: Invited) {
  return { id: newId(), email, name, role, teamId };
}
