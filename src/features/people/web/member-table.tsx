import { useState } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { useSession } from "../../../web/session.ts";
import { Avatar } from "../../../web/ui/avatar.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Confirm } from "../../../web/ui/confirm.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Field, Input } from "../../../web/ui/field.tsx";
import { ellipsis } from "../../../web/ui/icons.ts";
import { Menu, MenuItem } from "../../../web/ui/menu.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { Table } from "../../../web/ui/table.tsx";
import "./member-table.css";
import catalogue from "./people.messages.json";

const m = messages(catalogue);

export type MemberInList = OutputOf<"people.members.list">["items"][number];
export type Role = MemberInList["role"];

interface MemberTableProps {
  members: readonly MemberInList[];
  /** Where they stand in a team and the viewer may change who belongs to it. */
  onTakeOut?: ((member: MemberInList) => void) | undefined;
  /** For who was added by an import and cannot sign in yet. */
  onInvite: ((member: MemberInList) => void) | undefined;
}

/** Members with their role, place and what may be done about them. */
export function MemberTable({ members, onTakeOut, onInvite }: MemberTableProps) {
  const [renaming, rename] = useState<MemberInList | null>(null);
  const [leaving, leave] = useState<MemberInList | null>(null);
  const invalidates = ["people.members", "people.teams"] as const;
  const deactivate = useTell("people.members.deactivate", {
    invalidates,
    onDone: ({ name }) => {
      leave(null);
      say(m.deactivated({ name }));
    },
  });
  const give = useTell("people.members.setRole", {
    invalidates: [...invalidates, "signIn.session.current"],
    onDone: ({ name, role }) => say(m.roleGiven({ name, role: roleWord(role) })),
  });
  const giveRole = ({ id, name, version, role: before }: MemberInList, role: Role) =>
    give.mutate(
      { id, version, role },
      {
        onSuccess: (answer) =>
          say(m.roleGiven({ name, role: roleWord(role) }), () =>
            give.mutate({ id, version: answer.version, role: before }),
          ),
      },
    );
  const reactivate = useTell("people.members.reactivate", {
    invalidates,
    onDone: ({ name }) => say(m.reactivated({ name })),
  });
  return (
    <>
      <FormProblem of={give.error ?? reactivate.error} fields={[]} />
      <Table kind="mem" heads={[m.member(), m.role(), m.place()]} acts={m.acts()}>
        {members.map((member) => (
          <tr key={member.id}>
            <MemberName member={member} />
            <td>
              <RolePicker member={member} busy={give.isPending} onGive={(role) => giveRole(member, role)} />
            </td>
            <td dir="auto">{member.place || zoneCity(member.timeZone)}</td>
            <td className="end">
              <MemberMenu
                member={member}
                onTakeOut={onTakeOut}
                onInvite={onInvite}
                onRename={rename}
                onDeactivate={leave}
                onReactivate={() => reactivate.mutate({ id: member.id })}
              />
            </td>
          </tr>
        ))}
      </Table>
      <Confirm
        open={leaving !== null}
        onClose={() => leave(null)}
        title={m.deactivateTitle({ name: leaving?.name ?? "" })}
        verb={m.deactivate()}
        busy={deactivate.isPending}
        onConfirm={() => leaving && deactivate.mutate({ id: leaving.id })}
      >
        <p>{m.deactivateWords()}</p>
        <FormProblem of={deactivate.error} fields={[]} />
      </Confirm>
      <Dialog
        open={renaming !== null}
        onClose={() => rename(null)}
        title={m.renameTitle({ name: renaming?.name ?? "" })}
      >
        {renaming && <Rename member={renaming} onClose={() => rename(null)} />}
      </Dialog>
    </>
  );
}

function MemberName({ member }: { member: MemberInList }) {
  const own = useSession().member.id === member.id;
  return (
    <th scope="row">
      <span className="mem-n">
        <Avatar name={member.name} />
        <span>
          <span dir="auto">{member.name}</span> {own && <span className="tag">{m.you()}</span>}
          <small>
            <Address of={member.email} />
          </small>
          {!member.signsIn && !member.deactivatedAt && <small>{m.notSignedInYet()}</small>}
        </span>
      </span>
    </th>
  );
}

/** Where it is too long for its line it goes on after the @. */
function Address({ of: email }: { of: string }) {
  const at = email.indexOf("@") + 1;
  return (
    <>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </>
  );
}

interface RolePickerProps {
  member: MemberInList;
  busy: boolean;
  onGive: (role: Role) => void;
}

/** The role as a choice where the viewer may give another, as a word where not. */
function RolePicker({ member, busy, onGive }: RolePickerProps) {
  const { name, role, can } = member;
  if (can.giveRoles.length === 0 || member.deactivatedAt) return roleWord(role);
  return (
    <select
      className="pick"
      aria-label={m.roleOf({ name })}
      value={role}
      disabled={busy}
      onChange={({ target }) => onGive(target.value as Role)}
    >
      {roles
        .filter((each) => each === role || can.giveRoles.includes(each))
        .map((each) => (
          <option key={each} value={each}>
            {roleWord(each)}
          </option>
        ))}
    </select>
  );
}

export const roles: readonly Role[] = ["owner", "admin", "champion", "member", "guest"];

export function roleWord(role: Role): string {
  return m[role]();
}

interface MemberMenuProps {
  member: MemberInList;
  onTakeOut: ((member: MemberInList) => void) | undefined;
  onInvite: ((member: MemberInList) => void) | undefined;
  onRename: (member: MemberInList) => void;
  onDeactivate: (member: MemberInList) => void;
  onReactivate: () => void;
}

function MemberMenu({ member, onTakeOut, onInvite, onRename, onDeactivate, onReactivate }: MemberMenuProps) {
  const { can, name } = member;
  const invite = onInvite && !member.signsIn && !member.deactivatedAt;
  if (!invite && !onTakeOut && !can.rename && !can.deactivate && !can.reactivate) return null;
  return (
    <Menu label={m.moreFor({ name })} button={{ kind: "quiet", size: "sm", icon: ellipsis, iconOnly: true }}>
      {invite && <MenuItem onSelect={() => onInvite(member)}>{m.invite()}</MenuItem>}
      {can.rename && <MenuItem onSelect={() => onRename(member)}>{m.rename()}</MenuItem>}
      {onTakeOut && <MenuItem onSelect={() => onTakeOut(member)}>{m.takeOut()}</MenuItem>}
      {can.reactivate && <MenuItem onSelect={onReactivate}>{m.reactivate()}</MenuItem>}
      {can.deactivate && (
        <MenuItem danger onSelect={() => onDeactivate(member)}>
          {m.deactivate()}
        </MenuItem>
      )}
    </Menu>
  );
}

function Rename({ member, onClose }: { member: MemberInList; onClose: () => void }) {
  const [name, type] = useState(member.name);
  const save = useTell("people.members.update", {
    invalidates: ["people.members", "people.teams", "signIn.session.current"],
    onDone: (answer) => {
      say(m.renamed({ name: answer.name }));
      onClose();
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ id: member.id, version: member.version, name });
      }}
    >
      <Field label={m.name()} error={save.error?.at("name")}>
        <Input value={name} onChange={({ target }) => type(target.value)} />
      </Field>
      <FormProblem of={save.error} fields={["name"]} />
      <p className="row dlg-acts">
        <Button onClick={onClose}>{m.cancel()}</Button>
        <Button type="submit" kind="primary" busy={save.isPending}>
          {m.rename()}
        </Button>
      </p>
    </form>
  );
}

/** "Europe/Lisbon" → "Lisbon", for who named no place. */
function zoneCity(timeZone: string): string {
  return timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;
}
