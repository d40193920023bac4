/**
 * Teaches the coach and says how good it is: `npm run coach` learns the weights from bench/coach/sentences, writes
 * them and bench/coach/report.md, and prints the figures and what a sentence costs.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { coachCostInWords } from "./coach/cost.ts";
import { accuracyOf, calibrationError, crossValidated, judgedBy } from "./coach/evaluate.ts";
import { learn } from "./coach/learn.ts";
import { reportOf } from "./coach/report.ts";
import { heldOutSentences, learningSentences } from "./coach/sentences.ts";

const home = join(import.meta.dirname, "..");
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

const sentences = learningSentences();
const model = learn(sentences);
writeFileSync(join(home, "src/features/coach/judging/weights.json"), `${JSON.stringify(model, null, 2)}\n`);
const validated = crossValidated(sentences);
const heldOut = judgedBy(heldOutSentences(), model);
writeFileSync(join(import.meta.dirname, "coach/report.md"), reportOf(validated, heldOut));
console.log(`${sentences.length} sentences, ${Object.keys(model.weights).length} signals`);
console.log(`Cross-validation by source: ${percent(accuracyOf(validated))} right of clear sentences`);
console.log(`Held out: ${percent(accuracyOf(heldOut))}; calibration off by ${calibrationError(validated).toFixed(3)}`);
console.log(coachCostInWords());
