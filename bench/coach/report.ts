import { LANGUAGES } from "../../src/features/coach/languages/words.ts";
import { accuracyOf, calibrationError, calibrationOf, isWrong, type Judged } from "./evaluate.ts";

const VERDICTS = ["outcome", "output", "unsure"] as const;

/** The figures of the coach as Markdown, with every error in full. */
export function reportOf(validated: readonly Judged[], heldOut: readonly Judged[]): string {
  return [
    "# Figures of the coach",
    "Made by `npm run coach` from [the sentences](sentences), which we wrote and labelled by [the guide](labelling.md). Unsure counts as wrong on a clear sentence.",
    "## Cross-validation by source",
    "The sources are left out in twelve groups: each was judged by weights learned without it and its group.",
    accuracies(validated),
    confusion(validated),
    "### By source",
    bySource(validated),
    "## Held out",
    "Never learned from. Only their totals were seen while tuning, until their errors were read, in two rounds, and a few idioms among them became rules. `published-engineering` and the other languages were written before the first rule; the other English styles later: seven of fourteen and four of seventeen that were labelled before the coach read them, of which the others were then learned from.",
    heldOutIn(heldOut),
    "## Calibration",
    `Of clear sentences with a score in the band, the share that are outcomes (cross-validated). Mean distance: ${calibrationError(validated).toFixed(3)}.`,
    calibration(validated),
    "## Errors of cross-validation",
    errors(validated),
    "## Errors held out",
    errors(heldOut),
    "",
  ].join("\n\n");
}

/** The figures of the families held out, without their errors. */
export const heldOutIn = (heldOut: readonly Judged[]) =>
  [accuracies(heldOut), confusion(heldOut), bySource(heldOut)].join("\n\n");

function accuracies(judged: readonly Judged[]): string {
  const rows = LANGUAGES.map((language) => {
    const mine = judged.filter((each) => each.language === language);
    const clear = mine.filter(({ label }) => label !== "unsure").length;
    const vague = mine.filter(({ label }) => label === "unsure");
    const kept = vague.filter((each) => !isWrong(each)).length;
    return `| ${language} | ${clear} | ${percent(accuracyOf(mine))} | ${kept} of ${vague.length} |`;
  });
  return ["| language | clear sentences | right | unsure where it should be |", "|---|---|---|---|", ...rows].join(
    "\n",
  );
}

function confusion(judged: readonly Judged[]): string {
  const rows = VERDICTS.map((label) => {
    const cells = VERDICTS.map(
      (verdict) => judged.filter((each) => each.label === label && each.judgement.verdict === verdict).length,
    );
    return `| **${label}** | ${cells.join(" | ")} |`;
  });
  return [`| labelled ↓ judged → | ${VERDICTS.join(" | ")} |`, "|---|---|---|---|", ...rows].join("\n");
}

function bySource(judged: readonly Judged[]): string {
  const sources = [...new Set(judged.map(({ source }) => source))];
  const rows = sources.map((source) => {
    const mine = judged.filter((each) => each.source === source);
    return `| ${source} | ${mine.length} | ${percent(accuracyOf(mine))} |`;
  });
  return ["| source | sentences | right of clear |", "|---|---|---|", ...rows].join("\n");
}

function calibration(judged: readonly Judged[]): string {
  const rows = calibrationOf(judged).map(({ from, count, mean, share }) =>
    count === 0
      ? `| ${band(from)} | 0 | – | – |`
      : `| ${band(from)} | ${count} | ${mean.toFixed(2)} | ${share.toFixed(2)} |`,
  );
  return ["| score | sentences | mean score | outcomes |", "|---|---|---|---|", ...rows].join("\n");
}

const band = (from: number) => `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}`;

function errors(judged: readonly Judged[]): string {
  return judged
    .filter(isWrong)
    .map(
      ({ source, label, text, judgement }) =>
        `- ${label} → ${judgement.verdict} ${judgement.score.toFixed(2)}, ${source}: ${text.replace(/([*[\]`_|])/gu, "\\$1")}`,
    )
    .join("\n");
}

const percent = (share: number) => (Number.isNaN(share) ? "–" : `${(share * 100).toFixed(1)} %`);
