import { useState } from "react";
import { useTell } from "../../../web/ask.ts";
import { useAskList } from "../../../web/ask-list.ts";
import { Asked } from "../../../web/asked.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { More } from "../../../web/more.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Empty } from "../../../web/ui/empty.tsx";
import { FilterChip } from "../../../web/ui/filter-chip.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { useSettled } from "../../../web/ui/settled.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { MemberPicker } from "./member-picker.tsx";
import { type MemberInList, MemberTable } from "./member-table.tsx";
import catalogue from "./people.messages.json";
import type { TeamInTree } from "./team-tree.tsx";

const m = messages(catalogue);

/** Everyone who is here, found by name; or those who left. */
export function Everyone({ onInvite }: { onInvite: ((member: MemberInList) => void) | undefined }) {
  const [typed, type] = useState("");
  const [left, showLeft] = useState(false);
  const search = useSettled(typed.trim(), 150);
  const members = useAskList(
    "people.members.list",
    { search, ...(left ? { deactivated: "true" } : {}) },
    { live: ["member"], keepPrevious: true },
  );
  return (
    <section aria-labelledby="mm">
      <SectionHead id="mm" title={left ? m.thoseWhoLeft() : m.everyone()} />
      <div className="mem-find">
        <input
          type="search"
          className="input"
          dir="auto"
          aria-label={m.search()}
          placeholder={m.search()}
          value={typed}
          onChange={({ target }) => type(target.value)}
        />
        <FilterChip on={left} onToggle={() => showLeft(!left)}>
          {m.left()}
        </FilterChip>
      </div>
      <Asked of={members} what={m.people()} rows={6}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="small">{search ? m.nobodyFound() : m.nobodyLeft()}</p>
          ) : (
            <>
              <MemberTable members={items} onInvite={onInvite} />
              <More of={members} />
            </>
          )
        }
      </Asked>
    </section>
  );
}

interface TeamPanelProps {
  team: TeamInTree;
  onEdit: (() => void) | undefined;
  onEveryone: () => void;
  onInvite: ((member: MemberInList) => void) | undefined;
  acts: React.ReactNode;
}

/** The members of the chosen team, and who may be added. */
export function TeamPanel({ team, onEdit, onEveryone, onInvite, acts }: TeamPanelProps) {
  const [adding, add] = useState(false);
  const members = useAskList("people.members.list", { team: team.id }, { live: ["member", "team"] });
  const invalidates = ["people.members", "people.teams"] as const;
  const put = useTell("people.teams.addMember", { invalidates });
  const take = useTell("people.teams.removeMember", { invalidates });
  const takeOut = (member: MemberInList) =>
    take.mutate(
      { id: team.id, memberId: member.id },
      {
        onSuccess: () =>
          say(m.takenOut({ name: member.name, team: team.name }), () =>
            put.mutate({ id: team.id, memberId: member.id }),
          ),
      },
    );
  const { lead } = team;
  return (
    <section aria-labelledby="mm">
      <SectionHead
        id="mm"
        title={<span dir="auto">{team.name}</span>}
        aside={lead ? m.countLead({ count: team.members, lead: lead.name }) : m.countNoLead({ count: team.members })}
      />
      <p className="row mem-acts">
        {team.can.changeMembers && (
          <Button size="sm" aria-expanded={adding} onClick={() => add(!adding)}>
            {m.addMember()}
          </Button>
        )}
        {onEdit && (
          <Button size="sm" onClick={onEdit}>
            {m.edit()}
          </Button>
        )}
        {acts}
        <Button size="sm" kind="quiet" onClick={onEveryone}>
          {m.showEveryone()}
        </Button>
      </p>
      {adding && (
        <MemberPicker
          label={m.whoJoins({ team: team.name })}
          without={members.data?.items.map(({ id }) => id) ?? []}
          onPick={(member) =>
            put.mutate(
              { id: team.id, memberId: member.id },
              { onSuccess: () => say(m.added({ name: member.name, team: team.name })) },
            )
          }
        />
      )}
      <FormProblem of={put.error ?? take.error} fields={[]} />
      <Asked of={members} what={m.people()} rows={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={m.nobodyHere()}>{m.nobodyHereWords()}</Empty>
          ) : (
            <>
              <MemberTable
                members={items}
                onTakeOut={team.can.changeMembers ? takeOut : undefined}
                onInvite={onInvite}
              />
              <More of={members} />
            </>
          )
        }
      </Asked>
    </section>
  );
}
