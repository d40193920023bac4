import { useState } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { useAsk } from "../../../web/ask.ts";
import { useAskList } from "../../../web/ask-list.ts";
import { Asked } from "../../../web/asked.tsx";
import { More } from "../../../web/more.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { type Format, useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { Table } from "../../../web/ui/table.tsx";
import { undoDays } from "../undo.ts";
import { downloadLines } from "./download.ts";
import catalogue from "./import.messages.json";
import { rowsMade } from "./said.ts";
import { UndoImport } from "./undo-import.tsx";

const m = messages(catalogue);

/** What was imported before, with every line that was kept aside. */
export function EarlierImports() {
  const asked = useAskList("exchange.imports.list", { limit: 10 }, { live: ["import"], keepPrevious: true });
  return (
    <section aria-labelledby="im-earlier">
      <SectionHead id="im-earlier" title={m.earlier()} />
      <Asked of={asked} what={m.earlier()}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="im-note">{m.noEarlier()}</p>
          ) : (
            <>
              <Listed items={items} />
              <More of={asked} />
            </>
          )
        }
      </Asked>
    </section>
  );
}

type Listed = OutputOf<"exchange.imports.list">["items"];

function Listed({ items }: { items: Listed }) {
  const format = useFormat();
  const [open, setOpen] = useState<string | null>(null);
  const [undoing, undo] = useState<string | null>(null);
  return (
    <>
      <Table kind="im-list" heads={[m.file(), m.when(), m.who(), m.cameIn()]} acts={m.asideEach()}>
        {items.map(({ id, fileName, recordedAt, member, rows, keptAside, undone }) => (
          <tr key={id}>
            <th scope="row" dir="auto">
              {fileName}
            </th>
            <td title={format.moment(recordedAt)}>{format.day(recordedAt)}</td>
            <td dir="auto">{member.name}</td>
            <td className="num">
              {m.cameInRows(sums(rows))}
              {undone && <p className="small">{undoneWords(undone, format)}</p>}
            </td>
            <td className="end">
              {isRecent(recordedAt) && rowsMade({ rows }) > (undone?.removed ?? 0) && (
                <Button
                  size="sm"
                  aria-label={m.undoOf({ file: fileName })}
                  aria-expanded={undoing === id}
                  onClick={() => undo(undoing === id ? null : id)}
                >
                  {m.undo()}
                </Button>
              )}
              <Button
                size="sm"
                kind="quiet"
                aria-expanded={open === id}
                onClick={() => setOpen(open === id ? null : id)}
              >
                {open === id ? m.hideLines() : m.linesAside({ count: keptAside })}
              </Button>
            </td>
          </tr>
        ))}
      </Table>
      {undoing && <UndoImport key={undoing} id={undoing} onClose={() => undo(null)} />}
      {open && <LinesOf id={open} />}
    </>
  );
}

function undoneWords({ removed, stayed, member, recordedAt }: NonNullable<Listed[number]["undone"]>, format: Format) {
  const told = { count: removed, stays: stayed, when: format.moment(recordedAt) };
  return member ? m.undoneBy({ ...told, name: member.name }) : m.undoneThen(told);
}

/** Within the days an import can be taken back. */
function isRecent(recordedAt: string): boolean {
  return Date.now() - Date.parse(recordedAt) < undoDays * 86_400_000;
}

function sums(rows: Listed[number]["rows"]) {
  const all = Object.values(rows);
  return {
    created: all.reduce((sum, { create }) => sum + create, 0),
    changed: all.reduce((sum, { changed }) => sum + changed, 0),
  };
}

function LinesOf({ id }: { id: string }) {
  const asked = useAsk("exchange.imports.get", { id });
  return (
    <Asked of={asked} what={m.lookAt()}>
      {(one) => <KeptLines of={one} />}
    </Asked>
  );
}

/** Lines an import kept aside, and remarks it kept as notes. */
export function KeptLines({ of: { fileName, lines, notes } }: { of: OutputOf<"exchange.imports.get"> }) {
  if (lines.length + notes.length === 0) return null;
  const remarks = notes.map(({ line, title, text }) => ({ line, text: title, reason: text }));
  return (
    <section className="im-kept" aria-labelledby="im-kept">
      <SectionHead
        id="im-kept"
        title={<bdi>{m.linesOf({ file: fileName })}</bdi>}
        aside={
          <Button size="sm" kind="quiet" onClick={() => downloadLines(fileName, [...lines, ...remarks])}>
            {m.download()}
          </Button>
        }
      />
      {lines.length === 0 ? (
        <p className="im-note">{m.linesAside({ count: 0 })}</p>
      ) : (
        <Lines of={lines} reason={m.reason()} />
      )}
      {remarks.length > 0 && (
        <details>
          <summary>
            {m.noteOf()} <b className="num">{remarks.length}</b>
          </summary>
          <Lines of={remarks} reason={m.noteOf()} />
        </details>
      )}
    </section>
  );
}

function Lines({
  of: lines,
  reason,
}: {
  of: readonly { line: number; text: string; reason: string }[];
  reason: string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard.
    <section className="tbl-scroll" tabIndex={0} aria-label={reason}>
      <table className="tbl ln-t">
        <thead>
          <tr>
            <th scope="col">{m.line()}</th>
            <th scope="col">{m.inTheFile()}</th>
            <th scope="col">{reason}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((each, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and a line may stand in it twice.
            <tr key={at}>
              <td className="num">{each.line}</td>
              <td dir="auto">{each.text}</td>
              <td dir="auto">{each.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
