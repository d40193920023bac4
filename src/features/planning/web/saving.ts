/** How lines are kept: one change after another per line, and never over what somebody else wrote meanwhile. */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { call, type InputOf, type OperationName, type OutputOf } from "../../../web/api.ts";
import { keyOf } from "../../../web/ask.ts";
import { Problem } from "../../../web/problem.ts";
import { type LineKind, type Lines, lineIn, nounOf, type Patch, type Studio } from "./asking.ts";
import type { usePast } from "./past.ts";
import { focusLine, lineOnPage } from "./studio-context.ts";

/** Somebody else wrote the same field meanwhile: theirs is what stands there now. */
export class Met<Value> extends Error {
  readonly theirs: Value;

  constructor(theirs: Value) {
    super("Two edits met.");
    this.theirs = theirs;
  }
}

interface Change<Kind extends LineKind, Value> {
  kind: Kind;
  id: string;
  /** The field as it stands in a line, to be compared with what was there when writing began. */
  of: (line: Lines[Kind]) => Value;
  /** What was there when writing began, asked when its turn has come: a change before it may have been kept since. */
  base: () => Value;
  value: Value;
  /** What is sent to keep a value. */
  as: (value: Value) => Patch<Kind>;
}

/** The operations that answer the whole page of a plan. */
export type Act = {
  [Name in OperationName]: OutputOf<Name> extends Studio ? Name : never;
}[OperationName];

export type Saving = ReturnType<typeof useSaving>;

/** Keeps the page of a plan: answers take its place, line by line in turn; `note` is told how a change is taken back. */
export function useSaving(planId: string, { past, note }: Pick<ReturnType<typeof usePast>, "past" | "note">) {
  const queries = useQueryClient();
  const turns = useRef(new Map<string, Promise<unknown>>());
  const [under, setUnder] = useState(0);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const key = useMemo(() => keyOf("planning.plans.get", { id: planId }), [planId]);

  const settle = useCallback(
    (answer: Studio) => {
      queries.setQueryData(keyOf("planning.plans.get", { id: answer.id }), answer);
      if (answer.id !== planId) void queries.invalidateQueries({ queryKey: key });
      void queries.invalidateQueries({ queryKey: ["planning", "plans", "list"] });
    },
    [queries, planId, key],
  );

  const counted = useCallback(async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    setUnder((count) => count + 1);
    try {
      const answer = await work();
      setSavedAt(new Date());
      return answer;
    } finally {
      setUnder((count) => count - 1);
    }
  }, []);

  /** Asks for one act on the plan and shows what came of it. */
  const act = useCallback(
    <Name extends Act>(name: Name, input: InputOf<Name>): Promise<Studio> =>
      counted(async () => {
        const answer = (await call(name, input)) as Studio;
        settle(answer);
        return answer;
      }),
    [counted, settle],
  );

  /** Keeps one change of a line; throws Met where the field is not what it was when writing began. */
  const keep = useCallback(
    <Kind extends LineKind, Value>(change: Change<Kind, Value>): Promise<Lines[Kind] | undefined> => {
      const turn = (turns.current.get(change.id) ?? Promise.resolve()).then(
        () => counted(() => kept(change)),
        () => counted(() => kept(change)),
      );
      turns.current.set(change.id, turn);
      past.busy = turn;
      return turn;

      async function kept(asked: Change<Kind, Value>): Promise<Lines[Kind] | undefined> {
        const known = queries.getQueryData<Studio>(key);
        const studio = known && lineIn(known, asked.kind, asked.id) ? known : await fresh();
        try {
          return await send(asked, studio);
        } catch (problem) {
          if (!(problem instanceof Problem) || problem.status !== 409) throw problem;
          return await send(asked, await fresh());
        }
      }

      async function send(asked: Change<Kind, Value>, studio: Studio) {
        const { kind, id, of, base, value, as } = asked;
        const line = lineIn(studio, kind, id);
        const before = base();
        if (line && !alike(of(line), before)) throw new Met(of(line));
        const body = { ...as(value), id, version: line?.version ?? 0 } as InputOf<`${(typeof nounOf)[Kind]}.update`>;
        const answer = (await call(`${nounOf[kind]}.update` as const, body as never)) as Studio;
        settle(answer);
        const now = lineIn(answer, kind, id);
        note(async () => {
          await keep({ ...asked, base: () => (now ? of(now) : value), value: before });
          if (!lineOnPage(id)?.contains(document.activeElement)) focusLine(id);
        });
        return now;
      }

      async function fresh(): Promise<Studio> {
        const answer = await call("planning.plans.get", { id: planId });
        settle(answer);
        return answer;
      }
    },
    [queries, key, planId, counted, settle, past, note],
  );

  return { act, keep, settle, saving: under > 0, savedAt };
}

/** Whether two values say the same; blanks around words say nothing. */
export function alike(one: unknown, other: unknown): boolean {
  if (typeof one === "string" && typeof other === "string") return one.trim() === other.trim();
  return JSON.stringify(one) === JSON.stringify(other);
}
