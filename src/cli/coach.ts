/** Letting the coach read a file: outcome or output, why, and what to ask. */
import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { refusal } from "../client/problem-words.ts";
import type { Server } from "../client/server.ts";
import { readingTrouble } from "../platform/files.ts";
import type { OutputOf } from "../web/api.ts";
import { keyResultsIn } from "./coach-lines.ts";
import type { Ground } from "./ground.ts";
import { percent, statusWord } from "./readable.ts";
import { table } from "./table.ts";

type Answer = OutputOf<"coach.read">;

interface Options {
  objectives?: boolean;
  json?: boolean;
}

export function addCoach(program: Command, { terminal, server }: Ground): void {
  program
    .command("coach")
    .argument("[file]", "Markdown or plain text; without it, or with -, the input is read")
    .option("--objectives", "the lines are objectives")
    .option("--json", "print the answer as the API gives it")
    .description("let the coach read key results: outcome or output, why, and what to ask")
    .action(async (file: string | undefined, { objectives, json }: Options) => {
      const content = file === undefined || file === "-" ? await terminal.readInput() : contentOf(file);
      const texts = keyResultsIn(content);
      if (texts.length === 0) throw refusal("file", "a line with a key result", "Write one key result per line.");
      const answer = await readAll(texts, objectives ? "objective" : "key-result", server());
      terminal.say(...(json ? JSON.stringify(answer, null, 2).split("\n") : coachView(answer, terminal.width)));
    });
}

/** As many as the server reads at once. */
const most = 200;

async function readAll(texts: readonly string[], kind: "key-result" | "objective", server: Server): Promise<Answer> {
  const items: Answer["items"] = [];
  for (let from = 0; from < texts.length; from += most) {
    const some = texts.slice(from, from + most).map((text) => ({ text }));
    items.push(...(await server.ask("coach.read", { texts: some, kind })).items);
  }
  return { items };
}

/** One row a text, then how many of them are what. */
export function coachView({ items }: Answer, width?: number): string[] {
  const rows = items.map(({ verdict, score, text, reason, question }) => [
    statusWord(verdict),
    percent(score),
    text,
    reason.words,
    question?.words ?? "",
  ]);
  const count = (verdict: string) => items.filter((each) => each.verdict === verdict).length;
  return [
    ...table(["verdict", "outcome", "text", "why", "to ask"], rows, width),
    "",
    `${count("outcome")} of ${items.length} are outcomes, ${count("output")} outputs, ${count("unsure")} unsure. Advice only.`,
  ];
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { why, todo } = readingTrouble(file, error);
    throw refusal("file", `a file that can be read; ${file} ${why}`, todo);
  }
}
