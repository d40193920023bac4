/** Why a line is a guess or is kept aside: the one place for these sentences. */
export interface Reason {
  code: string;
  sentence: string;
  /** What a person may do instead of taking the guess. */
  instead?: Fix;
}

/** One step that a person may take on a line; `plan` and the screens know them by code. */
export interface Fix {
  code: "health-metric" | "find-a-baseline" | "initiative" | "bring-in" | "connect" | "keep-both";
  label: string;
}

const reason = (code: string, sentence: string, instead?: Fix): Reason => ({
  code,
  sentence,
  ...(instead && { instead }),
});

export const fixes = {
  healthMetric: { code: "health-metric", label: "Health metric" },
  findABaseline: { code: "find-a-baseline", label: "Find a baseline" },
  initiative: { code: "initiative", label: "Initiative" },
  bringIn: { code: "bring-in", label: "Bring in" },
  connect: { code: "connect", label: "Connect" },
  keepBoth: { code: "keep-both", label: "Keep both" },
} as const satisfies Record<string, Fix>;

/** Why a row that is understood is still a guess. */
export const guesses = {
  headingAsObjective: reason("heading-as-objective", "A heading with points below it, so read as an objective."),
  boldAsObjective: reason("bold-as-objective", "A bold line above a list, so read as an objective."),
  pointAsObjective: reason("point-as-objective", "A point with points below it, so read as an objective."),
  loneAsObjective: reason(
    "lone-as-objective",
    "It stands where the objectives stand, so read as one without key results.",
  ),
  rowAsObjective: reason("row-as-objective", "A row that names a group of rows, so read as an objective."),
  pointAsKeyResult: reason("point-as-key-result", "A point below an objective, so read as a key result."),
  proseAsKeyResult: reason("prose-as-key-result", "The only sentence under “Key results”, so read as one."),
  stepAsInitiative: reason("step-as-initiative", "A step below a key result, so read as an initiative."),
  outputAsInitiative: (above: string) =>
    reason("output-as-initiative", `Output without a number, so read as an initiative under “${above}”.`),
  figureInWords: reason("figure-in-words", "The figures were found in the sentence. Check start and target."),
  startFromZero: reason("start-from-zero", "Only the target is written, so it starts from 0."),
  changeFromZero: reason("change-from-zero", "A change against today, so it counts from 0 to the change."),
  noFigure: reason(
    "no-figure",
    "No figure is written, so it is done or not done. A number would say how far it is.",
    fixes.initiative,
  ),
  noTarget: reason("no-target", "A value without a target, so it starts with “find a baseline”."),
  noSuchDay: (typed: string, read: string) =>
    reason("no-such-day", `There is no ${typed}. Read as ${read}, the last day of that month.`),
  dayFirst: (read: string) => reason("day-first", `Read with the day first: ${read}.`),
  dueIsNoDay: (typed: string) =>
    reason("due-no-day", `“${typed}” is no day that exists, so no due date is read. Write it as YYYY-MM-DD.`),
  valueIsNoNumber: (column: string, typed: string) =>
    reason("value-no-number", `“${typed}” is no number, so “${column}” is kept as a note.`),
  nearlyMember: (name: string) =>
    reason("nearly-member", `No member is written like this. ${name} is one letter away.`),
  noSuchMember: (written: string) =>
    reason("no-such-member", `“${written}” is no member yet, so it is yours until they join.`),
  noSuchTeam: (written: string) =>
    reason("no-such-team", `“${written}” is no team yet, so it is an objective of the whole organisation.`),
  sameAs: (line: number) => reason("same-as", `Word for word as line ${line}, same owner. Read once.`, fixes.keepBoth),
};

/** Why a line is kept aside. */
export const asides = {
  contents: reason("contents", "A table of contents: the headings themselves are read."),
  linkElsewhere: reason("link-elsewhere", "A link to another document. Open it and import that one."),
  guide: reason("guide", "It reads as a guide on how to write OKRs, or as an example, not as OKRs of your own."),
  strategy: reason("strategy", "Vision and mission are not objectives. Write them under Strategy."),
  setAsideByWriter: (label: string) => reason("set-aside-by-writer", `It stands under “${label}”.`),
  proseUnderNothing: reason("prose-under-nothing", "Prose that stands under no objective."),
  underNoObjective: reason("under-no-objective", "It stands under no objective, so its place is not known."),
  noKeyResultAlone: reason(
    "key-result-alone",
    "A key result belongs to exactly one objective, and none stands above it.",
  ),
  struckThrough: reason("struck-through", "Struck through, so read as dropped."),
  underStruckThrough: reason("under-struck-through", "Its objective is struck through, so read as dropped."),
  underKeptAside: reason("under-kept-aside", "It stands below a line that is kept aside."),
  placeholder: reason("placeholder", "A placeholder. Write what is meant, then import it again."),
  tooLongForTitle: reason(
    "too-long-for-title",
    "Longer than a title of 300 characters. Shorten it, or keep it as prose.",
  ),
  turnsDirection: reason(
    "turns-direction",
    "Hidden marks in it turn the direction of writing (U+202A to U+202E, U+2066 to U+2069). Type the line anew.",
  ),
  groupLabel: reason("group-label", "A row without owner, priority or figure that only introduces the rows below it."),
  totals: reason("totals", "A row of totals: progress comes from the rows themselves."),
  unknownTable: reason("unknown-table", "A table in which no column says objective or key result."),
  code: reason("code", "A block of code or HTML."),
  lineTooLong: reason("line-too-long", "A line of more than 4,000 characters. Break it into lines."),
  tooDeep: reason("too-deep", "Indented more than 30 levels. Indent it less."),
  noWords: reason("no-words", "No words in it."),
  notUnderstood: reason("not-understood", "Not understood. Rewrite it as a point below its objective."),
  sameStartAndTarget: reason(
    "same-start-and-target",
    "Start and target are equal, so there is nothing to move. Give another target, or watch it.",
  ),
  targetIsNoNumber: reason("target-no-number", "A target is a number. Write one, or start with “find a baseline”."),
  parentMissing: (parent: string) =>
    reason(
      "parent-missing",
      `“${parent}” is neither in the file nor in the organisation. Connect it, or bring it in as not connected.`,
    ),
  noCycle: reason("no-cycle", "It names no cycle, and none is chosen for such rows."),
  cycleMissing: (name: string) =>
    reason("cycle-missing", `“${name}” is no cycle yet. Have it made, or choose one that is there.`),
  cycleClosed: reason("cycle-closed", "Its cycle is closed. Choose another, or make a new one."),
  refused: (sentence: string) => reason("refused", sentence),
  unknownType: (type: string) =>
    reason("unknown-type", `“${type}” is none of objective, key result, initiative. Correct the type.`),
  emptyRow: reason("empty-row", "No cell names an objective, a key result or an initiative."),
  noColumns: reason("no-columns", "No column says Objective or Key result. Say which column is which."),
  openQuote: reason("open-quote", "A quotation mark is opened and never closed. Close it in the file."),
};
