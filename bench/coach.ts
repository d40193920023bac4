/**
 * Teaches the coach and says how good it is: `npm run coach` learns the weights from bench/coach/sentences, writes
 * them and bench/coach/report.md, prints the figures and what a sentence costs, and fails where a level has fallen.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES, type Language } from "../src/features/coach/languages/words.ts";
import { coachCostInWords } from "./coach/cost.ts";
import { accuracyOf, calibrationError, crossValidated, judgedBy, versionOf } from "./coach/evaluate.ts";
import { learn } from "./coach/learn.ts";
import { reportOf } from "./coach/report.ts";
import { heldOutSentences, learningSentences } from "./coach/sentences.ts";

/** The measured levels of cross-validation, less the few sentences that a change of another word may cost. */
const FLOORS: Record<Language, number> = { en: 0.932, de: 0.98, es: 0.98, fr: 0.98, pt: 0.98 };
const CALIBRATED_WITHIN = 0.03;

const home = join(import.meta.dirname, "..");
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

const sentences = learningSentences();
const model = learn(sentences);
const write = (name: string, learned: object) =>
  writeFileSync(join(home, "src/features/coach/judging", name), `${JSON.stringify(learned, null, 2)}\n`);
write("weights.json", model);
console.log(`${sentences.length} sentences, ${Object.keys(model.weights).length} signals`);
const heldOut = judgedBy(heldOutSentences(), model);
write("version.json", { version: versionOf(model) });
console.log(`Held out: ${percent(accuracyOf(heldOut))} right of clear sentences`);
console.log("Each source judged without itself; this takes a minute …");
const validated = crossValidated(sentences);
const off = calibrationError(validated);
writeFileSync(join(import.meta.dirname, "coach/report.md"), reportOf(validated, heldOut));
console.log(`Cross-validation by source: ${percent(accuracyOf(validated))}; calibration off by ${off.toFixed(3)}`);
console.log(coachCostInWords());

const fallen = LANGUAGES.filter(
  (language) => accuracyOf(validated.filter((each) => each.language === language)) < FLOORS[language],
).map((language) => `${language} is below ${percent(FLOORS[language])}`);
if (off > CALIBRATED_WITHIN) fallen.push(`the score is further than ${CALIBRATED_WITHIN} from the share of outcomes`);
if (fallen.length > 0) {
  console.error(`The coach got worse: ${fallen.join("; ")}. bench/coach/report.md lists every error.`);
  process.exitCode = 1;
}
