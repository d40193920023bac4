/**
 * Teaches the coach and says how good it is: `npm run coach` learns the weights from bench/coach/sentences, writes
 * them and bench/coach/report.md, and prints the figures. `npm run coach -- speed` measures the time of a sentence.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { coach } from "../src/features/coach/coach.ts";
import { accuracyOf, calibrationError, crossValidated, judgedBy } from "./coach/evaluate.ts";
import { learn } from "./coach/learn.ts";
import { reportOf } from "./coach/report.ts";
import { heldOutSentences, learningSentences } from "./coach/sentences.ts";

const home = join(import.meta.dirname, "..");
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

if (process.argv[2] === "speed") measureSpeed();
else teach();

function teach() {
  const sentences = learningSentences();
  const model = learn(sentences);
  writeFileSync(join(home, "src/features/coach/judging/weights.json"), `${JSON.stringify(model, null, 2)}\n`);
  const validated = crossValidated(sentences);
  const heldOut = judgedBy(heldOutSentences(), model);
  writeFileSync(join(import.meta.dirname, "coach/report.md"), reportOf(validated, heldOut));
  console.log(`${sentences.length} sentences, ${Object.keys(model.weights).length} signals`);
  console.log(`Cross-validation by source: ${percent(accuracyOf(validated))} right of clear sentences`);
  console.log(
    `Held out: ${percent(accuracyOf(heldOut))}; calibration off by ${calibrationError(validated).toFixed(3)}`,
  );
}

/** Milliseconds a sentence, with everything the coach answers, and of the longest text it may get. */
function measureSpeed() {
  const texts = [...learningSentences(), ...heldOutSentences()].map(({ text }) => text);
  const run = (inputs: string[]) => {
    const begun = performance.now();
    for (const text of inputs) coach(text, { kind: "key-result", siblings: inputs.slice(0, 4) });
    return (performance.now() - begun) / inputs.length;
  };
  run(texts);
  console.log(`${run(texts).toFixed(3)} ms a sentence with four siblings (aim 1)`);
  console.log(
    `${run(Array.from({ length: 50 }, () => "and reach 5 % to ".repeat(600))).toFixed(3)} ms for 10,000 characters`,
  );
}
