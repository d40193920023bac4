interface SegmentsProps<Value extends string> {
  name: string;
  label: string;
  value: Value;
  of: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
}

/** One of few, side by side: arrows choose. */
export function Segments<Value extends string>({ name, label, value, of, onChange }: SegmentsProps<Value>) {
  return (
    <fieldset className="pe-seg">
      <legend className="sr">{label}</legend>
      {of.map(([each, words]) => (
        <label key={each}>
          <input type="radio" name={name} checked={each === value} onChange={() => onChange(each)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}
