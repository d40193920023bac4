import type { Refusal } from "../okrs/public.ts";

interface KeyResult {
  id: string;
  private: boolean;
  measure: { kind: string };
}

/** Why an initiative cannot be drafted to move these; `there` are the draft key results of its plan. */
export function moveRefusals(
  moves: readonly { draftKeyResultId: string; expectedMove: string | null }[],
  there: readonly KeyResult[],
  initiative: { private: boolean },
): Refusal[] {
  const known = new Map(there.map((each) => [each.id, each]));
  return moves.flatMap(({ draftKeyResultId, expectedMove }, at) => {
    const keyResult = known.get(draftKeyResultId);
    const field = `moves.${at}.draftKeyResultId`;
    if (!keyResult) {
      return [{ field, expected: "a draft key result of this plan", todo: "Read the plan again and choose one." }];
    }
    if (keyResult.private && !initiative.private) {
      const todo = "Show the key result's objective to everyone first, or choose another.";
      return [{ field, expected: "a draft that everyone can see, because the initiative is not private", todo }];
    }
    if (expectedMove !== null && !["metric", "threshold", "range", "baseline"].includes(keyResult.measure.kind)) {
      const todo = "Leave the move out: this key result is not measured by a number.";
      return [{ field: `moves.${at}.expectedMove`, expected: "nothing", todo }];
    }
    return [];
  });
}
