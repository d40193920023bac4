/** Any answer of the contract as text that a person can read: a list as a table, a thing as its names and values. */
import { kebab } from "./command-names.ts";
import { table } from "./table.ts";

type Thing = Readonly<Record<string, unknown>>;

/** `width` of the terminal; undefined when nobody watches and nothing should be shortened. */
export function readable(answer: unknown, width?: number): string[] {
  if (!isThing(answer)) return answer === undefined || answer === null ? [] : [wordOf(answer)];
  if (answer.done === true && Object.keys(answer).length === 1) return ["Done."];
  const { items, next, ...rest } = answer;
  if (!Array.isArray(items)) return valuesOf(answer, width);
  const told = valuesOf(rest, width);
  const more = typeof next === "string" ? ["", `More follows: add --after '${next}'`] : [];
  return [...listOf(items, width), ...(told.length > 0 ? ["", ...told] : []), ...more];
}

/** A share of 1 as a percentage without decimals; "–" for none. */
export function percent(share: string | number | null | undefined): string {
  return share === null || share === undefined ? "–" : `${Math.round(Number(share) * 100)} %`;
}

/** "on-track" → "On track" */
export function statusWord(status: string): string {
  const words = status.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function listOf(items: readonly unknown[], width?: number): string[] {
  if (items.length === 0) return ["Nothing here."];
  if (!items.every(isThing)) return items.map(wordOf);
  const keys = [...new Set(items.flatMap((item) => Object.keys(item)))].filter((key) => isColumn(key, items));
  const first = keys.filter((key) => ["title", "name", "statement"].includes(key));
  const ordered = [
    ...first,
    ...keys.filter((key) => !first.includes(key) && key !== "id"),
    ...keys.filter((key) => key === "id"),
  ];
  const rows = items.map((item) => ordered.map((key) => cell(key, item[key])));
  return table(ordered.map(label), rows, width);
}

/** What helps to tell rows apart: no ids of other things, no permissions, nothing that is empty everywhere. */
function isColumn(key: string, items: readonly Thing[]): boolean {
  if (key === "can" || key === "version" || key.endsWith("Id")) return false;
  return items.some((item) => !["–", ""].includes(cell(key, item[key])));
}

function cell(key: string, value: unknown): string {
  if (Array.isArray(value))
    return value
      .map((each) => cell(key, each))
      .filter((word) => word !== "–")
      .join(", ");
  if (!isThing(value)) return scalar(key, value);
  const named = value.name ?? value.title ?? value.status ?? value.kind ?? value.on;
  return typeof named === "string" ? scalar("status" in value && !("title" in value) ? "status" : "", named) : "–";
}

function valuesOf(thing: Thing, width?: number, indent = ""): string[] {
  const shown = Object.entries(thing).filter(([key]) => key !== "can");
  const longest = Math.max(0, ...shown.filter(([, value]) => isPlain(value)).map(([key]) => label(key).length));
  return shown.flatMap(([key, value]) => {
    const name = `${indent}${label(key)}:`;
    if (isPlain(value))
      return [`${name.padEnd(indent.length + longest + 2)}${scalar(key, value, indent.length + longest + 2)}`];
    const inner = width === undefined ? undefined : Math.max(40, width - indent.length - 2);
    if (!Array.isArray(value)) return [name, ...valuesOf(value as Thing, width, `${indent}  `)];
    return value.length === 0 ? [] : [name, ...listOf(value, inner).map((line) => `${indent}  ${line}`)];
  });
}

function isPlain(value: unknown): boolean {
  return !isThing(value) && !Array.isArray(value);
}

function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Further lines of a text stand under its first, `indent` columns in. */
function scalar(key: string, value: unknown, indent = 0): string {
  if (typeof value !== "string")
    return key === "progress" || key === "expected" ? percent(value as number | null) : wordOf(value);
  if (key === "progress" || key === "expected") return percent(value);
  if (key === "status") return statusWord(value);
  const instant = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d(\.\d+)?)?Z$/.exec(value);
  if (instant) return `${instant[1]} ${instant[2]} UTC`;
  return value.replaceAll("\n", `\n${" ".repeat(indent)}`);
}

function wordOf(value: unknown): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}

function label(key: string): string {
  return kebab(key).replaceAll("-", " ");
}
