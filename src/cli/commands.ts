/** Every command: one for each operation of the contract, and the few that make a day shorter. */
import { Command, Option } from "commander";
import { type Operation, operations } from "../client/operations.ts";
import { asTyped } from "./as-typed.ts";
import { type Asked, optionsOf, positionsOf, valueTyped } from "./asked.ts";
import { commandNames } from "./command-names.ts";
import { addDailyCommands } from "./daily.ts";
import { type Ground, tell } from "./ground.ts";
import { addSignIn } from "./sign-in.ts";
import type { Terminal } from "./terminal.ts";

type Typed = Readonly<Record<string, string | boolean | undefined>>;

export function programOn(ground: Ground): Command {
  const program = new Command("throughline")
    .description("Throughline in the terminal: one line from the vision to this week.")
    .enablePositionalOptions()
    .configureHelp({ showGlobalOptions: false, sortSubcommands: false })
    .showHelpAfterError("(--help tells more)");
  program.commandsGroup(dayByDay);
  addDailyCommands(program, ground);
  program.commandsGroup("This terminal and this machine:");
  addSignIn(program, ground);
  addElsewhere(program);
  program.commandsGroup("Everything else, by what it is about:");
  for (const [name, words] of commandNames(operations.keys())) {
    addOperation(program, words, operations.get(name) as Operation, ground);
  }
  describeNouns(program);
  return program.addHelpText("after", afterHelp);
}

const dayByDay = "Day by day:";
const daily = ["focus.today", "alignment.map", "okrs.search"];
const afterHelp = `
An option takes - to read its text from the input. --json prints the answer as the API gives it.
Ends with 0, or 2 when something was refused, 3 when you are not signed in, 1 otherwise.`;

function addOperation(program: Command, name: string[], operation: Operation, ground: Ground): void {
  const parent = name.slice(0, -1).reduce(nounOf, program);
  const command = parent.command(name.at(-1) as string);
  command.summary(operation.summary).description(descriptionOf(operation));
  if (daily.includes(operation.name)) command.helpGroup(dayByDay);
  const positions = positionsOf(operation);
  const options = optionsOf(operation);
  for (const { word, help } of positions) command.argument(`<${word}>`, help);
  for (const asked of options) addOption(command, asked);
  command.option("--json", "print the answer as the API gives it");
  const words = Object.fromEntries([
    ...positions.map(({ property, word }) => [property, word]),
    ...options.map(({ property, word }) => [property, `--${word}`]),
  ]);
  command.action(async (...given: unknown[]) => {
    const typed = given.at(-2) as Typed;
    const named = positions.map((asked, index) => [asked.property, valueTyped(asked, given[index] as string)]);
    const input = { ...(await inputOf(options, typed, command, ground.terminal)), ...Object.fromEntries(named) };
    const answer = await asTyped(words, ground.server().askAny(operation.name, input));
    tell(operation.name, answer, Boolean(typed.json), ground.terminal);
  });
}

/** The command of a noun, which holds those of its verbs. */
function nounOf(parent: Command, word: string): Command {
  return parent.commands.find((each) => each.name() === word) ?? parent.command(word);
}

function describeNouns(parent: Command): void {
  for (const noun of parent.commands.filter(({ commands }) => commands.length > 0)) {
    const verbs = noun.commands.map((command) => command.name()).join(", ");
    noun.description(verbs);
    describeNouns(noun);
  }
}

function descriptionOf({ summary, description, meta }: Operation): string {
  const who = meta.may === "anyone" ? "Anyone may." : `For ${meta.may.join(", ")}.`;
  return [`${summary}.`, description, who].filter(Boolean).join(" ");
}

function addOption(command: Command, { word, kind, help, required }: Asked): void {
  if (kind !== "yes-no") {
    command.addOption(
      new Option(
        `--${word} <${kind === "text" ? "text" : kind === "number" ? "number" : kind}>`,
        help,
      ).makeOptionMandatory(required),
    );
    return;
  }
  command.addOption(new Option(`--${word}`, [help, `--no-${word} for the opposite`].filter(Boolean).join("; ")));
  command.addOption(new Option(`--no-${word}`).hideHelp());
}

async function inputOf(options: readonly Asked[], typed: Typed, command: Command, terminal: Terminal) {
  const input: Record<string, unknown> = {};
  for (const asked of options) {
    const key = attributeOf(asked, command);
    const given = typed[key];
    if (given === undefined || command.getOptionValueSource(key) === "default") continue;
    input[asked.property] = valueTyped(asked, given === "-" ? await terminal.readInput() : given);
  }
  return input;
}

function attributeOf({ word }: Asked, command: Command): string {
  const option = command.options.find(({ long }) => long === `--${word}`) as Option;
  return option.attributeName();
}

/** Those that are no request to a server: bin/throughline opens them. */
function addElsewhere(program: Command): void {
  const says: [string, string][] = [
    ["mcp", "serve an assistant over stdio (MCP); --all offers every operation"],
    ["backup <file>", "write everything of this machine's server into a file"],
    ["restore <file>", "fill an empty server from such a file"],
    ["demo <make|remove>", "make the demo organisation on this machine's server, or remove it"],
  ];
  for (const [words, summary] of says) program.command(words).description(summary).allowUnknownOption();
}
