/** Checking in: one key result by its id or words, or a round through everything that is due. */
import { linesOf, refusal } from "../client/problem-words.ts";
import type { Server } from "../client/server.ts";
import type { OutputOf } from "../web/api.ts";
import { Problem } from "../web/problem.ts";
import { asTyped } from "./as-typed.ts";
import { percent } from "./readable.ts";
import { questionOf, reportedBy } from "./reported.ts";
import { table } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { figure } from "./views.ts";

export type CheckedIn = OutputOf<"cadence.checkIns.create">;
type Due = OutputOf<"cadence.checkIns.due">["items"][number];
type KeyResult = OutputOf<"okrs.keyResults.get">;

export interface Words {
  confidence: string | undefined;
  whatChanged: string | undefined;
  blocker: string | undefined;
}

/** Throws Problem where `named` is no key result, or several. */
export async function checkIn(server: Server, named: string, typed: string, words: Words): Promise<CheckedIn> {
  const keyResult = await findKeyResult(server, named);
  return asTyped(typedWords, report(server, keyResult, typed, words));
}

const typedWords = {
  ...{ keyResultId: "key-result", milestonesDone: "value", done: "value" },
  ...{ confidence: "--confidence", whatChanged: "--what-changed", blocker: "--blocker" },
};

/** What a check-in did, in a line. */
export function checkedInLine({ keyResult }: CheckedIn, unit = ""): string {
  const now = keyResult.current === null ? "" : `: ${figure(keyResult.current, unit)}`;
  return `Checked in on ${keyResult.title}${now}, progress ${percent(keyResult.progress)}.`;
}

/** Asks for each due key result in turn; Enter alone skips, Ctrl-D ends. Returns how many were reported. */
export async function goThroughDue(server: Server, terminal: Terminal): Promise<number> {
  const { items } = await server.ask("cadence.checkIns.due", undefined);
  let reported = 0;
  for (const [index, due] of items.entries()) {
    terminal.say("", `${index + 1} of ${items.length}  ${due.objective.title}`, `  ${standing(due)}`);
    const outcome = await askFor(due, server, terminal);
    if (outcome === "end") break;
    if (outcome === "reported") reported += 1;
  }
  terminal.say(items.length === 0 ? "Nothing is due." : `${reported} of ${items.length} reported.`);
  return reported;
}

function standing({ keyResult: { title, current, unit, progress }, due, last }: Due): string {
  const before = last ? `, last time confidence ${last.confidence}` : "";
  return `${title}: ${figure(current, unit)}, progress ${percent(progress)}${before}, due ${due.on}${due.overdue ? ", overdue" : ""}`;
}

/** A refusal is said and asked again; nothing that was typed is sent twice. */
async function askFor(due: Due, server: Server, terminal: Terminal): Promise<"reported" | "skipped" | "end"> {
  const { keyResult, last } = due;
  const question = questionOf(keyResult.measure, keyResult.unit, figure(keyResult.current, keyResult.unit));
  for (;;) {
    const typed = await terminal.ask(`${question}, Enter to skip: `);
    if (typed === undefined) return "end";
    if (typed.trim() === "") return "skipped";
    const before = last ? ` (Enter for ${last.confidence})` : "";
    const confidence = await terminal.ask(`Confidence from 0 to 10${before}: `);
    const whatChanged = confidence === undefined ? undefined : await terminal.ask("What changed? ");
    if (confidence === undefined || whatChanged === undefined) return "end";
    const words = { confidence: confidence.trim() || last?.confidence.toString(), whatChanged, blocker: undefined };
    try {
      terminal.say(checkedInLine(await report(server, keyResult, typed.trim(), words), keyResult.unit));
      return "reported";
    } catch (error) {
      if (!(error instanceof Problem) || error.problems.length === 0) throw error;
      terminal.sayAside(...linesOf(error));
    }
  }
}

function report(
  server: Server,
  keyResult: Pick<KeyResult, "id" | "measure">,
  typed: string,
  words: Words,
): Promise<CheckedIn> {
  const { confidence, whatChanged, blocker } = words;
  return server.askAny("cadence.checkIns.create", {
    keyResultId: keyResult.id,
    ...reportedBy(keyResult.measure, typed),
    confidence: /^\d+(\.\d+)?$/.test(confidence ?? "") ? Number(confidence) : confidence,
    ...(whatChanged === undefined ? {} : { whatChanged }),
    ...(blocker === undefined ? {} : { blocker }),
  }) as Promise<CheckedIn>;
}

/** By words only what the person can check in on now is meant: titles come again in every cycle. */
async function findKeyResult(server: Server, named: string): Promise<KeyResult> {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(named))
    return server.ask("okrs.keyResults.get", { id: named });
  const { items } = await server.ask("okrs.search", { q: named, takesCheckIns: true });
  const same = items.filter(({ title }) => title.toLowerCase() === named.toLowerCase());
  const read = await Promise.all(
    (same.length > 0 ? same : items).map(({ id }) => server.ask("okrs.keyResults.get", { id })),
  );
  const found = read.filter(({ can }) => can.checkIn);
  const [only, ...others] = found;
  if (only && others.length === 0) return only;
  if (!only)
    throw refusal(
      "key-result",
      `an id, or words of a key result's title that you can check in on now; "${named}" is none`,
      "See them: throughline due",
    );
  const list = table(
    ["title", "id"],
    found.map(({ title, id }) => [title, id]),
  ).join("\n");
  throw refusal(
    "key-result",
    `words of one key result; "${named}" is found in ${found.length}`,
    `Give more words or the id:\n${list}`,
  );
}
