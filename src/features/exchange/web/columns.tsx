import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { Table } from "../../../web/ui/table.tsx";
import catalogue from "./import.messages.json";
import type { Field, Preview, Said } from "./said.ts";

const m = messages(catalogue);

// biome-ignore format: a row of words reads better than a column of them.
const fields: readonly Field[] = [
  "objective", "key-result", "initiative", "title", "type", "level", "parent", "owner", "team", "cycle", "start",
  "target", "start-and-target", "current", "unit", "weight", "due", "priority", "why", "status", "score", "midway", "note",
];

/** What each column of the file becomes; another choice is read at once and remembered with the import. */
export function Columns({
  of: columns,
  said,
  onSay,
}: {
  of: Preview["columns"];
  said: Said;
  onSay: (said: Said) => void;
}) {
  const matched = columns.filter(({ field }) => field !== null).length;
  return (
    <section aria-labelledby="im-cols">
      <SectionHead id="im-cols" title={m.columns()} aside={m.columnsMatched({ count: matched, all: columns.length })} />
      <Table kind="cm" heads={[m.inTheFile(), m.forExample(), m.becomes(), m.filled()]}>
        {columns.map(({ header, field, from, example, filled }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their place, and two may share a name.
          <tr key={at}>
            <th scope="row" dir="auto">
              {header || m.noName()}
            </th>
            <td className="ex" dir="auto">
              {example}
            </td>
            <td>
              <select
                className="pick"
                aria-label={m.columnOf({ header })}
                value={field ?? "note"}
                disabled={header === ""}
                onChange={({ target }) =>
                  onSay({ ...said, columns: { ...said.columns, [header]: target.value as Field } })
                }
              >
                {fields.map((each) => (
                  <option key={each} value={each}>
                    {m[`field_${each}`]()}
                  </option>
                ))}
              </select>
              {from === "remembered" && !(header in said.columns) && <small>{m.remembered()}</small>}
            </td>
            <td className="num">{filled}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
