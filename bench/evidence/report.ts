/** docs/generated/evidence.md: what the evidence says of policies whose difference we know. */
import { table } from "../../bin/docs/markdown.ts";
import { SIZE_THAT_MATTERS, WEEKS_AFTER, WEEKS_BEFORE } from "./organisations.ts";
import type { Counted } from "./simulate.ts";

export const reportFile = "docs/generated/evidence.md";

interface Findings {
  counted: readonly Counted[];
  runs: number;
  seed: number;
  broken: readonly string[];
}

export function reportText({ counted, runs, seed, broken }: Findings): string {
  const parts = [
    "# How well the evidence for policies holds",
    "Made by `npm run evidence` from [bench/evidence](../../bench/evidence); do not edit. How it works: [method](../evidence.md).",
    `${runs.toLocaleString("en")} made-up organisations a row (half as many for 60 teams with diverging trends), seed ${seed}. Half of the teams are covered: drawn by lot, or the highest where nobody is drawn. ${WEEKS_BEFORE} weeks before the start, ${WEEKS_AFTER} after it; on and off has four pairs of blocks of two weeks. A week's noise has a standard deviation of 4, teams differ by 8, all share a season; *correlated* weeks keep 0.6 of their noise, *missing* are 15 of 100. One outcome, a size of ${SIZE_THAT_MATTERS} matters; diverging trends drift apart by as much.`,
    "*95 % holds*: how often the range held what the policy truly did. *Withheld*: Can't tell or Too few teams to tell.",
    ...["randomised-by-team", "randomised-on-and-off", "difference-in-differences"].flatMap((design) => [
      `## ${design[0]!.toUpperCase()}${design.slice(1).replaceAll("-", " ")}`,
      tableOf(counted.filter((cell) => cell.design === design)),
    ]),
    "## Bounds",
    "95 % ranges hold the truth 93 to 97 times in a hundred from 20 teams on, at least 93 times below, where trends are parallel or teams are drawn (rows that differ in nothing but the true difference count as one, for a range moves along with it). Where there is none, Helps is said at most 5 times in a hundred. Eight teams of which none was drawn are always too few. Where trends diverge by the size that matters, the verdict is withheld at least 80 times in a hundred, from 20 teams on.",
    broken.length === 0 ? "All hold." : broken.map((each) => `- ${each}`).join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}

function tableOf(of: readonly Counted[]): string {
  const heads = ["teams", "trends", "weeks", "true difference", "95 % holds", "Helps", "Harms"];
  const rows = of.map((cell) => [
    String(cell.teams),
    cell.divergence ? "diverging" : "parallel",
    `${cell.correlation ? "correlated" : "independent"}${cell.missing ? ", some missing" : ""}`,
    cell.difference === 0 ? "none" : `${cell.difference < SIZE_THAT_MATTERS ? "small" : "large"} (${cell.difference})`,
    ...[cell.held, cell.helps, cell.harms, cell.noDifference, cell.tooFew, cell.withheld].map(percent),
  ]);
  return table([...heads, "No difference", "Too few", "withheld"], rows);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
