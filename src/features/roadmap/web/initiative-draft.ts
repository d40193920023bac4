/** An initiative as it is being written, and what of it can be sent. */
import { type FieldProblem, Problem } from "../../../web/problem.ts";
import { readFigure } from "../../okrs/web/public.tsx";
import type { Initiative } from "./bet-words.ts";

interface Named {
  id: string;
  name: string;
}

export interface Draft {
  title: string;
  owner: Named | null;
  teamId: string | null;
  startsOn: string;
  endsOn: string;
  private: boolean;
  /** Expected moves as typed, by the id of each key result that is named. */
  bets: Readonly<Record<string, string>>;
}

/** The fields as the server takes them, with why some cannot be read. */
export interface Reading {
  body: {
    title: string;
    ownerId: string | null;
    teamId: string | null;
    startsOn: string | null;
    endsOn: string | null;
  };
  bets: { keyResultId: string; expectedMove: string | null }[];
  problems: FieldProblem[];
}

export function draftOf({ title, owner, team, startsOn, endsOn, bets, ...initiative }: Initiative): Draft {
  return {
    title,
    owner,
    teamId: team?.id ?? null,
    startsOn: startsOn ?? "",
    endsOn: endsOn ?? "",
    private: initiative.private,
    bets: Object.fromEntries(bets.map(({ keyResult, expectedMove }) => [keyResult.id, expectedMove ?? ""])),
  };
}

/** Reads what was typed in the reader's locale; a bet may leave its move out. */
export function readDraft(draft: Draft, locale: string): Reading {
  const { title, owner, teamId, startsOn, endsOn } = draft;
  const body = { title, ownerId: owner?.id ?? null, teamId, startsOn: startsOn || null, endsOn: endsOn || null };
  return { body, ...readBets(draft.bets, locale) };
}

/**
 * The key results that are named, each with its move where one was typed; what cannot be read goes as it was typed, so
 * that the server names every other field at once.
 */
export function readBets(typedBets: Draft["bets"], locale: string): Pick<Reading, "bets" | "problems"> {
  const problems: FieldProblem[] = [];
  const bets = Object.entries(typedBets).map(([keyResultId, typed], at) => {
    if (typed.trim() === "") return { keyResultId, expectedMove: null };
    const reading = readFigure(typed, locale);
    if (reading.ok) return { keyResultId, expectedMove: reading.value };
    problems.push({ field: `bets.${at}.expectedMove`, expected: reading.expected, todo: reading.todo });
    return { keyResultId, expectedMove: typed };
  });
  return { bets, problems };
}

/** The fields that could not be read, in our words, and the others that the server refused. */
export function together(unread: Problem | null, told: Problem | null): Problem | null {
  if (!unread || !told || told.problems.length === 0) return told ?? unread;
  const others = told.problems.filter(({ field }) => unread.at(field) === undefined);
  const { status, title, detail, data } = told;
  return new Problem({ ...data, status, title, detail, problems: [...unread.problems, ...others] });
}
