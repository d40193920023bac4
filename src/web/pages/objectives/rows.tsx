import { useRef } from "react";
import { Link } from "wouter";
import { StatusReading } from "../../../features/okrs/web/public.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import { useFormat } from "../../ui/format.ts";
import { useKeys } from "../../ui/keys.ts";
import { messages } from "../../ui/messages.ts";
import { StatusGlyph } from "../../ui/status.tsx";
import { Track } from "../../ui/track.tsx";
import "../../ui/table.css";
import catalogue from "../objectives.messages.json";
import type { Row } from "./pages.ts";

const m = messages(catalogue);

/** Objectives in their order; J and K go from row to row. */
export function Rows({ rows }: { rows: readonly Row[] }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const step = (by: 1 | -1) => {
    const links = [...(body.current?.querySelectorAll<HTMLElement>("th a") ?? [])];
    const at = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
    links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
  };
  useKeys([
    { keys: "j", does: m.next(), run: () => step(1) },
    { keys: "k", does: m.previous(), run: () => step(-1) },
  ]);
  return (
    <table className="tbl obj-list">
      <thead>
        <tr>
          <th scope="col">{m.status()}</th>
          <th scope="col">{m.objective()}</th>
          <th scope="col">{m.owner()}</th>
          <th scope="col">{m.progress()}</th>
          <th scope="col">{m.worst()}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row) => (
          <ObjectiveRow key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function ObjectiveRow({ row }: { row: Row }) {
  const { id, title, team, owner, status, worstKeyResult: worst, keyResultCount, firstParent, level } = row;
  return (
    <tr>
      <td>
        <StatusReading of={status} titleOf={(keyResult) => (keyResult === worst?.id ? worst.title : undefined)} />
      </td>
      <th scope="row">
        <Link href={`/objectives/${id}`} dir="auto">
          {title}
        </Link>
        {row.private && <span className="tag">{m.private()}</span>}
        <small dir="auto">
          {[team?.name ?? m[level](), firstParent && m.under({ title: firstParent.title })].filter(Boolean).join(" · ")}
        </small>
      </th>
      <td>
        {owner ? (
          <span className="own">
            <Avatar name={owner.name} size={20} />
            <span dir="auto">{owner.name}</span>
          </span>
        ) : (
          m.noOwner()
        )}
      </td>
      <td>
        <Progress row={row} />
      </td>
      <td>
        {worst ? (
          <span className="objs-worst">
            <StatusGlyph status={worst.status} alone />
            <span dir="auto">{worst.title}</span>
          </span>
        ) : (
          m.keyResults({ count: keyResultCount })
        )}
      </td>
    </tr>
  );
}

/** The track with its number; a learning objective says what it has shown; "–" where nothing counts. */
function Progress({ row: { title, progress, expected, status, commitment, learned } }: { row: Row }) {
  const format = useFormat();
  if (commitment === "learning") return <>{learned ? m[learned]() : m.learning()}</>;
  if (progress === null) return <>–</>;
  const now = format.percent(Number(progress));
  return (
    <span className="objs-p">
      <Track
        title={title}
        from={format.percent(0)}
        now={now}
        to={format.percent(1)}
        progress={Number(progress)}
        pace={Number(expected)}
        status={status.status}
        aspirational={commitment === "aspirational"}
        mini
      />
      <span className="num" aria-hidden="true">
        {now}
      </span>
    </span>
  );
}
