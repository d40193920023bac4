/** The terminal as commands use it: what is said, what is asked, what comes in through a pipe. */
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

export interface Terminal {
  /** Columns; undefined when the output goes into a file or a pipe. */
  width: number | undefined;
  /** A person is there to answer. */
  interactive: boolean;
  say(...lines: readonly string[]): void;
  /** To the side, so that it is not part of the answer. */
  sayAside(...lines: readonly string[]): void;
  /** One line that is written over by the next; silent unless a person watches. */
  progress(line: string): void;
  /** Undefined when the person ends the input (Ctrl-D). */
  ask(question: string): Promise<string | undefined>;
  askHidden(question: string): Promise<string | undefined>;
  /** Everything that comes in through the pipe. */
  readInput(): Promise<string>;
}

export function openTerminal({ stdin, stdout, stderr }: NodeJS.Process = process): Terminal {
  // A reader such as `head` may leave before the end.
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(0);
  });
  const ask = async (question: string, output: NodeJS.WritableStream) => {
    const lines = createInterface({ input: stdin, output, terminal: stdin.isTTY });
    const closed = new Promise<undefined>((resolve) => lines.once("close", () => resolve(undefined)));
    try {
      return await Promise.race([lines.question(question), closed]);
    } finally {
      lines.close();
    }
  };
  return {
    width: stdout.isTTY ? stdout.columns : undefined,
    interactive: Boolean(stdin.isTTY && stdout.isTTY),
    say: (...lines) => void stdout.write(lines.map((line) => `${harmless(line)}\n`).join("")),
    sayAside: (...lines) => void stderr.write(lines.map((line) => `${harmless(line)}\n`).join("")),
    progress: (line) => {
      if (stderr.isTTY) stderr.write(`\r${harmless(line)}\x1b[K`);
    },
    ask: (question) => ask(harmless(question), stdout),
    askHidden: async (question) => {
      stdout.write(question);
      const answer = await ask("", new Writable({ write: (_chunk, _encoding, done) => done() }));
      stdout.write("\n");
      return answer;
    },
    readInput: async () => {
      let text = "";
      for await (const chunk of stdin.setEncoding("utf8")) text += chunk;
      return text;
    },
  };
}

/** People write titles; a terminal must not take orders from them. */
function harmless(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
  return line.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "");
}
