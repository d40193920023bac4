import { useState } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { useTell } from "../../../web/ask.ts";
import { useAskList } from "../../../web/ask-list.ts";
import { Asked } from "../../../web/asked.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { More } from "../../../web/more.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Confirm } from "../../../web/ui/confirm.tsx";
import { CopyField } from "../../../web/ui/copy-field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import { Table } from "../../../web/ui/table.tsx";
import { roleWord } from "./member-table.tsx";
import catalogue from "./people.messages.json";

const m = messages(catalogue);

type Invitation = OutputOf<"people.invitations.list">["items"][number];

/** Invitations that wait to be accepted, and what can be done about them. */
export function Invitations() {
  const waiting = useAskList("people.invitations.list", {}, { live: ["invitation"] });
  const [leaving, leave] = useState<Invitation | null>(null);
  const withdraw = useTell("people.invitations.withdraw", {
    invalidates: ["people.invitations"],
    onDone: () => {
      say(m.withdrawn({ email: leaving?.email ?? "" }));
      leave(null);
    },
  });
  return (
    <section aria-labelledby="iv">
      <Asked of={waiting} what={m.invitations()} rows={2}>
        {({ items }) => (
          <>
            <SectionHead
              id="iv"
              title={m.invitations()}
              aside={waiting.hasNextPage ? null : m.openCount({ count: openIn(items) })}
            />
            {items.length === 0 ? (
              <p className="small">{m.noInvitations()}</p>
            ) : (
              <>
                <Table heads={[m.email(), m.as(), m.until()]} acts={m.acts()}>
                  {items.map((invitation) => (
                    <InvitationRow key={invitation.id} invitation={invitation} onWithdraw={leave} />
                  ))}
                </Table>
                <More of={waiting} />
              </>
            )}
          </>
        )}
      </Asked>
      <Confirm
        open={leaving !== null}
        onClose={() => leave(null)}
        title={m.withdrawTitle({ email: leaving?.email ?? "" })}
        verb={m.withdraw()}
        busy={withdraw.isPending}
        onConfirm={() => leaving && withdraw.mutate({ id: leaving.id })}
      >
        <p>{m.withdrawWords()}</p>
        <FormProblem of={withdraw.error} fields={[]} />
      </Confirm>
    </section>
  );
}

function openIn(items: readonly Invitation[]): number {
  return items.filter(({ state }) => state === "open").length;
}

interface RowProps {
  invitation: Invitation;
  onWithdraw: (invitation: Invitation) => void;
}

/** A link is told once, so copying it means making a new one: the one before stops working. */
function InvitationRow({ invitation, onWithdraw }: RowProps) {
  const format = useFormat();
  const { email, role, team, state, expiresAt, can } = invitation;
  const renew = useTell("people.invitations.renew", { invalidates: ["people.invitations"] });
  const day = format.day(expiresAt);
  return (
    <>
      <tr>
        <th scope="row">{email}</th>
        <td dir="auto">{team ? m.roleInTeam({ role: roleWord(role), team: team.name }) : roleWord(role)}</td>
        <td>{state === "ended" ? m.endedOn({ day }) : m.endsOn({ day })}</td>
        <td className="end">
          {can.renew && (
            <Button
              size="sm"
              busy={renew.isPending}
              aria-label={m.renewOf({ email })}
              onClick={() => renew.mutate({ id: invitation.id })}
            >
              {state === "ended" ? m.sendAgain() : m.newLink()}
            </Button>
          )}
          {can.withdraw && (
            <Button size="sm" kind="quiet" aria-label={m.withdrawOf({ email })} onClick={() => onWithdraw(invitation)}>
              {m.withdraw()}
            </Button>
          )}
        </td>
      </tr>
      {(renew.data?.link || renew.error) && (
        <tr>
          <td colSpan={4}>
            <FormProblem of={renew.error} fields={[]} />
            {renew.data?.link && (
              <CopyField label={m.linkFor({ email })} value={renew.data.link} hint={m.sentAgain()} />
            )}
          </td>
        </tr>
      )}
    </>
  );
}
