import { messages } from "../../../web/ui/messages.ts";
import { FigureField } from "../../okrs/web/public.tsx";
import catalogue from "./initiatives.messages.json";

const m = messages(catalogue);

/** A key result that an initiative may name. */
export interface Bettable {
  id: string;
  title: string;
  unit: string;
  decimals: number;
  /** It has a number that can move. */
  isNumber: boolean;
  /** Where it is found, for those of another objective. */
  objective?: { title: string };
}

interface BetFieldsProps {
  keyResults: readonly Bettable[];
  /** Expected moves as typed, by the id of each key result that is named. */
  bets: Readonly<Record<string, string>>;
  onChange: (bets: Readonly<Record<string, string>>) => void;
  wrong: (field: string) => string | undefined;
}

/** The key results it should move, and by how much. */
export function BetFields({ keyResults, bets, onChange, wrong }: BetFieldsProps) {
  if (keyResults.length === 0) return null;
  const order = Object.keys(bets);
  const name = ({ id }: Bettable, named: boolean) => {
    const { [id]: _, ...others } = bets;
    onChange(named ? { ...bets, [id]: "" } : others);
  };
  return (
    <fieldset className="ini-f-bets">
      <legend className="label">{m.bets()}</legend>
      {keyResults.map((keyResult) => {
        const { id, title, unit, isNumber, objective } = keyResult;
        const at = order.indexOf(id);
        return (
          <div key={id} className="ini-f-bet">
            <label className="ck">
              <input type="checkbox" checked={at >= 0} onChange={({ target }) => name(keyResult, target.checked)} />
              <span dir="auto">
                {title} {objective && <small className="meta">{m.ofObjective({ title: objective.title })}</small>}
              </span>
            </label>
            {at >= 0 && isNumber && (
              <FigureField
                label={<span className="sr">{m.moveOf({ title })}</span>}
                hint={unit ? `${m.moveHint()} ${unit}` : m.moveHint()}
                value={bets[id] ?? ""}
                onChange={(typed) => onChange({ ...bets, [id]: typed })}
                error={wrong(`bets.${at}.expectedMove`) ?? wrong(`bets.${at}.keyResultId`)}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
