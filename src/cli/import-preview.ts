import type { OutputOf } from "../web/api.ts";
import { table } from "./table.ts";

type Preview = OutputOf<"exchange.imports.preview">;

/** What an import would make: how much was understood, the rows as they will stand, what is missing and what needs a look. */
export function previewLines(preview: Preview): string[] {
  const { counts, importedBefore } = preview;
  const before = importedBefore
    ? [`${importedBefore.member.name} brought in exactly this file on ${importedBefore.recordedAt.slice(0, 10)}.`]
    : [];
  const guessed = counts.guessed > 0 ? `, ${counts.guessed} of them guessed` : "";
  return [
    `${preview.fileName}: ${counts.understood} of ${counts.read} rows understood${guessed}, ${counts.keptAside} kept aside.`,
    ...before,
    ...columnsOf(preview),
    "",
    ...rowsOf(preview),
    ...treeOf(preview),
    ...missingOf(preview),
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

function missingOf({ missing, withoutCycle }: Preview): string[] {
  const named = [
    ...missing.members.map(
      ({ written, email, rows }) =>
        `member ${written}${email ? "" : " (no e-mail address: the rows stay yours)"}, in ${rows} rows`,
    ),
    ...missing.teams.map(({ name, rows }) => `team ${name}, in ${rows} rows`),
    ...missing.cycles.map(
      ({ name, rows, proposal }) =>
        `cycle ${name}${proposal ? `, ${proposal.startsOn} to ${proposal.endsOn}` : ""}, in ${rows} rows`,
    ),
  ];
  return [
    ...(named.length > 0
      ? ["", "Not there yet (--create makes what can be made):", ...named.map((each) => `  ${each}`)]
      : []),
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
