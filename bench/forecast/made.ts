/** What is made of the series: the coefficients, by training, and the report of how well they hold. */
import { type Judged, judge } from "./calibration.ts";
import { coefficientsFile, coefficientsText } from "./coefficients.ts";
import { families } from "./families.ts";
import { adoption, backlog, pipeline } from "./held-out.ts";
import { reportFile, reportText } from "./report.ts";
import { train } from "./train.ts";

export interface Made {
  known: Judged[];
  /** One list for each family held out. */
  heldOut: Judged[][];
  files: { name: string; text: string }[];
}

/** `tell` hears of each step before it is taken. */
export function make(tell: (step: string) => void = () => {}): Made {
  const all = Object.values(families);
  tell(`Training on ${all.length} families`);
  const learned = train(all);
  tell("Judging on series drawn anew");
  const known = judge(all, { learned, known: all, seed: 101 });
  tell("Judging on the families held out");
  const heldOut = [adoption, pipeline, backlog].map((family, at) =>
    judge([family], { learned, known: all, seed: 201 + 10 * at }),
  );
  return {
    known,
    heldOut,
    files: [
      { name: coefficientsFile, text: coefficientsText(learned) },
      { name: reportFile, text: reportText({ learned, known, heldOut }) },
    ],
  };
}
