import { type CSSProperties, useMemo } from "react";
import { Link, useLocation } from "wouter";
import { useSession } from "../../../web/session.ts";
import { Avatar } from "../../../web/ui/avatar.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { chevronDown, chevronRight } from "../../../web/ui/further-icons.ts";
import { Icon } from "../../../web/ui/icon.tsx";
import { Kbd } from "../../../web/ui/kbd.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { StatusCounts, StatusGlyph, StatusMark } from "../../../web/ui/status.tsx";
import { Track } from "../../../web/ui/track.tsx";
import { useTree } from "../../../web/ui/tree.ts";
import { allBelow, type Branches, type MapAnswer, type MapKeyResult, type MapObjective } from "./branches.ts";
import { nowOf, trackOf } from "./figures.ts";
import catalogue from "./map.messages.json";
import "./outline.css";

const m = messages(catalogue);

type Row =
  | { kind: "vision"; id: "vision"; level: 1; open?: boolean; text: string }
  | {
      kind: "imperative";
      id: string;
      level: 2;
      open?: boolean;
      text: string;
      imperative: MapAnswer["imperatives"][number];
    }
  | { kind: "loose"; id: "loose"; level: 2; open: boolean; text: string; count: number }
  | {
      kind: "objective";
      id: string;
      level: number;
      open?: boolean;
      text: string;
      objective: MapObjective;
      below: number;
    }
  | { kind: "key-result"; id: string; level: number; text: string; keyResult: MapKeyResult; mine: boolean };

interface OutlineProps {
  answer: MapAnswer;
  branches: Branches;
  closed: ReadonlySet<string>;
  onToggle: (id: string, open: boolean, branch: boolean) => void;
  titleOf: (id: string) => string | undefined;
}

/** The map as a nested list: the first parent holds an objective, the others say "also under". */
export function Outline({ answer, branches, closed, onToggle, titleOf }: OutlineProps) {
  const [, go] = useLocation();
  const loose = useSession().member.role === "guest" ? m.invitedTo() : m.notConnected();
  const rows = useMemo(() => rowsOf(answer, branches, closed, loose), [answer, branches, closed, loose]);
  const { tree, row } = useTree(rows, { onToggle, onOpen: (id) => go(addressOf(rows, id) ?? "/map?view=outline") });
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a treegrid is a table whose rows open (ARIA APG). */}
      <table className="outl" role="treegrid" aria-label={m.outline()} {...tree}>
        <thead>
          <tr>
            <th scope="col">{m.line()}</th>
            <th scope="col">{m.owner()}</th>
            <th scope="col">{m.status()}</th>
            <th scope="col" className="r">
              {m.below()}
            </th>
            <th scope="col">{m.progress()}</th>
            <th scope="col" className="r">
              {m.now()}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((each) => (
            <OutlineRow key={each.id} row={each} given={row(each.id)} onToggle={onToggle} titleOf={titleOf} />
          ))}
        </tbody>
      </table>
      <p className="out-k">
        <span>
          <Kbd keys="↑" /> <Kbd keys="↓" /> {m.move()}
        </span>
        <span>
          <Kbd keys="→" /> {m.openThenIn()}
        </span>
        <span>
          <Kbd keys="←" /> {m.closeThenUp()}
        </span>
        <span>
          <Kbd keys="↵" /> {m.details()}
        </span>
        <span>
          <Kbd keys="⇧" /> <Kbd keys="→" /> <Kbd keys="←" /> {m.openBranch()}
        </span>
        <span>
          <Kbd keys="A" />–<Kbd keys="Z" /> {m.letters()}
        </span>
      </p>
    </>
  );
}

/** `loose` names what nothing in sight holds. */
function rowsOf(answer: MapAnswer, branches: Branches, closed: ReadonlySet<string>, loose: string): Row[] {
  /** Only what holds something opens. */
  const opens = (id: string, holds: number) => (holds > 0 ? { open: !closed.has(id) } : {});
  const top = opens("vision", answer.imperatives.length + branches.loose.length);
  const rows: Row[] = [{ kind: "vision", id: "vision", level: 1, text: answer.vision || m.noVision(), ...top }];
  if (!top.open) return rows;
  const addObjective = (objective: MapObjective, level: number, seen: ReadonlySet<string>) => {
    const children = (branches.under.get(objective.id) ?? []).filter(({ id }) => !seen.has(id));
    const keyResults = branches.keyResultsOf.get(objective.id) ?? [];
    const its = opens(objective.id, children.length + objective.keyResults);
    rows.push({
      kind: "objective",
      id: objective.id,
      level,
      text: objective.title,
      objective,
      below: allBelow(branches, objective.id).length,
      ...its,
    });
    if (!its.open) return;
    for (const keyResult of keyResults)
      rows.push({
        kind: "key-result",
        id: keyResult.id,
        level: level + 1,
        text: keyResult.title,
        keyResult,
        mine: objective.mine,
      });
    for (const child of children) addObjective(child, level + 1, new Set([...seen, objective.id]));
  };
  for (const imperative of answer.imperatives) {
    const { id, statement } = imperative;
    const held = branches.under.get(id) ?? [];
    rows.push({ kind: "imperative", id, level: 2, text: statement, imperative, ...opens(id, held.length) });
    if (!closed.has(id)) for (const objective of held) addObjective(objective, 3, new Set());
  }
  if (branches.loose.length > 0) {
    const open = !closed.has("loose");
    rows.push({ kind: "loose", id: "loose", level: 2, open, text: loose, count: branches.loose.length });
    if (open) for (const objective of branches.loose) addObjective(objective, 3, new Set());
  }
  return rows;
}

function addressOf(rows: readonly Row[], id: string): string | undefined {
  const row = rows.find((each) => each.id === id);
  if (row?.kind === "objective") return `/objectives/${row.id}`;
  if (row?.kind === "key-result") return `/objectives/${row.keyResult.objectiveId}`;
  return undefined;
}

interface RowProps {
  row: Row;
  given: ReturnType<ReturnType<typeof useTree>["row"]>;
  onToggle: OutlineProps["onToggle"];
  titleOf: OutlineProps["titleOf"];
}

function OutlineRow({ row, given, onToggle, titleOf }: RowProps) {
  const open = "open" in row ? row.open : undefined;
  const mine =
    (row.kind === "objective" && row.objective.mine) ||
    (row.kind === "imperative" && row.imperative.mine) ||
    (row.kind === "key-result" && row.mine);
  return (
    <tr {...given} className={mine ? "mine" : undefined} style={{ "--lv": row.level - 1 } as CSSProperties}>
      <th scope="row">
        <span>
          {open === undefined ? (
            <span className="leaf" />
          ) : (
            <button
              type="button"
              className="twist"
              tabIndex={-1}
              aria-hidden="true"
              onClick={() => onToggle(row.id, !open, false)}
            >
              <Icon of={open ? chevronDown : chevronRight} size={14} />
            </button>
          )}
          <RowName row={row} titleOf={titleOf} />
        </span>
      </th>
      <RowCells row={row} />
    </tr>
  );
}

function RowName({ row, titleOf }: { row: Row; titleOf: OutlineProps["titleOf"] }) {
  switch (row.kind) {
    case "vision":
      return (
        <>
          <span className="knob ring is-inline" />
          <span className="serif is-lead" dir="auto">
            {row.text}
          </span>
        </>
      );
    case "imperative":
      return (
        <span className="serif is-lead" dir="auto">
          {row.text}
        </span>
      );
    case "loose":
      return <span>{row.text}</span>;
    case "objective": {
      const also = row.objective.alsoUnder.map(({ id }) => titleOf(id)).filter((title) => title !== undefined);
      return (
        <>
          <StatusGlyph status={row.objective.status} end={row.objective.end} alone />
          <Link className="serif" href={`/objectives/${row.id}`} tabIndex={-1} dir="auto">
            {row.text}
          </Link>
          {also.length > 0 && <small className="meta">{m.alsoUnder({ titles: also.join(", ") })}</small>}
        </>
      );
    }
    case "key-result":
      return (
        <>
          <StatusGlyph status={row.keyResult.status} end={row.keyResult.end} alone />
          <Link href={`/objectives/${row.keyResult.objectiveId}`} tabIndex={-1} dir="auto">
            {row.text}
          </Link>
        </>
      );
  }
}

function RowCells({ row }: { row: Row }) {
  const format = useFormat();
  if (row.kind === "objective") {
    const { objective, below, open } = row;
    const counted = open === false && objective.below.length > 0;
    return (
      <>
        <td>{objective.owner && <Person name={objective.owner.name} />}</td>
        <td>
          {counted ? (
            <StatusCounts counts={countsOf(objective.below)} />
          ) : (
            <StatusMark status={objective.status} end={objective.end} />
          )}
        </td>
        <td className="r num">{below || objective.keyResults || ""}</td>
        <td>
          <Track
            title={objective.title}
            from="0%"
            now={objective.progress === null ? null : format.percent(Number(objective.progress))}
            to="100%"
            progress={numberOr(objective.progress)}
            pace={Number(objective.expected)}
            status={objective.status}
            aspirational={objective.commitment === "aspirational"}
            mini
          />
        </td>
        <td className="r num">{objective.progress === null ? "–" : format.percent(Number(objective.progress))}</td>
      </>
    );
  }
  if (row.kind === "key-result") {
    const { keyResult } = row;
    return (
      <>
        <td>{keyResult.owner ? <Person name={keyResult.owner.name} /> : m.noOwner()}</td>
        <td>
          <StatusMark status={keyResult.status} end={keyResult.end} />
        </td>
        <td />
        <td>
          <Track {...trackOf(keyResult, format.locale)} mini />
        </td>
        <td className="r num">{nowOf(keyResult, format.locale)}</td>
      </>
    );
  }
  const below = row.kind === "imperative" ? row.imperative.below : [];
  const count = row.kind === "loose" ? row.count : below.reduce((sum, each) => sum + each.count, 0);
  return (
    <>
      <td />
      <td>{below.length > 0 && <StatusCounts counts={countsOf(below)} />}</td>
      <td className="r num">{count || ""}</td>
      <td />
      <td />
    </>
  );
}

function Person({ name }: { name: string }) {
  return (
    <span className="own">
      <Avatar name={name} size={20} />
      <span dir="auto">{name}</span>
    </span>
  );
}

function countsOf(counts: readonly { status: MapObjective["status"]; count: number }[]) {
  return Object.fromEntries(counts.map(({ status, count }) => [status, count]));
}

function numberOr(value: string | null): number | null {
  return value === null ? null : Number(value);
}
