import { check } from "./advice/checks.ts";
import { say, thingOf } from "./advice/reasons.ts";
import { siblingChecks } from "./advice/siblings.ts";
import { joined, spanOf } from "./advice/spans.ts";
import type { Advice, Check, Context, Said } from "./answer.ts";
import { type Evidence, evidenceIn, type Part } from "./judging/evidence.ts";
import type { Verdict } from "./judging/verdict.ts";
import { IS, VERB } from "./languages/lexicon.ts";
import type { Piece } from "./sentence/reading.ts";

/**
 * An objective says in words where somebody wants to be: a verb, whom it serves, no number, not a task (Doerr:
 * "significant, concrete, action-oriented, inspirational"; Wodtke: "qualitative and inspirational").
 */
export function coachObjective(text: string, context: Context): Advice {
  const evidence = evidenceIn(text, context.language);
  const found = factsOf(evidence);
  const score = found ? scoreOf(found) : 0.5;
  const verdict: Verdict = !found || (score > 0.4 && score < 0.6) ? "unsure" : score >= 0.6 ? "outcome" : "output";
  return {
    kind: "objective",
    language: evidence.reading.language,
    verdict,
    score: Math.round(score * 1000) / 1000,
    spans: found ? spansOf(found, verdict) : [],
    reason: reasonOf(found, verdict),
    question:
      verdict === "outcome" || !found
        ? found
          ? null
          : say("question-what")
        : say("question-objective", { thing: thingOf(found.part) }),
    rewrite: null,
    checks: found ? checksOf(found, evidence, context) : [],
  };
}

interface Facts {
  part: Part;
  verbs: Piece[];
  served: Piece[];
  figures: Piece[];
  /** Words of a state that is wanted: easy, more, trust. */
  wanted: Piece[];
  /** It begins with work on something that we make. */
  task: Piece[];
}

function factsOf({ reading, figures, parts }: Evidence): Facts | null {
  const part = parts[0];
  if (!part) return null;
  const { signals } = part;
  const { pieces } = reading;
  const deeds = signals.get("verb:work") ?? signals.get("done") ?? [];
  const wanted = pieces.filter(
    ({ classes }) =>
      classes & (IS.quality | IS.change | IS.reach | IS.behave | IS.metric | IS.level) && !(classes & IS.work),
  );
  const rescued = signals.has("so-that") || signals.has("for");
  return {
    part,
    verbs: pieces.filter(({ classes }) => classes & VERB),
    served: pieces.filter(({ classes, text }) => classes & (IS.others | IS.ours) || SELF.test(text)),
    figures: pieces.filter(({ from }) => figures.all.some((figure) => from >= figure.from && from < figure.to)),
    wanted,
    task: rescued ? [] : deeds,
  };
}

const SELF =
  /^(?:we|our|us|wir|uns|unsere?|nuestr[oa]s?|nous|notre|nos|nós|noss[oa]s?|people|everyone|anyone|menschen|personas|personnes|pessoas)$/u;

/** From a half: work 0.35 down, somebody served 0.2 up, a state that is wanted 0.2 up, a number 0.1 down. */
function scoreOf({ task, served, wanted, figures, verbs }: Facts): number {
  const score =
    0.5 -
    (task.length > 0 ? 0.35 : 0) +
    (served.length > 0 ? 0.2 : 0) +
    (wanted.length > 0 ? 0.2 : 0) -
    (figures.length > 0 ? 0.1 : 0) -
    (verbs.length === 0 ? 0.1 : 0);
  return Math.min(0.95, Math.max(0.05, score));
}

function spansOf({ task, served, wanted }: Facts, verdict: Verdict) {
  if (verdict === "output") return joined(task.map((piece) => spanOf(piece, "work")));
  return joined(
    [...served.map((piece) => spanOf(piece, "who")), ...wanted.map((piece) => spanOf(piece, "change"))].slice(0, 4),
  );
}

function reasonOf(found: Facts | null, verdict: Verdict): Said {
  if (!found) return say("reason-nothing");
  if (verdict === "output") return say("reason-objective-task", { work: found.task[0]?.typed ?? "" });
  if (verdict === "unsure") return say("reason-objective-unsure");
  const who = found.served.find(({ text }) => !SELF.test(text))?.typed;
  return who ? say("reason-objective-serves", { who }) : say("reason-objective-state");
}

function checksOf({ verbs, served, figures, task, part }: Facts, evidence: Evidence, context: Context): Check[] {
  const checks: Check[] = [];
  if (task.length > 0 && !part.signals.has("word:quality")) checks.push(check("task", task, "work"));
  if (verbs.length === 0) checks.push(check("no-verb"));
  if (served.length === 0) checks.push(check("serves-nobody"));
  if (figures.length > 0) checks.push(check("number-in-objective", figures, "figure"));
  return [...checks, ...siblingChecks(evidence.reading, context.siblings ?? [])];
}
