import { refused } from "./refusals.ts";

/** Where a page ended, as text for the next request: the values of its last row that the list is sorted by. */
export function cursorOf(...values: (string | number)[]): string {
  return Buffer.from(JSON.stringify(values.map(String))).toString("base64url");
}

/** The values of a cursor, checked one by one against `shapes`; null for the first page. Refuses what no page answered. */
export function valuesOf(cursor: string | undefined, ...shapes: RegExp[]): string[] | null {
  if (cursor === undefined) return null;
  const values = parsed(cursor);
  const whole = values?.length === shapes.length && shapes.every((shape, index) => shape.test(values[index] ?? ""));
  if (!values || !whole) {
    throw refused({ field: "after", expected: "the next of the page before", todo: "Start from the first page." });
  }
  return values;
}

export const anUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const anInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;
/** At most 18 digits, so that PostgreSQL's bigint holds it. */
export const aCount = /^\d{1,18}$/;
/** No null character: PostgreSQL holds none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that one is what it refuses.
export const someText = /^[^\u0000]{0,400}$/u;

/** The page and where the next one starts, from one row more than was asked for. */
export function pageFrom<Row>(rows: Row[], limit: number, cursor: (last: Row) => string) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? cursor(last) : null };
}

function parsed(cursor: string): string[] | null {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return Array.isArray(values) && values.every((value) => typeof value === "string") ? values : null;
  } catch {
    return null;
  }
}
