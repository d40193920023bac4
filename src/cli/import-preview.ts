import type { OutputOf } from "../web/api.ts";
import { table } from "./table.ts";

type Preview = OutputOf<"exchange.imports.preview">;

/**
 * What an import would make: how much was understood, what must be made first, the rows as they will stand and what
 * needs a look. `makes`: what is missing is made along with it.
 */
export function previewLines(preview: Preview, makes: boolean): string[] {
  const { counts, importedBefore } = preview;
  const before = importedBefore
    ? [`${importedBefore.member.name} brought in exactly this file on ${importedBefore.recordedAt.slice(0, 10)}.`]
    : [];
  const guessed = counts.guessed > 0 ? `, ${counts.guessed} of them guessed` : "";
  return [
    `${preview.fileName}: ${counts.understood} of ${counts.read} rows understood${guessed}, ${counts.keptAside} kept aside.`,
    ...before,
    ...columnsOf(preview),
    ...missingOf(preview, makes),
    "",
    ...rowsOf(preview),
    ...treeOf(preview),
    ...lookAtOf(preview),
  ];
}

function columnsOf({ columns }: Preview): string[] {
  const unknown = columns.filter(({ field }) => field === null);
  if (unknown.length === 0) return [];
  return [
    "",
    "Columns that are not read (say what they hold with --column name=field):",
    ...unknown.map(({ header, example }) => `  ${header}${example ? `, such as "${example}"` : ""}`),
  ];
}

function rowsOf({ rows, missing, withoutCycle }: Preview): string[] {
  const counted = Object.entries(rows).filter(([, actions]) => Object.values(actions).some((count) => count > 0));
  const cells = counted.map(([kind, { create, changed, unchanged, already }]) => [
    kind.replace("-", " "),
    ...[create, changed, unchanged, already].map(String),
  ]);
  if (cells.length > 0) return table(["", "new", "changed", "unchanged", "already there"], cells);
  return missing.cycles.length + withoutCycle > 0
    ? ["Nothing can be brought in before its cycle is there: see below."]
    : ["Nothing to bring in."];
}

const marks = { create: "+", changed: "~", unchanged: "=", already: "=" } as const;

function treeOf({ tree, treeLeftOut }: Preview): string[] {
  if (tree.length === 0) return [];
  const lines = tree.map(
    ({ depth, title, action, kind }) =>
      `${marks[action]} ${"  ".repeat(depth)}${kind === "objective" ? "" : "– "}${title}`,
  );
  return [
    "",
    "As it will look (+ new, ~ changed, = as it is):",
    ...lines,
    ...(treeLeftOut > 0 ? [`  … and ${treeLeftOut} more`] : []),
  ];
}

/** Members and teams that the file names and that an owner or admin has to make. */
export function madeByOthers({ missing, can }: Preview): string[] {
  return [
    ...(can.createMembers
      ? []
      : missing.members.filter(({ email }) => email).map(({ written }) => `member ${written}`)),
    ...(can.createTeams ? [] : missing.teams.map(({ name }) => `team ${name}`)),
  ];
}

function missingOf(preview: Preview, makes: boolean): string[] {
  const { missing, withoutCycle } = preview;
  const others = new Set(madeByOthers(preview));
  const named = [
    ...missing.members.map(({ written, email, rows }) => ({ name: `member ${written}`, can: email !== null, rows })),
    ...missing.teams.map(({ name, rows }) => ({ name: `team ${name}`, can: true, rows })),
    ...missing.cycles.map(({ name, rows, proposal }) => ({
      name: `cycle ${name}${proposal ? `, ${proposal.startsOn} to ${proposal.endsOn}` : ""}`,
      can: proposal !== null,
      rows,
    })),
  ];
  const under = (heading: string, shown: typeof named) =>
    shown.length === 0 ? [] : ["", heading, ...shown.map(({ name, rows }) => `  ${name}, in ${rows} rows`)];
  const own = named.filter(({ name, can }) => can && !others.has(name));
  return [
    ...under(makes ? "Made first:" : "To be made first (--create makes it):", own),
    ...under(
      "To be made first by an owner or admin:",
      named.filter(({ name }) => others.has(name)),
    ),
    ...under(
      "Not there, and not made from the file (a member without an e-mail address: the rows stay yours):",
      named.filter(({ can }) => !can),
    ),
    ...(withoutCycle > 0 ? ["", `${withoutCycle} objectives name no cycle: say which with --cycle`] : []),
  ];
}

function lookAtOf({ lookAt, lookAtLeftOut }: Preview): string[] {
  if (lookAt.length === 0) return [];
  const lines = lookAt.flatMap(({ line, text, as, reasons, fixes }) => {
    const steps = fixes.map(({ fix }) => fix).filter((fix) => fix !== "use-member");
    return [
      `  ${line}: ${text}`,
      `    ${as.replaceAll("-", " ")}: ${reasons.join(" ")}${steps.length > 0 ? ` (--fix ${line}=${steps.join(" or ")})` : ""}`,
    ];
  });
  return ["", "To look at, by line:", ...lines, ...(lookAtLeftOut > 0 ? [`  … and ${lookAtLeftOut} more`] : [])];
}
