import { useId, useState } from "react";
import { useFormat } from "../../../web/ui/format.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { FigureButton, Meter } from "./figure-button.tsx";
import { MadeOf } from "./made-of.tsx";
import { m, type Standing } from "./standing.ts";

type Row = Standing["placed"][number];

/** Where energy stands against priority: each imperative, what leads nowhere, and upkeep. */
export function Placed({ standing: { placed, cycle } }: { standing: Standing }) {
  const id = useId();
  const [opened, open] = useState<Row["on"] | null>(null);
  const rows = placed.filter(({ title, placed: share }) => title !== "" || Number(share) > 0);
  return (
    <section aria-labelledby={`${id}-h`}>
      <SectionHead id={`${id}-h`} title={m.placed()} aside={m.placedAside()} />
      <ul className="al-placed">
        {rows.map((row) => (
          <li key={row.on}>
            <OneRow
              row={row}
              open={opened === row.on}
              onToggle={() => open(opened === row.on ? null : row.on)}
              opens={id}
            />
            {opened === row.on && (
              <div className="al-of" id={id}>
                <MadeOf part="resourced" cycleId={cycle?.id} on={row.on} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneRow({ row, open, onToggle, opens }: { row: Row; open: boolean; onToggle: () => void; opens: string }) {
  const format = useFormat();
  const { title, priority, placed, people } = row;
  const share = (value: string | null) => (value === null ? "–" : format.percent(Number(value)));
  return (
    <>
      <span className={title ? "al-p-t" : "al-p-t is-other"} dir="auto">
        {title || m[row.on === "upkeep" ? "upkeep" : "unlinked"]()}
      </span>
      <span className="al-p-b">
        <small>{m.priority()}</small>
        <Meter share={Number(priority)} />
        <span className="num">{share(priority)}</span>
      </span>
      <span className="al-p-b is-energy">
        <small>{m.energy()}</small>
        <Meter share={Number(placed)} />
        {Number(people) > 0 ? (
          <FigureButton open={open} onToggle={onToggle} opens={opens}>
            {share(placed)}
          </FigureButton>
        ) : (
          <span className="num">{share(placed)}</span>
        )}
      </span>
    </>
  );
}
