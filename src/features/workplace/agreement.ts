/** The rules of working agreements. */
import type { FieldProblem } from "../../platform/contract.ts";
import type { Weekday } from "./week.ts";

export interface Agreed {
  coreHours: { days: Weekday[]; from: string; to: string; timeZone: string | null } | null;
  channels: {
    name: string;
    use: string;
    answerWithin: { amount: number; unit: "minutes" | "hours" | "days" } | null;
  }[];
  meetingFree: { days: Weekday[]; from: string; to: string }[];
  asyncByDefault: boolean;
  notes: string;
}

/** An agreement says something: nothing agreed is no agreement. */
export function agreedRefusals({ coreHours, channels, meetingFree, asyncByDefault, notes }: Agreed): FieldProblem[] {
  if (coreHours || channels.length > 0 || meetingFree.length > 0 || asyncByDefault || notes) return [];
  const expected = "something that is agreed: core hours, a channel, hours without meetings, or words";
  return [{ field: "coreHours", expected, todo: "Begin from a template, or take the team's agreement away." }];
}

/**
 * Every cycle a team looks at its agreement again (issue: "reviewed each cycle"): due once the cycle under way has begun
 * and the agreement was neither written nor reviewed since. Days are those of the organisation.
 */
export function isReviewDue(lookedAt: readonly string[], cycle: { startsOn: string } | null): boolean {
  return cycle !== null && lookedAt.every((day) => day < cycle.startsOn);
}
