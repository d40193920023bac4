import type { CSSProperties } from "react";
import { useFormat } from "../../../web/ui/format.ts";
import { m, type TeamEnergy } from "./energy-words.ts";
import "./energy.css";

/** Planned energy in ink, one piece for each objective, against the limit's outline; what is beyond it is hatched. */
export function EnergyBar({ of: { sum, limit, objectives } }: { of: TeamEnergy }) {
  const format = useFormat();
  const planned = Number(sum ?? 0);
  const whole = Math.max(100, planned);
  const style = { "--limit": `${(100 * Number(limit)) / whole}%` } as CSSProperties;
  return (
    <div
      className="en-bar"
      role="img"
      aria-label={m.bar({ sum: format.decimal(sum ?? "0"), limit: format.decimal(limit) })}
      style={style}
    >
      {objectives
        .filter(({ energy }) => Number(energy) > 0)
        .map(({ id, energy, upkeep }) => (
          <i
            key={id}
            className={upkeep ? "is-upkeep" : undefined}
            style={{ "--share": `${(100 * Number(energy)) / whole}%` } as CSSProperties}
          />
        ))}
      <b />
    </div>
  );
}
