import type { CSSProperties } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { useFormat } from "../../../web/ui/format.ts";
import { lock } from "../../../web/ui/further-icons.ts";
import { Icon } from "../../../web/ui/icon.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { Table } from "../../../web/ui/table.tsx";
import catalogue from "./engagement.messages.json";
import { type Figure, figureInWords, groupName } from "./figure-words.ts";

const m = messages(catalogue);

export type Pulse = OutputOf<"engagement.pulse.get">;

interface FigureTableProps {
  pulse: Pulse;
  figures: readonly Figure[];
  /** What a figure is: "Agree", "Took part". */
  what: string;
  /** Also those that no figure is ever told of, with why. */
  whole?: boolean;
}

/** A row for each group: its figure, or a lock and why it is hidden. */
export function FigureTable({ pulse, figures, what, whole = false }: FigureTableProps) {
  const format = useFormat();
  return (
    <Table heads={[m.groupHead(), what, whole ? m.asked() : m.answers()]} kind="pulse-t">
      {pulse.cells.map((cell) => {
        const figure = figures.find((each) => each.cell === cell.id);
        const told = figure && figureInWords(figure, format);
        return (
          <tr key={cell.id}>
            <th scope="row" dir="auto">
              {groupName(cell.team)}
              {!told && <small>{hiddenWhy(figure, pulse)}</small>}
            </th>
            <td>{told ? <Share words={told} share={figure.share} /> : <Hidden />}</td>
            <td className="num">
              {whole ? cell.asked : figure?.answersFrom ? m.nOrMore({ n: figure.answersFrom }) : "–"}
            </td>
          </tr>
        );
      })}
      {whole &&
        pulse.withheld.map(({ team, why }) => (
          <tr key={team?.id ?? why}>
            <th scope="row" dir="auto">
              {groupName(team)}
              <small>{neverWhy[why]({ answers: pulse.answers })}</small>
            </th>
            <td>
              <Hidden />
            </td>
            <td>–</td>
          </tr>
        ))}
    </Table>
  );
}

function Share({ words, share }: { words: string; share: string | null }) {
  return (
    <span className="pulse-s">
      <b className="num">{words}</b>
      <i className="pulse-b" style={{ "--share": share } as CSSProperties} aria-hidden="true" />
    </span>
  );
}

function Hidden() {
  return (
    <span className="pulse-h">
      <Icon of={lock} size={14} />
      <span className="sr">{m.hidden()}</span>
    </span>
  );
}

function hiddenWhy(figure: Figure | undefined, { answers }: Pulse): string {
  return figure?.why === "protects-others" ? m.protectsOthers() : m.tooFew({ answers });
}

const neverWhy = { "too-few": m.tooFewAsked, "would-isolate": m.wouldIsolate, "changed-since": m.changedSince };
