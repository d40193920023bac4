import { useEffect, useRef, useState } from "react";
import { Problem } from "../../../web/problem.ts";
import type { LineKind, Lines, Patch } from "./asking.ts";
import { alike, Met } from "./saving.ts";
import { useStudio } from "./studio-context.ts";

interface Keeping<Kind extends LineKind, Value> {
  kind: Kind;
  line: Lines[Kind];
  /** The field as it stands in a line. */
  of: (line: Lines[Kind]) => Value;
  /** What is sent to keep a value. */
  as: (value: Value) => Patch<Kind>;
  /** false: not sent as it is, such as a title without a word. */
  ready?: (value: Value) => boolean;
}

interface Draft<Value> {
  /** What stood there when writing began. */
  base: Value;
  typed: Value;
}

export type Kept<Value> = ReturnType<typeof useKept<LineKind, Value>>;

/** Milliseconds of quiet after which what is typed is kept. */
const quiet = 700;

/**
 * One field of a line while it is written: it follows what is read until the first change, is kept after a moment of
 * quiet or at once, and stands beside theirs when somebody else wrote it meanwhile. What is typed is never lost.
 */
export function useKept<Kind extends LineKind, Value>({
  kind,
  line,
  of,
  as,
  ready = () => true,
}: Keeping<Kind, Value>) {
  const { keep, past, takenBack } = useStudio();
  const [draft, setDraft] = useState<Draft<Value> | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [theirs, setTheirs] = useState<{ value: Value } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(draft);
  latest.current = draft;
  const write = (next: Draft<Value> | null) => {
    latest.current = next;
    setDraft(next);
  };

  const forget = useRef(() => {
    clearTimeout(timer.current);
    setProblem(null);
    setTheirs(null);
    write(null);
    past.forget = null;
  }).current;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was taken back shows at once, also in the field in hand
  useEffect(() => {
    if (latest.current && alike(latest.current.base, latest.current.typed)) write(null);
  }, [takenBack]);

  const send = async ({ base, typed }: Draft<Value>): Promise<boolean> => {
    clearTimeout(timer.current);
    if (alike(base, typed) || !ready(typed)) return alike(base, typed);
    setProblem(null);
    past.forget = null;
    try {
      const now = await keep({ kind, id: line.id, of, base: () => latest.current?.base ?? base, value: typed, as });
      setTheirs(null);
      const written = latest.current;
      const kept = now ? of(now) : typed;
      if (written)
        write(alike(written.typed, typed) && !alike(written.typed, kept) ? null : { ...written, base: kept });
      return true;
    } catch (reason) {
      past.forget = forget;
      if (reason instanceof Met) setTheirs({ value: reason.theirs as Value });
      else if (reason instanceof Problem) setProblem(reason);
      else throw reason;
      return false;
    }
  };

  const sender = useRef(send);
  sender.current = send;
  useEffect(
    () => () => {
      if (latest.current) void sender.current(latest.current);
    },
    [],
  );

  return {
    value: draft ? draft.typed : of(line),
    problem,
    /** What somebody else wrote, where the two met. */
    theirs,
    /** Takes what is typed and keeps it after a moment of quiet. */
    change: (typed: Value) => {
      const next = { base: latest.current?.base ?? of(line), typed };
      write(next);
      past.forget = alike(next.base, typed) ? null : forget;
      clearTimeout(timer.current);
      if (!theirs) timer.current = setTimeout(() => void send(next), quiet);
    },
    /** Takes a value and keeps it at once. */
    set: (typed: Value) => {
      const next = { base: latest.current?.base ?? of(line), typed };
      write(next);
      return send(next);
    },
    /** Keeps what is typed; called when the field is left. Follows what is read again once all is kept. */
    leave: async () => {
      const left = latest.current;
      if (!left || theirs) return;
      if ((await send(left)) && latest.current && alike(latest.current.base, latest.current.typed)) write(null);
    },
    keepTheirs: forget,
    writeMine: () => {
      const mine = latest.current;
      if (!mine || !theirs) return;
      const next = { base: theirs.value, typed: mine.typed };
      write(next);
      void send(next);
    },
    again: () => {
      if (latest.current) void send(latest.current);
    },
  };
}
