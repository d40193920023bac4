import type { ReactNode } from "react";
import "./table.css";

interface TableProps {
  /** What each column holds; what is false is left out. */
  heads: readonly (ReactNode | false)[];
  /** What the last column holds, whose head is not drawn: "What to do". */
  acts?: string;
  /** What the table is called in its room's styles. */
  kind?: string;
  /** The rows. */
  children: ReactNode;
}

/** A real table that scrolls by itself where it is wider than the page. */
export function Table({ heads, acts, kind, children }: TableProps) {
  return (
    <div className="tbl-scroll">
      <table className={kind ? `tbl ${kind}` : "tbl"}>
        <thead>
          <tr>
            {heads
              .filter((head) => head !== false)
              .map((head, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are.
                <th key={at} scope="col">
                  {head}
                </th>
              ))}
            {acts && (
              <td>
                <span className="sr">{acts}</span>
              </td>
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
