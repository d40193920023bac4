import { useState } from "react";
import { Button } from "../../../web/ui/button.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import "../../../web/ui/table.css";
import { ConnectRow } from "./connect-row.tsx";
import { downloadLines } from "./download.ts";
import { EditRow } from "./edit-row.tsx";
import catalogue from "./import.messages.json";
import { type Preview, type RowToLookAt, type Said, withEdit, withFix } from "./said.ts";

const m = messages(catalogue);

interface RowsProps {
  of: Preview;
  said: Said;
  onSay: (said: Said) => void;
  onTakeBack: (() => void) | undefined;
}

type Shown = "all" | RowToLookAt["as"];
const groups = [
  ["all", m.all],
  ["guessed", m.guessed],
  ["figures-in-words", m.fromWords],
  ["kept-aside", m.keptAside],
] as const;
const AT_ONCE = 20;

/** Guesses and lines kept aside, each with why and one step that settles it. */
export function RowsToLookAt({ of: preview, said, onSay, onTakeBack }: RowsProps) {
  const [shown, show] = useState<Shown>("all");
  const [most, setMost] = useState(AT_ONCE);
  const { lookAt, lookAtLeftOut } = preview;
  const rows = shown === "all" ? lookAt : lookAt.filter((row) => row.as === shown);
  const counted = groups.flatMap(([group, words]) => {
    const count = group === "all" ? lookAt.length : lookAt.filter((row) => row.as === group).length;
    return count > 0 ? [{ group, words: words({ count }) }] : [];
  });
  const segments = (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would stand in the heading's line.
    <span className="seg" role="group" aria-label={m.show()}>
      {counted.map(({ group, words }) => (
        <button key={group} type="button" aria-pressed={shown === group} onClick={() => show(group)}>
          {words}
        </button>
      ))}
    </span>
  );
  return (
    <section aria-labelledby="im-rows">
      <SectionHead id="im-rows" title={m.lookAt()} aside={counted.length > 1 && segments} />
      {lookAt.length === 0 ? (
        <p className="im-note">{m.nothingToLookAt()}</p>
      ) : (
        <Rows rows={rows.slice(0, most)} said={said} onSay={onSay} />
      )}
      <div className="more-r">
        {rows.length > most && (
          <Button kind="quiet" size="sm" onClick={() => setMost(most + 100)}>
            {m.moreRows({ count: rows.length - most })}
          </Button>
        )}
        {onTakeBack && (
          <Button kind="quiet" size="sm" onClick={onTakeBack}>
            {m.takeBack()}
          </Button>
        )}
        {lookAt.length > 0 && (
          <Button kind="quiet" size="sm" onClick={() => downloadLines(preview.fileName, lookAt.map(withReason))}>
            {m.downloadReasons()}
          </Button>
        )}
        {lookAtLeftOut > 0 && <span>{m.leftOut({ count: lookAtLeftOut })}</span>}
      </div>
    </section>
  );
}

function withReason({ line, text, reasons }: RowToLookAt) {
  return { line, text, reason: reasons.join(" ") };
}

function Rows({ rows, said, onSay }: { rows: readonly RowToLookAt[]; said: Said; onSay: (said: Said) => void }) {
  return (
    <div className="tbl-scroll">
      <table className="tbl rw">
        <thead>
          <tr>
            <th scope="col">{m.row()}</th>
            <th scope="col">{m.inTheFile()}</th>
            <th scope="col">{m.why()}</th>
            <th scope="col">
              <span className="sr">{m.decide()}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.line} ${row.as} ${row.text}`} row={row} said={said} onSay={onSay} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, said, onSay }: { row: RowToLookAt; said: Said; onSay: (said: Said) => void }) {
  const [open, setOpen] = useState<"edit" | "connect" | null>(null);
  const { line, text, raw, as, reasons } = row;
  const close = () => setOpen(null);
  return (
    <>
      <tr className={as === "kept-aside" ? "k-kept" : "k-guess"}>
        <td className="num">{line}</td>
        <td>
          <span className="q-k" aria-hidden="true" />
          <span className="sr">{m[`as_${as}`]()}</span>
          <span dir="auto">{text}</span>
        </td>
        <td>{reasons.join(" ")}</td>
        <td>
          <span className="pair">
            <Steps row={row} said={said} onSay={onSay} onConnect={() => setOpen("connect")} />
            {raw !== null && (
              <Button size="sm" kind="quiet" aria-expanded={open === "edit"} onClick={() => setOpen("edit")}>
                {m.edit()}
              </Button>
            )}
          </span>
        </td>
      </tr>
      {open === "edit" && raw !== null && (
        <EditRow line={line} raw={raw} onCancel={close} onEdit={(written) => onSay(withEdit(said, line, written))} />
      )}
      {open === "connect" && (
        <ConnectRow
          title={text}
          onCancel={close}
          onConnect={(objectiveId) => onSay(withFix(said, { line, fix: "connect", objectiveId }))}
        />
      )}
    </>
  );
}

interface StepsProps {
  row: RowToLookAt;
  said: Said;
  onSay: (said: Said) => void;
  onConnect: () => void;
}

function Steps({ row: { line, fixes }, said, onSay, onConnect }: StepsProps) {
  return fixes.map(({ fix, label, written, memberId }, at) => {
    const take = () => {
      if (fix === "connect") return onConnect();
      if (fix !== "use-member") return onSay(withFix(said, { line, fix }));
      if (written && memberId) onSay({ ...said, members: { ...said.members, [written]: { is: memberId } } });
    };
    return (
      <Button key={fix} size="sm" {...(at > 0 ? { kind: "quiet" } : {})} onClick={take}>
        {fix === "use-member" ? m.takeMember({ name: label }) : label}
      </Button>
    );
  });
}
