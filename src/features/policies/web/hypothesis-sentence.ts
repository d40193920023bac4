/** A hypothesis as one sentence that writes itself (PRODUCT.md, "Evidence for a policy"), in parts that can be underlined. */
import type { Format } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { canDraw } from "./draft.ts";
import catalogue from "./sentence.messages.json";
import { amountWords, type Hypothesis, w } from "./words.ts";

const m = messages(catalogue);

export type Believed = Pick<
  Hypothesis,
  "rule" | "scope" | "startsOn" | "decidesOn" | "outcomes" | "guardrails" | "comparison"
>;

export interface Part {
  kind: "text" | "rule" | "outcome" | "guardrail";
  text: string;
  /** It is still to be written. */
  open?: boolean;
}

interface Words {
  format: Format;
  day: (day: string) => string;
}

/** Left to right: what joins, and what is named. */
export function sentenceOf(believed: Believed, { format, day }: Words): Part[] {
  const { rule, startsOn, decidesOn, guardrails } = believed;
  const dayOf = (which: string | null): Part => ({
    kind: "rule",
    text: which ? day(which) : m.noDay(),
    open: which === null,
  });
  const named: Record<string, Part[]> = {
    rule: [{ kind: "rule", text: rule ? beginning(rule, believed.scope) : m.noRule(), open: rule === "" }],
    scope: [{ kind: "rule", text: scopeWords(believed, format), open: lacksLot(believed) }],
    from: [dayOf(startsOn)],
    outcomes: outcomeParts(believed.outcomes, format),
    guardrails: joined(
      guardrails.map(({ name }) => [{ kind: "guardrail", text: name }]),
      m.or(),
    ),
    decide: [dayOf(decidesOn)],
  };
  const whole = (guardrails.length > 0 ? m.believe : m.believeNoGuard)(placeholders);
  return whole
    .split(mark)
    .flatMap((text, at): Part[] => (at % 2 === 1 ? (named[text] ?? []) : [{ kind: "text", text }]));
}

const mark = "\u0001";
const placeholders = Object.fromEntries(
  ["rule", "scope", "from", "outcomes", "guardrails", "decide"].map((name) => [name, `${mark}${name}${mark}`]),
);

function outcomeParts(outcomes: Believed["outcomes"], format: Format): Part[] {
  if (outcomes.length === 0) return [{ kind: "outcome", text: m.noOutcome(), open: true }];
  const each = outcomes.map(({ name, wanted, measure, sizeThatMatters }): Part[] => [
    { kind: "text", text: `${m[wanted]()} ` },
    {
      kind: "outcome",
      text: m.by({ name, size: sizeThatMatters ? amountWords(measure, sizeThatMatters, format) : "…" }),
    },
  ]);
  return joined(each, m.and());
}

/** "a, b and c". */
function joined(lists: Part[][], last: string): Part[] {
  return lists.flatMap((list, at) => {
    if (at === 0) return list;
    return [{ kind: "text" as const, text: at === lists.length - 1 ? last : m.comma() }, ...list];
  });
}

/** Whom it covers, in words. */
export function scopeWords({ scope, comparison }: Pick<Believed, "scope" | "comparison">, format: Format): string {
  const who = teamsInWords(scope, comparison, format);
  const placed =
    scope.sites.length > 0 ? m.atSites({ who, sites: format.list(scope.sites.map(({ name }) => name)) }) : who;
  if (scope.roles.length === 0) return placed;
  return m.roles({ who: placed, roles: format.list(scope.roles.map((role) => w[role]().toLocaleLowerCase())) });
}

function teamsInWords(scope: Believed["scope"], comparison: Believed["comparison"], format: Format): string {
  const teams = format.list(scope.teams.map(({ name }) => name));
  if (lacksLot({ scope, comparison })) return m.noTeams();
  if (comparison?.kind === "randomised-by-team")
    return m.lot({ draw: comparison.draw ?? 0, teams: scope.teams.length });
  if (comparison?.kind === "randomised-on-and-off" && teams) return m.onAndOff({ teams });
  const others = format.list(scope.exceptTeams.map(({ name }) => name));
  if (!teams) return others ? m.notTeams({ teams: others }) : m.everyone();
  return others ? m.teamsNot({ teams, others }) : m.teams({ teams });
}

/** Whether teams are to be drawn by lot, of which so many cannot be. */
function lacksLot({ scope, comparison }: Pick<Believed, "scope" | "comparison">): boolean {
  return comparison?.kind === "randomised-by-team" && !canDraw(comparison.draw, scope.teams.length);
}

/** In the middle of a sentence: without its full stop, and small where the second letter is; a name stays as it is. */
function beginning(rule: string, { teams, sites }: Believed["scope"]): string {
  const plain = rule.replace(/[.\s]+$/, "");
  if ([...teams, ...sites].some(({ name }) => plain.startsWith(name))) return plain;
  const isWord = /^\p{Lu}\p{Ll}/u.test(plain) || /^\p{Lu} /u.test(plain);
  return isWord && !plain.startsWith("I ") ? plain.charAt(0).toLocaleLowerCase() + plain.slice(1) : plain;
}
