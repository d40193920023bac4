/** What every command stands on: a terminal to speak to and a server to ask. */
import type { Server } from "../client/server.ts";
import type { Where } from "../client/where.ts";
import { readable } from "./readable.ts";
import type { Terminal } from "./terminal.ts";
import { views } from "./views.ts";

export interface Ground {
  terminal: Terminal;
  /** The one that is signed in to, looked up when a command first needs it, or the one that is named; throws `NotSignedIn`. */
  server(named?: Where): Server;
}

/** Says the answer of an operation as the person wants it. */
export function tell(name: string, answer: unknown, asJson: boolean, terminal: Terminal): void {
  const view = views[name] ?? readable;
  terminal.say(
    ...(asJson ? JSON.stringify(answer ?? null, null, 2).split("\n") : view(answer as never, terminal.width)),
  );
}
