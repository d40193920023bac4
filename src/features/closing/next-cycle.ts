/** What goes on in another cycle, and how it begins there. */
import {
  type Decimal,
  linksRolledOver,
  type Measure,
  type Place,
  proposedRestart,
  rolledOver,
  type SupportLink,
} from "../okrs/public.ts";

interface Named {
  id: string;
  startsOn: string;
  endsOn: string;
  cycleState: string;
}

/** The cycles that a cycle can be rolled over to, the next one first: they begin later and are not closing or closed. */
export function laterCycles<Cycle extends Named>(cycle: Named, all: readonly Cycle[]): Cycle[] {
  return all
    .filter(({ startsOn, cycleState }) => {
      return startsOn > cycle.startsOn && (cycleState === "planning" || cycleState === "active");
    })
    .sort((one, other) => (one.startsOn < other.startsOn ? -1 : Number(one.startsOn > other.startsOn)));
}

/** Neither closed nor dropped nor postponed. */
export function isOpen(objective: { closureVersion: number | null; state: string }): boolean {
  return objective.closureVersion === null && objective.state !== "dropped" && objective.state !== "postponed";
}

/** What is kept or changed goes on; what was left open when its cycle was closed may, where somebody takes it along. */
export function mayGoOn(
  objective: Parameters<typeof isOpen>[0] & { next: string | null; cycleState: string },
): boolean {
  return isKept(objective.next) || (objective.cycleState === "closed" && isOpen(objective));
}

/** Its own grade says whether it goes on; without one it goes on with an objective that was left open. */
export function keyResultMayGoOn(
  objective: { next: string | null },
  grade: { next: string } | null,
  { isGraded }: { isGraded: boolean },
): boolean {
  return grade === null ? objective.next === null && isGraded : isKept(grade.next);
}

function isKept(next: string | null): boolean {
  return next === "keep" || next === "change";
}

export type Restart = "end-value" | "zero";

/** What a person chose otherwise than proposed. */
export interface Choice {
  restart?: Restart;
  target?: Decimal;
}

export interface Goer {
  title: string;
  unit: string;
  measure: Measure;
  endValue: Decimal | null;
}

export interface Goes {
  restart: Restart;
  /** null: it still asks for a target. */
  measure: Measure | null;
  start: Decimal | null;
  asksTarget: boolean;
}

/** How a key result begins in the next cycle, with what a person chose. */
export function goesOn({ title, unit, measure, endValue }: Goer, choice: Choice = {}): Goes {
  const restart = choice.restart ?? proposedRestart(measure, unit, title);
  const next = rolledOver(measure, endValue, restart);
  const { start } = next;
  const { target } = choice;
  if (target !== undefined && start !== null) {
    return { restart, measure: { kind: "metric", start, target }, start, asksTarget: false };
  }
  return { restart, measure: next.measure, start, asksTarget: next.asks !== null };
}

export interface KeptLink<Link extends SupportLink> {
  link: Link;
  parent: Place;
}

/** Each link with its parent in the next cycle, and those that have none there. */
export function linksThatGoOn<Link extends SupportLink>(
  links: readonly Link[],
  successorOf: (place: Place) => Place | null,
  isActive: (imperativeId: string) => boolean,
): { kept: KeptLink<Link>[]; lost: Link[] } {
  const each = links.map((link) => ({ link, ...linksRolledOver([link], successorOf, isActive) }));
  return {
    kept: each.flatMap(({ link, kept }) => kept.map(({ parent }) => ({ link, parent }))),
    lost: each.flatMap(({ link, lost }) => (lost.length > 0 ? [link] : [])),
  };
}
