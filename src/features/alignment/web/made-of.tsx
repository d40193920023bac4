import { Link } from "wouter";
import type { InputOf, OutputOf } from "../../../web/api.ts";
import { useAskList } from "../../../web/ask-list.ts";
import { Asked } from "../../../web/asked.tsx";
import { More } from "../../../web/more.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { Table } from "../../../web/ui/table.tsx";
import { live, m } from "./standing.ts";

type Asking = InputOf<"alignment.alignment.madeOf">;
type Row = OutputOf<"alignment.alignment.madeOf">["items"][number];

/** What a figure is made of: leaf objectives with the energy on them, or key results with what they lack. */
export function MadeOf({ part, cycleId, on }: Pick<Asking, "part" | "cycleId" | "on">) {
  const rows = useAskList("alignment.alignment.madeOf", { part, cycleId, on, limit: 20 }, { live });
  const lacking = part === "measurable";
  return (
    <Asked of={rows} what={m.madeOf()} rows={3}>
      {({ items }) => (
        <>
          {items.length === 0 ? (
            <p className="small">{lacking ? m.noneLacking() : m.noneThere()}</p>
          ) : (
            <Table
              heads={
                lacking ? [m.keyResult(), m.team(), m.lacks()] : [m.objective(), m.team(), m.energy(), m.reaches()]
              }
            >
              {items.map((row) => (
                <tr key={row.id}>
                  <th scope="row" dir="auto">
                    <Named row={row} />
                  </th>
                  <td dir="auto">{row.team?.name ?? "–"}</td>
                  {lacking ? <td>{row.missing && lacks[row.missing]()}</td> : <Energy row={row} />}
                  {!lacking && <td dir="auto">{row.reaches.join(", ") || m.nowhere()}</td>}
                </tr>
              ))}
            </Table>
          )}
          <More of={rows} />
        </>
      )}
    </Asked>
  );
}

const lacks = { owner: m.noOwner, baseline: m.noBaseline, contributions: m.noContributions };

function Named({ row: { id, kind, title, objectiveId } }: { row: Row }) {
  const objective = kind === "objective" ? id : objectiveId;
  return objective ? (
    <Link className="link" href={`/objectives/${objective}`}>
      {title}
    </Link>
  ) : (
    title
  );
}

function Energy({ row: { energy, people } }: { row: Row }) {
  const format = useFormat();
  const figure = (value: string) => format.number(Number(value), { maximumFractionDigits: 2 });
  return (
    <td className="num">
      {energy === null || people === null
        ? m.notStated()
        : m.energyOf({ energy: figure(energy), people: figure(people), count: Number(people) })}
    </td>
  );
}
