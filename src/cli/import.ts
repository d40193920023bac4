/** Bringing in a file of OKRs: read and shown first, then imported, with a bar and a way to stop. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Command } from "commander";
import { parsed } from "../client/parsed.ts";
import { refusal } from "../client/problem-words.ts";
import { openProgress } from "../client/progress.ts";
import type { Server } from "../client/server.ts";
import { readingTrouble } from "../platform/files.ts";
import type { InputOf, OutputOf } from "../web/api.ts";
import { type Ground, tell } from "./ground.ts";
import { madeByOthers, previewLines } from "./import-preview.ts";

type Wanted = InputOf<"exchange.imports.create"> & { id: string };
type Preview = OutputOf<"exchange.imports.preview">;

interface Options {
  dryRun?: boolean;
  yes?: boolean;
  cycle?: string;
  create?: boolean;
  column: string[];
  fix: string[];
  json?: boolean;
}

const interrupted = 130;

export function addImport(program: Command, { terminal, server }: Ground): void {
  const several = (value: string, before: string[]) => [...before, value];
  program
    .command("import")
    .argument("<file>", "Markdown or CSV")
    .option("--dry-run", "show what would come in, and bring in nothing")
    .option("--cycle <cycle>", "for rows that name none: a cycle's name or id")
    .option(
      "--create",
      "make the missing teams, the members with an e-mail address and the cycles whose dates are known",
    )
    .option("--column <name=field>", "what a column holds, as in Measure=key-result; may be repeated", several, [])
    .option(
      "--fix <line=step>",
      "a step the preview offers for a line, as in 12=initiative; may be repeated",
      several,
      [],
    )
    .option("--yes", "do not ask before bringing it in")
    .option("--json", "print the answer as the API gives it")
    .description("bring in OKRs from a file; the same file again changes nothing")
    .action(async (file: string, options: Options) => {
      const wanted = await wantedFrom(file, options, server());
      const { preview, create } = await look(wanted, options, server());
      if (options.dryRun && options.json) return tell("exchange.imports.preview", preview, true, terminal);
      if (!options.json) terminal.say(...previewLines(preview, Boolean(options.create)));
      if (options.dryRun) return;
      if (options.create) refuseToMake(preview);
      if (terminal.interactive && !options.yes && !isYes(await terminal.ask("Bring this in? (y or n) "))) {
        return terminal.say("Nothing was brought in.");
      }
      const done = await watched(server(), wanted.id, "exchange.imports.create", { ...wanted, create });
      if (options.json) tell("exchange.imports.create", done, true, terminal);
      else terminal.say("", ...doneLines(done, preview));
    });
}

/** The preview, with what is missing made where it shall be, or where a dry run only tells what is understood. */
async function look(wanted: Wanted, options: Options, server: Server) {
  const preview = await watched(server, wanted.id, "exchange.imports.preview", wanted);
  const { members, teams, cycles } = preview.missing;
  const asIfMade = options.create || (options.dryRun && !options.json);
  if (!asIfMade || members.length + teams.length + cycles.length === 0) return { preview, create: undefined };
  // Members change nothing of what is understood, and an address that cannot be given would stop a mere look.
  const create = { ...toCreate(preview), ...(options.create ? {} : { members: [] }) };
  return { preview: await watched(server, wanted.id, "exchange.imports.preview", { ...wanted, create }), create };
}

async function wantedFrom(file: string, options: Options, server: Server): Promise<Wanted> {
  return parsed("exchange.imports.create", {
    fileName: basename(file),
    content: contentOf(file),
    cycleId: options.cycle ? await findCycle(server, options.cycle) : null,
    columns: Object.fromEntries(options.column.map((pair) => pairIn(pair, "column"))),
    fixes: options.fix.map((pair) => {
      const [line, fix] = pairIn(pair, "fix");
      return { line: Number(line), fix };
    }),
  });
}

/** Asks while a bar shows how far the server is; Ctrl-C stops the server's work and ends us, nothing saved. */
async function watched<Name extends "exchange.imports.preview" | "exchange.imports.create">(
  server: Server,
  id: string,
  name: Name,
  wanted: Wanted,
): Promise<OutputOf<Name>> {
  const bar = openProgress(name.endsWith("preview") ? "Reading" : "Importing");
  const look = setInterval(async () => {
    const progress = await server.ask("exchange.imports.progress", { id }).catch(() => undefined);
    if (progress && progress.phase !== "none") bar.at(progress.share, 1);
  }, 250);
  const stop = async () => {
    const answer = await server.ask("exchange.imports.stop", { id }).catch(() => undefined);
    bar.end();
    if (answer && !answer.stopped) return console.error("Too late to stop: it is being saved.");
    console.error(
      answer ? "Stopped. Nothing of it was saved." : "Left. Whether it was stopped: throughline imports list",
    );
    process.exit(interrupted);
  };
  process.once("SIGINT", stop);
  try {
    return (await server.askAny(name, wanted)) as OutputOf<Name>;
  } finally {
    process.off("SIGINT", stop);
    clearInterval(look);
    bar.end();
  }
}

function contentOf(file: string): string {
  try {
    return readFileSync(file).toString("base64");
  } catch (error) {
    const { why, todo } = readingTrouble(file, error);
    throw refusal("file", `a file that can be read; ${file} ${why}`, todo);
  }
}

async function findCycle(server: Server, named: string): Promise<string> {
  const { items } = await server.ask("okrs.cycles.list", {});
  const found = items.find(({ id, name }) => id === named || name.toLowerCase() === named.toLowerCase());
  if (found) return found.id;
  throw refusal(
    "cycle",
    `a cycle's name or id: ${items.map(({ name }) => name).join(", ") || "there is none yet"}`,
    "Name one of them, or plan it first.",
  );
}

/** "12=initiative" → ["12", "initiative"]; a name may hold "=" itself. */
function pairIn(pair: string, option: string): [string, string] {
  const at = pair.lastIndexOf("=");
  if (at > 0) return [pair.slice(0, at), pair.slice(at + 1)];
  throw refusal(
    `--${option}`,
    "two words with = between them",
    `Write --${option} ${option === "fix" ? "12=initiative" : "Measure=key-result"}`,
  );
}

/** Of what is missing what one may make oneself. */
function toCreate({ missing, can }: Preview): Wanted["create"] {
  const members = can.createMembers ? missing.members : [];
  const teams = can.createTeams ? missing.teams : [];
  return {
    members: members.flatMap(({ written, name, email }) => (email ? [{ written, name, email }] : [])),
    teams: teams.map(({ name }) => name),
    cycles: missing.cycles.flatMap(({ name, proposal }) => (proposal ? [{ name, ...proposal }] : [])),
  };
}

/** Whoever asks for everything to be made, and may not, is told what it is before anything comes in. */
function refuseToMake(preview: Preview): void {
  const named = madeByOthers(preview).join(", ");
  if (named) throw refusal("--create", `an owner or admin, to make ${named}`, "Ask one of them to add it first.");
}

function doneLines({ id, made, keptAside }: OutputOf<"exchange.imports.create">, { rows }: Preview): string[] {
  const also = Object.entries(made).filter(([, count]) => count > 0);
  const isNew = Object.values(rows).some(({ create, changed }) => create + changed > 0);
  return [
    isNew ? "Brought in." : "Nothing new: every row stands there as it is written.",
    ...(also.length > 0
      ? [`Also made: ${also.map(([what, count]) => `${count} ${count === 1 ? what.slice(0, -1) : what}`).join(", ")}.`]
      : []),
    ...(keptAside > 0
      ? [`${keptAside} lines are kept aside, each with its reason: throughline imports get ${id}`]
      : []),
  ];
}

function isYes(answer: string | undefined): boolean {
  return /^y(es)?$/i.test(answer?.trim() ?? "");
}
