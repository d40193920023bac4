/** What every command stands on: a terminal to speak to and a server to ask. */
import type { Server } from "../client/server.ts";
import { readable } from "./readable.ts";
import type { Terminal } from "./terminal.ts";
import { views } from "./views.ts";

export interface Ground {
  terminal: Terminal;
  /** Looked up when a command first needs it; throws `NotSignedIn`. */
  server(): Server;
}

/** Says the answer of an operation as the person wants it. */
export function tell(name: string, answer: unknown, asJson: boolean, terminal: Terminal): void {
  const view = views[name] ?? readable;
  terminal.say(
    ...(asJson ? JSON.stringify(answer ?? null, null, 2).split("\n") : view(answer as never, terminal.width)),
  );
}
