/** Any answer of the contract as text that a person can read: a list as a table, a thing as its names and values. */
import { adviceInWords, disagreementInWords } from "../features/okrs/contract.ts";
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

/** "54 %, likely 49–58 %", with the digits that its key result is shown with. */
export function heading(forecast: Heading | null, unit: string, decimals?: number): string {
  if (!forecast) return "–";
  const figure = (value: string) => (decimals === undefined ? short(value) : Number(value).toFixed(decimals));
  const { middle, range80 } = forecast;
  const of = unit ? ` ${unit}` : "";
  return `${figure(middle)}${of}, likely ${figure(range80.low)}–${figure(range80.high)}${of}`;
}

interface Heading {
  middle: string;
  range80: { low: string; high: string };
  chance: string | null;
}

/** A key result's forecast in words, where it has one. */
function told(thing: Thing): Thing {
  const { forecast, unit, decimals } = thing;
  if (!isThing(forecast)) return thing;
  const is = forecast as unknown as Heading;
  const words = heading(is, typeof unit === "string" ? unit : "", typeof decimals === "number" ? decimals : undefined);
  return { ...thing, forecast: is.chance === null ? words : `${words}; ${percent(is.chance)} to reach the goal` };
}

/** A decimal with four digits after the point at most. */
function short(value: string): string {
  return /\.\d{5,}$/.test(value) ? String(Number(Number(value).toFixed(4))) : value;
}

/** What tells rows apart best, in this order; in a narrow terminal the rest gives way first. */
const foremost = [
  "title",
  "name",
  "statement",
  "status",
  "progress",
  "current",
  "unit",
  "owner",
  "team",
  "state",
  "role",
];

function listOf(listed: readonly unknown[], width?: number): string[] {
  if (listed.length === 0) return ["Nothing here."];
  if (!listed.every(isThing)) return listed.map(wordOf);
  const items = listed.map(told);
  const keys = [...new Set(items.flatMap((item) => Object.keys(item)))].filter((key) => isColumn(key, items));
  const title = keys.filter((key) => foremost.indexOf(key) < 3 && foremost.includes(key));
  const ordered = [
    ...title,
    ...keys.filter((key) => !title.includes(key) && key !== "id"),
    ...keys.filter((key) => key === "id"),
  ];
  const shown = width === undefined ? ordered : fitting(ordered, items, width);
  const rows = items.map((item) => shown.map((key) => cell(key, item[key])));
  return table(shown.map(label), rows, width);
}

/** The columns that leave the title some 24 characters; the title and the id always stay. */
function fitting(keys: readonly string[], items: readonly Thing[], width: number): string[] {
  const weight = (key: string) =>
    foremost.includes(key) ? foremost.length - foremost.indexOf(key) : -keys.indexOf(key);
  const widthOf = (key: string) => Math.max(label(key).length, ...items.map((item) => cell(key, item[key]).length));
  const [first, ...others] = keys.toSorted((one, other) => weight(other) - weight(one));
  let left =
    width - Math.min(24, widthOf(first as string)) - (keys.includes("id") && first !== "id" ? widthOf("id") + 2 : 0);
  const kept = others.filter((key) => {
    if (key === "id") return true;
    left -= widthOf(key) + 2;
    return left >= 0;
  });
  return keys.filter((key) => key === first || kept.includes(key));
}

/** What helps to tell rows apart: no ids of other things, no permissions, nothing that is empty or "no" everywhere. */
function isColumn(key: string, items: readonly Thing[]): boolean {
  if (["can", "version", "rank", "decimals"].includes(key) || key.endsWith("Id")) return false;
  return items.some((item) => !["–", "", "no"].includes(cell(key, item[key])));
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
  const shown = Object.entries(told(thing)).filter(([key, value]) => key !== "can" && value !== "");
  const longest = Math.max(0, ...shown.filter(([, value]) => isPlain(value)).map(([key]) => label(key).length));
  return shown.flatMap(([key, value]) => {
    const name = `${indent}${label(key)}:`;
    if (isPlain(value))
      return [`${name.padEnd(indent.length + longest + 2)}${scalar(key, value, indent.length + longest + 2)}`];
    const inner = width === undefined ? undefined : Math.max(40, width - indent.length - 2);
    if (!Array.isArray(value)) return [name, ...valuesOf(value as Thing, width, `${indent}  `)];
    if (value.length === 0) return [];
    const lines = sentences[key]?.(value) ?? listOf(value, inner);
    return [name, ...lines.map((line) => `${indent}  ${line}`)];
  });
}

/** What is said in sentences. A newer server may know some that this client has no words for. */
const sentences: Readonly<Record<string, (items: readonly unknown[]) => string[]>> = {
  advice: (items) => items.map((each) => sentenceOf(wordOf(each), adviceInWords)),
  disagreements: (items) => items.map((each) => sentenceOf(wordOf((each as Thing).key), disagreementInWords)),
};

function sentenceOf(key: string, words: Readonly<Record<string, string>>): string {
  return words[key] ?? statusWord(key);
}

/** What stands on one line: texts and numbers, something named, a status with the rule that decided it. */
function isPlain(value: unknown): boolean {
  return !Array.isArray(value) && (!isThing(value) || isNamed(value) || isReading(value));
}

function isNamed(value: Thing): value is { id: string; name: string } {
  return Object.keys(value).length === 2 && typeof value.name === "string" && typeof value.id === "string";
}

interface Reading {
  status: string;
  proposed: { status: string; because: Thing };
  overrule: { reason: string } | null;
  end?: End;
}

/** A server from before did not say. */
type End = { score: string | null; outcome: string | null } | null | undefined;

/** A status, with what it ended with: "On track", "Closed · 0.7". */
export function standing({ status, end }: { status: string; end?: End }): string {
  const ended = end?.score ? Number(end.score).toFixed(1) : end?.outcome?.replaceAll("-", " ");
  return ended ? `${statusWord(status)} · ${ended}` : statusWord(status);
}

function isReading(value: Thing): value is Thing & Reading {
  return typeof value.status === "string" && isThing(value.proposed) && isThing(value.proposed.because);
}

/** "At risk (gap: progress 31 %, expected 52 %, …)", and what the rule says where a person overruled it. */
function readingLine({ status, proposed, overrule, end }: Reading): string {
  const { rule, ...numbers } = proposed.because;
  const told = Object.entries(numbers).map(
    ([key, value]) => `${label(key)} ${scalar(key, typeof value === "string" ? short(value) : value)}`,
  );
  const why = [String(rule).replaceAll("-", " "), told.join(", ")].filter(Boolean).join(": ");
  if (end?.score || end?.outcome) return `${standing({ status, end })} (${why})`;
  if (!overrule) return `${statusWord(status)} (${why})`;
  return `${statusWord(status)} because "${overrule.reason}"; the rule says ${statusWord(proposed.status)} (${why})`;
}

function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Further lines of a text stand under its first, `indent` columns in. */
function scalar(key: string, value: unknown, indent = 0): string {
  if (isThing(value)) return isReading(value) ? readingLine(value) : `${value.name}, id ${value.id}`;
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
