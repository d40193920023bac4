/** What the demo organisation's story is written in. Days count from the first Monday of the current cycle, which is day 1. */

export type City = "Lisbon" | "Berlin" | "Bengaluru" | "Toronto";

/** Working days and hours by the clock of each city. */
export const cities: Record<City, { timeZone: string; hours: [string, string] }> = {
  Lisbon: { timeZone: "Europe/Lisbon", hours: ["09:00", "18:00"] },
  Berlin: { timeZone: "Europe/Berlin", hours: ["09:00", "18:00"] },
  Bengaluru: { timeZone: "Asia/Kolkata", hours: ["10:00", "18:30"] },
  Toronto: { timeZone: "America/Toronto", hours: ["08:00", "16:30"] },
};

export interface Person {
  name: string;
  city: City;
  role?: "owner" | "admin" | "champion" | "guest";
}

export interface Team {
  name: string;
  lead: string;
  /** Those who belong to no team below. */
  members?: Person[];
  teams?: Team[];
}

/** A decimal may be written as text, to keep its noughts. */
type Figure = number | string;

export type Measure =
  | { kind: "metric"; start: Figure; target: Figure }
  | {
      kind: "threshold";
      operator: "above" | "at-or-above" | "below" | "at-or-below";
      target: Figure;
      riskLimit?: Figure;
    }
  | { kind: "range"; low: Figure; high: Figure }
  | { kind: "milestones"; milestones: string[] }
  | { kind: "done" }
  | { kind: "baseline" }
  | { kind: "contributions" };

export interface Ask {
  to: string;
  text: string;
  /** Days later, and the words. */
  reply?: [days: number, words: string];
}

/** What was said when it was graded; without a score, the suggested one. */
export interface Ended {
  score?: string;
  note?: string;
  learned?: string;
  next?: "keep" | "change" | "drop";
}

export interface KeyResult {
  title: string;
  ended?: Ended;
  owner: string | null;
  measure: Measure;
  unit?: string;
  decimals?: number;
  weight?: number;
  source?: string;
  /** Day of the cycle → what should be reached by then. */
  phased?: [day: number, value: Figure][];
  /** Weekday of its reports, 1 is Monday; left out where it does not matter. */
  on?: 1 | 2;
  /** One report a week, the first week first: a number, how many milestones are done, or done or not. */
  reports: (Figure | boolean)[];
  /** 0–10, as many as reports. */
  confidence: number[];
  /** By week, from 1: what changed, what is in the way, who is asked for what. */
  said?: Record<number, string>;
  blockers?: Record<number, string>;
  asks?: Record<number, Ask>;
  /** On a day of the cycle, by somebody, to another target. */
  retarget?: { day: number; by: string; target: Figure; reason: string };
}

export interface Objective {
  title: string;
  ended?: Ended;
  why: string;
  level: "company" | "team";
  team?: string;
  owner: string;
  commitment?: "committed" | "aspirational";
  /** Percent of the team's capacity. */
  energy?: number;
  /** Titles of what it hangs from: an imperative, an objective, a key result. */
  under: { title: string; kind: "imperative" | "objective" | "key-result"; counts?: boolean; weight?: number }[];
  keyResults: KeyResult[];
  watched?: {
    title: string;
    owner: string;
    unit: string;
    operator: "at-or-above" | "at-or-below";
    limit: number;
    /** Day of the cycle → value. */
    measured: [day: number, value: number][];
  }[];
}

export interface Initiative {
  title: string;
  owner: string;
  team: string;
  starts: number;
  ends: number;
  /** Days on which it began and was finished, where it was. */
  began?: number;
  finished?: number;
  bets: [keyResult: string, move: number | null][];
}

export interface Intention {
  text: string;
  for: string;
  /** Weeks ago: 0 is this week. */
  weeksAgo: number;
  done?: boolean;
  /** Goes on this week as written here. */
  carried?: boolean;
}
