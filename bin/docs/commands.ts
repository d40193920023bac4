import type { Command } from "commander";
import { programOn } from "../../src/cli/commands.ts";
import { openTerminal } from "../../src/cli/terminal.ts";
import { page } from "./markdown.ts";

const intro =
  "`throughline` asks the server in `THROUGHLINE_URL` with the token in `THROUGHLINE_TOKEN`, or those kept by `throughline sign-in`. Run it as `bin/throughline`, from any folder.";

/** What `throughline --help` says, and the help of every command below it. */
export function commandReference(): string {
  const program = programOn({ terminal: openTerminal(), server: () => Promise.reject() as never });
  return page("Commands", "the contract and `src/cli`", intro, ...helpOf(program));
}

function helpOf(command: Command, above = ""): string[] {
  const name = `${above}${command.name()}`;
  const isNoun = above !== "" && command.commands.length > 0;
  command.configureOutput({ getOutHelpWidth: () => 100, getOutHasColors: () => false });
  const own = isNoun
    ? []
    : [`${above === "" ? "" : `## ${name}\n\n`}\`\`\`text\n${command.helpInformation().trim()}\n\`\`\``];
  return [...own, ...command.commands.flatMap((each) => helpOf(each, `${name} `))];
}
