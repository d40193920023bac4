/** How well a forecast holds each family when it was trained on all the others. */
import { table } from "../../bin/docs/markdown.ts";
import { judge } from "./calibration.ts";
import { families } from "./families.ts";
import { mean } from "./report.ts";
import { train } from "./train.ts";

export function eachLeftOut(tell: (family: string) => void): string {
  const rows = Object.entries(families).map(([name, family]) => {
    tell(`Training without ${name}`);
    const others = Object.values(families).filter((each) => each !== family);
    const judged = judge([family], { learned: train(others), known: others, seed: 77 });
    const scores = (["score", "straightLine", "lastValue"] as const).map((of) => mean(judged, (each) => each[of]));
    return [
      name,
      `${(100 * mean(judged, ({ holds80 }) => Number(holds80))).toFixed(1)} %`,
      ...scores.map((score) => score.toFixed(2)),
    ];
  });
  return table(["left out", "80 %", "score", "straight line", "last value"], rows);
}
