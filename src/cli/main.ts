/** The terminal: arguments in, text out, and how it went as the exit code. */
import { CommanderError } from "commander";
import { linesOf } from "../client/problem-words.ts";
import { type Server, serverAt } from "../client/server.ts";
import { findWhere, NotSignedIn, type Where } from "../client/where.ts";
import { Problem } from "../web/problem.ts";
import { programOn } from "./commands.ts";
import { openTerminal } from "./terminal.ts";

const refused = 2;
const notSignedIn = 3;

/** Runs one command; resolves with the exit code: 0, 2 when something was refused, 3 when not signed in, 1 otherwise. */
export async function run(args: string[]): Promise<number> {
  const terminal = openTerminal();
  let found: Server | undefined;
  const server = (named?: Where) => {
    if (named || !found) found = serverAt({ ...(named ?? findWhere()), via: "cli" });
    return found;
  };
  const program = programOn({ terminal, server });
  overrideExit(program);
  try {
    await program.parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : refused;
    return codeOf(error, (...lines) => terminal.sayAside(...lines), found?.address);
  }
}

/** Says what went wrong; throws on what nobody foresaw. */
function codeOf(error: unknown, say: (...lines: string[]) => void, address = "the server"): number {
  if (error instanceof NotSignedIn) {
    say(error.message);
    return notSignedIn;
  }
  if (!(error instanceof Problem)) throw error;
  say(...linesOf(error));
  if (error.unreachable) say(`Is it running at ${address}?`);
  if (error.status === 401) say(`Sign in again: throughline sign-in ${address}`);
  if (error.status === 401) return notSignedIn;
  return error.status >= 400 && error.status < 500 ? refused : 1;
}

/** Commander would end the process itself; every command inherits this only when it is made later. */
function overrideExit(command: ReturnType<typeof programOn>): void {
  command.exitOverride();
  for (const each of command.commands) overrideExit(each);
}
