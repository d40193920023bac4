import { Select } from "./field.tsx";

const zones = Intl.supportedValuesOf("timeZone");

/** An IANA time zone; one that this browser does not list stays in the list. */
export function TimeZoneSelect({
  value,
  onChange,
  disabled = false,
}: {
  value: string;
  onChange: (zone: string) => void;
  disabled?: boolean;
}) {
  return (
    <Select value={value} disabled={disabled} onChange={({ target }) => onChange(target.value)}>
      {[...new Set([value, ...zones])].sort().map((zone) => (
        <option key={zone}>{zone}</option>
      ))}
    </Select>
  );
}
