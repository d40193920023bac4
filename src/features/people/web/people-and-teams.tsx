import { useState } from "react";
import { useSearchParams } from "wouter";
import type { OutputOf } from "../../../web/api.ts";
import { useAsk, useTell } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { Empty } from "../../../web/ui/empty.tsx";
import { ellipsis } from "../../../web/ui/icons.ts";
import { Menu, MenuItem } from "../../../web/ui/menu.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { userPlus } from "../../../web/ui/settings-icons.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { parentFurtherIn, parentFurtherOut } from "../team-rows.ts";
import { Invitations } from "./invitations.tsx";
import { Invite } from "./invite.tsx";
import type { MemberInList } from "./member-table.tsx";
import { Everyone, TeamPanel } from "./members-panel.tsx";
import catalogue from "./people.messages.json";
import "./people-and-teams.css";
import { RoleList } from "./role-list.tsx";
import { TeamForm } from "./team-form.tsx";
import { type TeamInTree, TeamTree } from "./team-tree.tsx";

const m = messages(catalogue);

/** The tree of teams, who belongs to the chosen one, who is invited, and what a role may do. */
export function PeopleAndTeams() {
  const answer = useAsk("people.teams.list", undefined, { live: ["team", "member"] });
  return (
    <Asked of={answer} what={m.teams()} rows={6} head={<PageHead title={m.peopleAndTeams()} />}>
      {(teams) => <Whole {...teams} />}
    </Asked>
  );
}

type Form = { team?: TeamInTree; under?: string | null };

function Whole({ items, counts, can }: OutputOf<"people.teams.list">) {
  const [search, setSearch] = useSearchParams();
  const [form, open] = useState<Form | null>(null);
  const [invited, invite] = useState<Parameters<typeof Invite>[0]["whom"]>(null);
  const chosen = items.find(({ id }) => id === search.get("team"));
  const choose = (id: string | null) => {
    setSearch(id ? { team: id } : {}, { replace: true });
    requestAnimationFrame(showMembers);
  };
  const inviteMember = can.create ? ({ email, name, role }: MemberInList) => invite({ email, name, role }) : undefined;
  return (
    <>
      <PageHead
        title={m.peopleAndTeams()}
        sub={counts && m.counts({ ...counts, teams: items.length })}
        acts={
          can.create && (
            <>
              <Button onClick={() => open({ under: chosen?.id ?? null })}>{m.addTeam()}</Button>
              <Button kind="primary" icon={userPlus} onClick={() => invite({ teamId: chosen?.id ?? null })}>
                {m.invitePeople()}
              </Button>
            </>
          )
        }
      />
      <div className="pt">
        <section aria-labelledby="tt">
          <SectionHead id="tt" title={m.teams()} aside={m.withBelow()} />
          <Teams items={items} chosen={chosen?.id} onChoose={choose} />
        </section>
        <div className="stack">
          {chosen ? (
            <TeamPanel
              key={chosen.id}
              team={chosen}
              onEdit={chosen.can.edit ? () => open({ team: chosen }) : undefined}
              onEveryone={() => choose(null)}
              onInvite={inviteMember}
              acts={<TeamActs team={chosen} teams={items} onRemoved={() => choose(null)} />}
            />
          ) : (
            <Everyone onInvite={inviteMember} />
          )}
          {can.create && <Invitations />}
        </div>
      </div>
      <RoleList />
      <TeamForm
        open={form !== null}
        onClose={() => open(null)}
        teams={items}
        team={form?.team}
        under={form?.under ?? null}
        onAdded={choose}
      />
      <Invite whom={invited} teams={items} onClose={() => invite(null)} />
    </>
  );
}

/** On a phone the members stand below the tree: the choice brings them into sight. */
function showMembers(): void {
  const heading = document.getElementById("mm");
  if (heading && heading.getBoundingClientRect().top > innerHeight - 120) heading.scrollIntoView({ block: "start" });
}

function useMove() {
  const move = useTell("people.teams.update", { invalidates: ["people.teams"] });
  return {
    error: move.error,
    run: (team: TeamInTree, parentId: string | null) =>
      move.mutate(
        { id: team.id, version: team.version, parentId },
        {
          onSuccess: ({ version }) =>
            say(m.moved({ name: team.name }), () => move.mutate({ id: team.id, version, parentId: team.parentId })),
        },
      ),
  };
}

interface TeamsProps {
  items: readonly TeamInTree[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

function Teams({ items, chosen, onChoose }: TeamsProps) {
  const move = useMove();
  if (items.length === 0) return <Empty title={m.noTeams()}>{m.noTeamsWords()}</Empty>;
  return (
    <>
      <FormProblem of={move.error} fields={[]} />
      <TeamTree teams={items} chosen={chosen} onChoose={onChoose} onMove={move.run} />
    </>
  );
}

interface TeamActsProps {
  team: TeamInTree;
  teams: readonly TeamInTree[];
  onRemoved: () => void;
}

/** The team's own page, and what else may be done to it: each also by key or form. */
function TeamActs({ team, teams, onRemoved }: TeamActsProps) {
  const move = useMove();
  const remove = useTell("people.teams.remove", {
    invalidates: ["people.teams", "people.members"],
    onDone: () => {
      say(m.teamRemoved({ name: team.name }));
      onRemoved();
    },
  });
  const further = { in: parentFurtherIn(teams, team.id), out: parentFurtherOut(teams, team.id) };
  return (
    <>
      <ButtonLink size="sm" href={`/teams/${team.id}`}>
        {m.openTeam()}
      </ButtonLink>
      {team.can.edit && (
        <Menu
          label={m.moreFor({ name: team.name })}
          button={{ kind: "quiet", size: "sm", icon: ellipsis, iconOnly: true }}
        >
          {further.in !== undefined && (
            <MenuItem onSelect={() => move.run(team, further.in ?? null)}>{m.moveIn()}</MenuItem>
          )}
          {further.out !== undefined && (
            <MenuItem onSelect={() => move.run(team, further.out ?? null)}>{m.moveOut()}</MenuItem>
          )}
          <MenuItem danger onSelect={() => remove.mutate({ id: team.id })}>
            {m.removeTeam()}
          </MenuItem>
        </Menu>
      )}
      <FormProblem of={move.error ?? remove.error} fields={[]} />
    </>
  );
}
