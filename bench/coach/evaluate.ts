import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { evidenceIn } from "../../src/features/coach/judging/evidence.ts";
import type { Model } from "../../src/features/coach/judging/model.ts";
import { type Judgement, judge } from "../../src/features/coach/judging/verdict.ts";
import { learn } from "./learn.ts";
import type { Sentence } from "./sentences.ts";

export interface Judged extends Sentence {
  judgement: Judgement;
}

/** So many groups of sources are left out in turn. */
const GROUPS = 12;

/** Every sentence judged by weights learned without its source, and without the other sources of its group. */
export function crossValidated(sentences: readonly Sentence[]): Judged[] {
  const sources = [...new Set(sentences.map(({ source }) => source))];
  const ofAll = learn(sentences);
  const groups = Array.from({ length: GROUPS }, (_, group) => sources.filter((_, at) => at % GROUPS === group));
  const judged = groups.flatMap((group) => {
    const [out, rest] = [true, false].map((out) => sentences.filter(({ source }) => group.includes(source) === out));
    return judgedBy(out!, learn(rest!, ofAll));
  });
  return judged.sort((one, other) => sources.indexOf(one.source) - sources.indexOf(other.source));
}

export function judgedBy(sentences: readonly Sentence[], model?: Model): Judged[] {
  return sentences.map((sentence) => ({
    ...sentence,
    judgement: judge(evidenceIn(sentence.text, sentence.language), false, model),
  }));
}

const room = join(import.meta.dirname, "../../src/features/coach");

/** The mark of a coach: of all that it reads and judges by, so that a rule no sentence of ours is about changes it too. */
export function versionOf(model: Model): string {
  const rules = ["judging", "languages", "sentence"].flatMap((folder) =>
    readdirSync(join(room, folder)).map((name) => join(folder, name)),
  );
  const code = [...rules, "coach.ts"].filter((name) => name.endsWith(".ts")).sort();
  const hash = createHash("sha256").update(JSON.stringify(model));
  for (const name of code) hash.update(name).update(readFileSync(join(room, name)));
  return hash.digest("hex").slice(0, 16);
}

/** Share of right verdicts among clear sentences; unsure is wrong there. */
export function accuracyOf(judged: readonly Judged[]): number {
  const clear = judged.filter(({ label }) => label !== "unsure");
  return clear.filter(({ label, judgement }) => judgement.verdict === label).length / clear.length;
}

export const isWrong = ({ label, judgement }: Judged) => label !== judgement.verdict;

/** Ten bands of the score: how many clear sentences, their mean score, and how many of them are outcomes. */
export function calibrationOf(judged: readonly Judged[]) {
  const clear = judged.filter(({ label, judgement }) => label !== "unsure" && !judgement.mixed);
  return Array.from({ length: 10 }, (_, band) => {
    const inside = clear.filter(({ judgement }) => Math.min(9, Math.floor(judgement.score * 10)) === band);
    const mean = inside.reduce((sum, { judgement }) => sum + judgement.score, 0) / inside.length;
    const share = inside.filter(({ label }) => label === "outcome").length / inside.length;
    return { from: band / 10, count: inside.length, mean, share };
  });
}

/** Mean distance of score and share over the bands, weighted by their sentences. */
export function calibrationError(judged: readonly Judged[]): number {
  const bands = calibrationOf(judged).filter(({ count }) => count > 0);
  const all = bands.reduce((sum, { count }) => sum + count, 0);
  return bands.reduce((sum, { count, mean, share }) => sum + count * Math.abs(mean - share), 0) / all;
}
