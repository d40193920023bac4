/** Changed fields in words. A change is [was, is]; what it is told of comes from the record, so nothing here may fail. */

export type Names = Readonly<Record<string, string>>;
export type Facts = Readonly<Record<string, unknown>>;

/** Fields whose own name is not what a person calls them. */
const labels: Record<string, string> = {
  timeZone: "time zone",
  weekStartsOn: "first weekday",
  fiscalYearStartMonth: "first month of the fiscal year",
  statusRule: "status rule",
  workingHours: "working hours",
  singleKeys: "single-letter shortcuts",
  priorityShare: "priority",
  priority_share: "priority",
  parentId: "place in the tree",
  leadId: "lead",
  ownerId: "owner",
  teamId: "team",
  plannedEnergy: "energy that plans place at most",
  keptAsIs: "word to keep it as it is",
  startsOn: "first day",
  endsOn: "last day",
  dueOn: "due day",
  expectedMove: "expected move",
  phasedTargets: "phased targets",
  whatChanged: "what changed",
  milestonesDone: "milestones done",
  riskLimit: "risk limit",
  askText: "ask",
  askOf: "member asked",
  endValue: "end value",
  answers: "fewest answers of a pulse",
  comments: "fewest comments of a pulse",
  crowd: "crowd of a pulse",
  keepMonths: "months that planned presence is kept",
  decidesOn: "decision date",
  imperativeIds: "imperatives",
};

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const months = "January February March April May June July August September October November December".split(" ");

/** "changed the title from “A” to “B” and the weight from 1 to 2"; null where no field changed. */
export function changesInWords(facts: Facts, names: Names): string | null {
  const { rank, ...fields } = facts;
  const changed = Object.entries(fields)
    .filter((entry): entry is [string, [unknown, unknown]] => isChange(entry[1]))
    .map(([field, [was, is]]) => changeInWords(field, was, is, names));
  const told = [
    ...(changed.length > 0 ? [`changed ${listed(changed)}`] : []),
    ...(isChange(rank) ? [movedInOrder(rank)] : []),
  ];
  return told.length > 0 ? told.join(", and ") : null;
}

/** A rank that is no place among the first is only known to be before or after the one it was. */
function movedInOrder([was, is]: [unknown, unknown]): string {
  if (isPlace(was) && isPlace(is)) return `moved it from ${placeInWords(was)} to ${placeInWords(is)} place`;
  return numberOf(is) < numberOf(was) ? "moved it up" : "moved it down";
}

function isPlace(rank: unknown): rank is number {
  return Number.isInteger(rank) && Number(rank) >= 1 && Number(rank) <= 100;
}

const ordinals = new Intl.PluralRules("en", { type: "ordinal" });
const endings: Record<Intl.LDMLPluralRule, string> = {
  one: "st",
  two: "nd",
  few: "rd",
  other: "th",
  zero: "th",
  many: "th",
};

function placeInWords(rank: number): string {
  return `${rank}${endings[ordinals.select(rank)]}`;
}

function changeInWords(field: string, was: unknown, is: unknown, names: Names): string {
  const label = `the ${labels[field] ?? field}`;
  if (isComposite(was) || isComposite(is)) return label;
  if (isNothing(was)) return `${label} to ${valueInWords(field, is, names)}`;
  if (isNothing(is)) return `${label} from ${valueInWords(field, was, names)} to nothing`;
  return `${label} from ${valueInWords(field, was, names)} to ${valueInWords(field, is, names)}`;
}

/** One value as people read it: names for ids, weekdays and months by name, texts in quotation marks. */
export function valueInWords(field: string, value: unknown, names: Names): string {
  if (isNothing(value)) return "nothing";
  if (field === "weekStartsOn") return weekdays[numberOf(value) - 1] ?? textOf(value);
  if (field === "fiscalYearStartMonth") return months[numberOf(value) - 1] ?? textOf(value);
  if (field === "timeZone") return textOf(value);
  if (field === "priorityShare" || field === "priority_share" || field === "energy" || field === "plannedEnergy")
    return `${plain(value)}%`;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number" || isNumber(value)) return plain(value);
  const text = textOf(value);
  if (isId(text)) return names[text] ?? "someone or something that is gone";
  if (isDay(text)) return text;
  return isKey(field, text) ? text.replaceAll("-", " ") : quoted(text);
}

/** A share of 1 as a percentage with at most one decimal: "0.4625" → "46.3%". */
export function percent(share: unknown): string {
  const value = numberOf(share);
  return Number.isFinite(value) ? `${Math.round(value * 1000) / 10}%` : "–";
}

/** In quotation marks, on one line, at most 140 characters of it. */
export function quoted(text: unknown): string {
  const line = textOf(text).replaceAll(/\s+/g, " ").trim();
  const letters = [...line];
  return `“${letters.length > 140 ? `${letters.slice(0, 139).join("").trimEnd()}…` : line}”`;
}

/** As text, whatever it is: an object that brings its own toString is none to rely on. */
export function textOf(value: unknown): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}

export function numberOf(value: unknown): number {
  return Number(textOf(value));
}

/** "a, b and c". */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

export function isChange(value: unknown): value is [unknown, unknown] {
  return Array.isArray(value) && value.length === 2;
}

/** Whether a value says nothing: not set, or no text. */
export function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

export function labelOf(field: string): string {
  return labels[field] ?? field;
}

function isComposite(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function isNumber(value: unknown): boolean {
  return typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value);
}

/** Decimals come with the zeros of their column: "46.5000000000" → "46.5". */
function plain(value: unknown): string {
  const text = textOf(value);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}

/** A word of the product's own, such as "at-risk", stored as a key; what people wrote is quoted instead. */
function isKey(field: string, text: string): boolean {
  return !peoplesWords.has(field) && /^[a-z]+(-[a-z]+)*$/.test(text);
}

const peoplesWords = new Set([
  "name",
  "title",
  "text",
  "statement",
  "why",
  "horizon",
  "unit",
  "source",
  "place",
  "blocker",
  "askText",
  "whatChanged",
  "reason",
]);
