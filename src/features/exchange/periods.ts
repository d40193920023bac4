/** A cycle as a file names it. */
export interface NamedCycle {
  /** "Q3 2018", "H1 2024", "2020": one name however it was written. */
  name: string;
  kind: "year" | "half" | "quarter";
  year: number;
  /** 1–4 for a quarter, 1–2 for a half, 1 for a year. */
  part: number;
}

const YEAR = String.raw`(?:(?:FY|CY)\s?['’]?)?(20\d\d)(?!\d)`;
const PART = String.raw`(?:([QTHS])\s?([1-4])|([1-4])\s?([QTHS])(?![a-z]))`;
const BETWEEN = String.raw`[\s,./_-]{0,3}`;
const PART_FIRST = new RegExp(`(?<![\\w.])${PART}${BETWEEN}${YEAR}`, "i");
const YEAR_FIRST = new RegExp(`(?<![\\w./])${YEAR}${BETWEEN}${PART}(?!\\w)`, "i");
const YEAR_ALONE = new RegExp(`(?<![\\w./-])${YEAR}(?![\\w/-])(?!\\.\\d)`, "i");

/** Finds "2018 Q3", "Q1 2018", "1Q2018", "FY2024", "H2-2025", "T3 2026" (trimestre); null if there is none. */
export function findCycle(text: string): (NamedCycle & { written: string }) | null {
  const partFirst = PART_FIRST.exec(text);
  if (partFirst) {
    return named(partFirst[0], partFirst[5], partFirst[1] ?? partFirst[4], partFirst[2] ?? partFirst[3]);
  }
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return named(yearFirst[0], yearFirst[1], yearFirst[2] ?? yearFirst[5], yearFirst[3] ?? yearFirst[4]);
  const alone = YEAR_ALONE.exec(text);
  return alone ? named(alone[0], alone[1], undefined, undefined) : null;
}

/** One spelling for cycles that mean the same: "2018 Q3" and "q3 2018" are both "q3 2018". */
export function cycleKey(name: string): string {
  const found = findCycle(name);
  return (found && remainder(name, found.written) === "" ? found.name : name).toLowerCase().replace(/\s+/g, " ").trim();
}

function remainder(name: string, written: string): string {
  return name.replace(written, "").replace(/[\s()[\]:.,-]+/g, "");
}

function named(written: string, year = "", letter = "", part = "") {
  const half = /^[HS]$/i.test(letter);
  if (letter === "" || (half && Number(part) > 2)) {
    return { name: year, kind: "year" as const, year: Number(year), part: 1, written };
  }
  const kind = half ? ("half" as const) : ("quarter" as const);
  return { name: `${half ? "H" : "Q"}${part} ${year}`, kind, year: Number(year), part: Number(part), written };
}
