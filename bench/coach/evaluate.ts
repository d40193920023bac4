import { createHash } from "node:crypto";
import { evidenceIn } from "../../src/features/coach/judging/evidence.ts";
import type { Model } from "../../src/features/coach/judging/model.ts";
import { type Judgement, judge } from "../../src/features/coach/judging/verdict.ts";
import { learn } from "./learn.ts";
import type { Sentence } from "./sentences.ts";

export interface Judged extends Sentence {
  judgement: Judgement;
}

/** Every sentence judged by weights learned without its source. */
export function crossValidated(sentences: readonly Sentence[]): Judged[] {
  const sources = [...new Set(sentences.map(({ source }) => source))];
  const ofAll = learn(sentences);
  return sources.flatMap((source) => {
    const model = learn(
      sentences.filter((sentence) => sentence.source !== source),
      ofAll,
    );
    return judgedBy(
      sentences.filter((sentence) => sentence.source === source),
      model,
    );
  });
}

export function judgedBy(sentences: readonly Sentence[], model?: Model): Judged[] {
  return sentences.map((sentence) => ({
    ...sentence,
    judgement: judge(evidenceIn(sentence.text, sentence.language), false, model),
  }));
}

/** The mark of how these sentences are judged: verdicts, and scores to three decimals, the same on every machine. */
export function versionOf(judged: readonly Judged[]): string {
  const told = judged.map(({ text, judgement: { verdict, score } }) => `${text}\t${verdict}\t${score.toFixed(3)}`);
  return createHash("sha256").update(told.join("\n")).digest("hex").slice(0, 16);
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
