import type { Command } from "commander";
import { refusal } from "../client/problem-words.ts";
import { checkedInLine, checkIn, goThroughDue } from "./check-in.ts";
import { addCoach } from "./coach.ts";
import { type Ground, tell } from "./ground.ts";
import { addImport } from "./import.ts";

/** The commands of every week that are more than one operation, or a shorter word for one. */
export function addDailyCommands(program: Command, ground: Ground): void {
  addDue(program, ground);
  addCheckIn(program, ground);
  addImport(program, ground);
  addCoach(program, ground);
}

function addDue(program: Command, { terminal, server }: Ground): void {
  program
    .command("due")
    .description("see which key results wait for your check-in")
    .option("--json", "print the answer as the API gives it")
    .action(async ({ json }: { json?: boolean }) => {
      tell("cadence.checkIns.due", await server().ask("cadence.checkIns.due", undefined), Boolean(json), terminal);
    });
}

interface CheckInOptions {
  confidence?: string;
  whatChanged?: string;
  blocker?: string;
  json?: boolean;
}

function addCheckIn(program: Command, { terminal, server }: Ground): void {
  program
    .command("check-in")
    .argument("[key-result]", "its id, or words of its title; without it you are asked about everything that is due")
    .argument("[value]", "where it stands: a number, yes or no, or the numbers of the steps that are done (1,3)")
    .option("--confidence <number>", "from 0 (no chance) to 10 (certain)")
    .option("--what-changed <text>", "in a sentence; - reads it from the input")
    .option("--blocker <text>", "what is in the way")
    .option("--json", "print the answer as the API gives it")
    .description("check in on one key result, or on all that are due")
    .action(async (named: string | undefined, value: string | undefined, options: CheckInOptions) => {
      if (named === undefined) {
        if (!terminal.interactive)
          throw refusal(
            "key-result",
            "a key result and its value, where nobody can be asked",
            "See them: throughline due",
          );
        await goThroughDue(server(), terminal);
        return;
      }
      if (value === undefined)
        throw refusal("value", "where the key result stands now", "Give it after the key result.");
      const whatChanged = options.whatChanged === "-" ? (await terminal.readInput()).trim() : options.whatChanged;
      const words = { confidence: options.confidence, whatChanged, blocker: options.blocker };
      const done = await checkIn(server(), named, value, words);
      if (options.json) tell("cadence.checkIns.create", done, true, terminal);
      else terminal.say(checkedInLine(done));
    });
}
