import { levelOf } from "./designs/described.ts";
import { calledBy, type Design, describesOnly } from "./designs/design.ts";
import { areEnough, type Planned } from "./designs/enough.ts";
import { holm } from "./inference/holm.ts";
import { wilson } from "./inference/shares.ts";
import { type Chances, type Measured, measured, type Series } from "./measured.ts";
import { type Guardrail, type GuardrailWord, guardrailWord } from "./verdict/guardrail.ts";
import { type OutcomeWord, outcomeWord, type Wish } from "./verdict/outcome.ts";
import { type Sentence, sentenceOf } from "./verdict/sentence.ts";
import { type Settling, settledBy } from "./verdict/settled-by.ts";
import { type Verdict, verdictOf } from "./verdict/verdict.ts";
import { METHOD_VERSION } from "./version.ts";

/** A sealed policy with what was measured. Weeks as in `TeamWeek`, up to and with `now`. */
export interface Policy {
  design: Design;
  outcomes: readonly (Wish & Series & { id: string; planned?: Planned })[];
  guardrails: readonly (Pick<Guardrail, "safe" | "limit" | "margin"> & Series & { id: string })[];
  /** The week that is running, and the first week in which the policy is decided on. */
  now: number;
  decision: number;
}

export interface Finding extends Measured, Wish {
  id: string;
  adjustedP: number;
  word: OutcomeWord;
}

export interface GuardrailFinding extends Guardrail {
  id: string;
  word: GuardrailWord;
}

export interface Evidence {
  verdict: Verdict;
  /** "effect" only where chance decided who is covered. */
  called: "effect" | "difference";
  design: Design["kind"];
  sentence: Sentence;
  settledBy: readonly Settling[];
  outcomes: readonly Finding[];
  guardrails: readonly GuardrailFinding[];
  seed: number;
  version: number;
}

/** All that the data say of a policy. The same rows, seed and version give the same answer. */
export function assess({ design, outcomes, guardrails, now, decision }: Policy, chances: Chances): Evidence {
  const isDue = now >= decision;
  const found = findingsOf(outcomes, design, isDue, chances);
  const guarded = guardrails.map((guardrail) => guardrailFinding(guardrail, design, chances));
  const verdict = verdictOf({ guardrails: guarded.map(({ word }) => word), outcomes: found, isDue });
  const told = { verdict, design, outcomes: found, guardrails: guarded, now, decision };
  return {
    verdict,
    called: calledBy(design),
    design: design.kind,
    sentence: sentenceOf(told),
    settledBy: settledBy(told),
    outcomes: found,
    guardrails: guarded,
    seed: chances.seed,
    version: METHOD_VERSION,
  };
}

function findingsOf(outcomes: Policy["outcomes"], design: Design, isDue: boolean, chances: Chances): Finding[] {
  const all = outcomes.map((outcome) => measured(outcome, design, outcomes.length, outcome.sizeThatMatters, chances));
  const adjusted = holm(all.map(({ estimate }) => estimate?.p ?? 1));
  return outcomes.map(({ id, wanted, sizeThatMatters, shares, planned }, at) => {
    const [of, adjustedP] = [all[at]!, adjusted[at]!];
    const isDescribed = describesOnly(design) || shares !== undefined;
    const willBeEnough = !isDue && planned !== undefined && areEnough(planned, design, outcomes.length);
    const word = outcomeWord(
      { wanted, sizeThatMatters },
      { ...of, adjustedP, describesOnly: isDescribed, willBeEnough },
    );
    return { id, wanted, sizeThatMatters, ...of, adjustedP, word };
  });
}

/** Compared with the others only where the design could carry it; a survey's level is the share of the covered. */
function guardrailFinding(of: Policy["guardrails"][number], design: Design, chances: Chances): GuardrailFinding {
  const { id, safe, limit, margin } = of;
  const { estimate, enoughTeams, trends, arms } = measured(of, design, 1, margin, chances);
  const couldCompare = enoughTeams && !describesOnly(design) && !of.shares;
  const canCompare = estimate && couldCompare && (trends?.word ?? "alike") === "alike";
  const against = canCompare ? { difference: estimate.difference, range90: estimate.range90 } : null;
  const guardrail: Guardrail = { safe, limit, margin, level: levelOfCovered(of, design, arms.covered), against };
  return { id, ...guardrail, word: guardrailWord(guardrail) };
}

function levelOfCovered(series: Series, design: Design, covered: readonly string[]): Guardrail["level"] {
  if (series.shares) {
    const { yes, of } = series.shares.covered;
    return of === 0 ? null : { value: yes / of, range90: wilson(series.shares.covered, 0.9) };
  }
  if (design.kind === "survey") return null;
  const isOnAndOff = design.kind === "randomised-on-and-off";
  const start = isOnAndOff ? design.blocks.start : design.start;
  const level = levelOf(isOnAndOff ? series.rows.filter((row) => row.covered) : series.rows, covered, start);
  return level && { value: level.difference, range90: level.range90 };
}
