import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import "../../../web/ui/table.css";
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
      <div className="tbl-scroll">
        <table className="tbl cm">
          <thead>
            <tr>
              <th scope="col">{m.inTheFile()}</th>
              <th scope="col">{m.forExample()}</th>
              <th scope="col">{m.becomes()}</th>
              <th scope="col">{m.filled()}</th>
            </tr>
          </thead>
          <tbody>
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
          </tbody>
        </table>
      </div>
    </section>
  );
}
