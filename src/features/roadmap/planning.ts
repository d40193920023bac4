import { type Decimal, decimal, exact, isReportedAsNumber, type Measure, type Refusal } from "../okrs/public.ts";

/** Why an initiative cannot have these dates; empty when it can. It may end on the day it starts. */
export function dateRefusals({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }): Refusal[] {
  if (startsOn === null || endsOn === null || startsOn <= endsOn) return [];
  const todo = "Choose a later last day, or an earlier first one.";
  return [{ field: "endsOn", expected: `a last day on or after ${startsOn}`, todo }];
}

/** A key result as it is bet on. */
export interface BetOn {
  id: string;
  type: string;
  /** Its objective's. */
  private: boolean;
  /** With its objective or its cycle too. */
  hasEnded: boolean;
}

/**
 * Why these bets cannot be made; empty when they can. `seen` are the key results that the viewer can see: the others
 * are not there. What everyone can see says nothing of a private objective (PRODUCT: "private objectives"). What has
 * ended moves no more: only a bet that is made `already` stays.
 */
export function betRefusals(
  bets: readonly { keyResultId: string; expectedMove: Decimal | null }[],
  seen: readonly BetOn[],
  initiative: { private: boolean },
  already: readonly { keyResultId: string }[] = [],
): Refusal[] {
  const known = new Map(seen.map((each) => [each.id, each]));
  return bets.flatMap(({ keyResultId, expectedMove }, at) => {
    const field = `bets.${at}.keyResultId`;
    const keyResult = known.get(keyResultId);
    if (!keyResult) {
      return [{ field, expected: "a key result that is there", todo: "Read the key results again and choose one." }];
    }
    if (keyResult.private && !initiative.private) {
      const todo = "Keep the initiative private, or show the objective to everyone first.";
      return [{ field, expected: "a key result that everyone can see, because the initiative is not private", todo }];
    }
    if (keyResult.hasEnded && !already.some((each) => each.keyResultId === keyResultId)) {
      const todo = "Bet on one that goes on, or on what it became in the next cycle.";
      return [{ field, expected: "a key result that has not ended", todo }];
    }
    if (expectedMove !== null && !movesByNumber(keyResult.type)) {
      const todo = "Leave the move out: this key result is not measured by a number.";
      return [{ field: `bets.${at}.expectedMove`, expected: "nothing", todo }];
    }
    return [];
  });
}

/** Whether a key result of this type has a number that can move. */
export function movesByNumber(type: string): boolean {
  return isReportedAsNumber({ kind: type } as Measure);
}

/** How far a number has come; null where it was never there at either end. */
export function moved(from: Decimal | null, now: Decimal | null): Decimal | null {
  return from === null || now === null ? null : decimal(exact(now).minus(from));
}
