import { type KeyboardEvent, useState } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { chevronDown, chevronRight } from "../../../web/ui/further-icons.ts";
import { Icon } from "../../../web/ui/icon.tsx";
import { Kbd } from "../../../web/ui/kbd.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { useTree } from "../../../web/ui/tree.ts";
import { parentFurtherIn, parentFurtherOut, teamRows, teamsBelow } from "../team-rows.ts";
import catalogue from "./people.messages.json";
import "./team-tree.css";

const m = messages(catalogue);

export type TeamInTree = OutputOf<"people.teams.list">["items"][number];

interface TeamTreeProps {
  teams: readonly TeamInTree[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
  onMove: (team: TeamInTree, parentId: string | null) => void;
}

/** The teams with their leads and how many belong to each, those below included. ⌥→ and ⌥← move a team in and out. */
export function TeamTree({ teams, chosen, onChoose, onMove }: TeamTreeProps) {
  const [closed, close] = useState<ReadonlySet<string>>(new Set());
  const rows = teamRows(teams, closed);
  const { tree, row, current } = useTree(
    rows.map(({ team, level, open }) => ({ id: team.id, level, open, text: team.name })),
    {
      onToggle: (id, open, branch) => close(toggled(closed, teams, id, open, branch)),
      onOpen: onChoose,
    },
  );
  const move = (event: KeyboardEvent) => {
    const team = teams.find(({ id }) => id === current);
    const to = event.altKey && team?.can.edit ? newParent(event.key, teams, team.id) : undefined;
    if (!team || to === undefined) return tree.onKeyDown(event as KeyboardEvent<HTMLElement>);
    event.preventDefault();
    onMove(team, to);
  };
  return (
    <>
      <div role="tree" aria-label={m.teams()} ref={tree.ref} onKeyDown={move}>
        {rows.map(({ team, level, open }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the tree answers the keys
          // biome-ignore lint/a11y/useFocusableInteractive: row() makes one of them the tab stop
          <div
            key={team.id}
            {...row(team.id)}
            role="treeitem"
            aria-selected={team.id === chosen}
            className="tt"
            style={{ paddingInlineStart: `${(level - 1) * 18 + 6}px` }}
            onClick={() => onChoose(team.id)}
          >
            {open === undefined ? (
              <i className="leaf" />
            ) : (
              // biome-ignore lint/a11y/noStaticElementInteractions: → and ← do the same
              // biome-ignore lint/a11y/useKeyWithClickEvents: → and ← do the same
              <span
                className="twist"
                onClick={(event) => {
                  event.stopPropagation();
                  close(toggled(closed, teams, team.id, !open, false));
                }}
              >
                <Icon of={open ? chevronDown : chevronRight} size={14} />
              </span>
            )}
            <b dir="auto">{team.name}</b>
            <span className="meta" dir="auto">
              {team.lead && <span className="sr">{m.ledBy()}</span>} {team.lead?.name}
            </span>
            <span className="num">
              {team.membersWithBelow} <span className="sr">{m.members({ count: team.membersWithBelow })}</span>
            </span>
          </div>
        ))}
      </div>
      {teams.some(({ can }) => can.edit) && (
        <p className="meta tt-n">
          <Kbd keys="alt+arrowright" /> {m.moveHint()}
        </p>
      )}
    </>
  );
}

function newParent(key: string, teams: readonly TeamInTree[], id: string): string | null | undefined {
  if (key === "ArrowRight") return parentFurtherIn(teams, id);
  return key === "ArrowLeft" ? parentFurtherOut(teams, id) : undefined;
}

function toggled(
  closed: ReadonlySet<string>,
  teams: readonly TeamInTree[],
  id: string,
  open: boolean,
  branch: boolean,
): ReadonlySet<string> {
  const next = new Set(closed);
  for (const each of branch ? [id, ...teamsBelow(teams, id).map((team) => team.id)] : [id]) {
    if (open) next.delete(each);
    else next.add(each);
  }
  return next;
}
