/** The hours of a question that is decided in writing. */
import type { FieldProblem } from "../../platform/contract.ts";

const hour = 3_600_000;
const [least, most] = [hour, 90 * 24 * hour];

/** open until its hour has come, then due until what was decided is recorded. */
export function stateOf(
  { closesAt, decided }: { closesAt: string; decided: string | null },
  now: number,
): "open" | "due" | "decided" {
  if (decided !== null) return "decided";
  return Date.parse(closesAt) > now ? "open" : "due";
}

/** Why it cannot close then; instants in milliseconds since 1970. */
export function closingRefusals(closesAt: number, now: number): FieldProblem[] {
  const field = "closesOn";
  if (closesAt < now + least)
    return [{ field, expected: "an hour from now or later", todo: "Give everyone a working day, wherever they are." }];
  if (closesAt > now + most) return [{ field, expected: "at most 90 days from now", todo: "Choose an earlier day." }];
  return [];
}
