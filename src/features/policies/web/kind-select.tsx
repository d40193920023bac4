import { Select } from "../../../web/ui/field.tsx";
import { arrangements, type Kind, rules, w } from "./words.ts";

/** What kind of policy it is: one of the arrangements, or one of the rules. */
export function KindSelect({ value, onChange }: { value: Kind; onChange: (kind: Kind) => void }) {
  return (
    <Select value={value} onChange={({ target }) => onChange(target.value as Kind)}>
      <optgroup label={w.arrangements()}>
        {arrangements.map((kind) => (
          <option key={kind} value={kind}>
            {w[kind]()}
          </option>
        ))}
      </optgroup>
      <optgroup label={w.rules()}>
        {rules.map((kind) => (
          <option key={kind} value={kind}>
            {w[kind]()}
          </option>
        ))}
      </optgroup>
    </Select>
  );
}
