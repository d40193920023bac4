import { useState } from "react";
import { newId } from "../../../web/id.ts";
import type { CoachAdvice } from "../../coach/web/public.tsx";
import type { KeyResult, Known } from "./asking.ts";
import { figuresOf } from "./figures-of.ts";
import { digitsIn, type Measured } from "./measure.tsx";
import { focusLine, useStudio } from "./studio-context.ts";

export interface Outcome extends Measured {
  title: string;
}

type Replacement = Outcome & { id: string; ownerId: string | null; weight: string };

export type Rewriting = NonNullable<ReturnType<typeof useRewriting>>;

interface RewritingProps {
  keyResult: KeyResult;
  advice: CoachAdvice | undefined;
  readOnly: boolean;
}

/**
 * What a key result could become: the outcome in its place, written by the coach where figures are known and else by
 * whoever answers its question. The output itself moves to the initiatives. Null where nothing is to be rewritten.
 */
export function useRewriting({ keyResult, advice, readOnly }: RewritingProps) {
  const work = useStudio();
  const { act, attempt } = work;
  const [written, write] = useState<Outcome | null>(null);
  const [opened, open] = useState(false);
  if (!advice || readOnly || keyResult.keptAsIs || advice.verdict === "outcome") return null;
  const isOutput = advice.verdict === "output";
  const proposed: Outcome = {
    title: advice.rewrite ?? "",
    ...(isOutput && keyResult.measure.kind !== "metric" ? noFigures : pickMeasured(keyResult)),
  };
  const outcome = written ?? proposed;
  const shown = opened || written !== null || (advice.rewrite !== null && advice.rewrite !== keyResult.title);
  const close = () => {
    write(null);
    open(false);
  };

  const begin = () => {
    open(true);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-line="${keyResult.id}"] .rewrite input`)?.focus(),
    );
  };

  /** The outcome takes its place; an output becomes an initiative that should move it. */
  const replace = () => {
    const { id, version, owner, weight } = keyResult;
    void attempt(async () => {
      if (isOutput) return move({ id: newId(), ownerId: owner?.id ?? null, weight, ...outcome });
      await act("planning.draftKeyResults.update", { id, version, title: outcome.title, ...pickMeasured(outcome) });
      close();
      focusLine(id);
    });
  };

  const move = async (replacement?: Replacement) => {
    const { moveToInitiative } = await import("./line-acts.ts");
    await moveToInitiative(work, keyResult, replacement);
  };

  return {
    isOutput,
    keyResult,
    outcome,
    shown,
    /** Whether the coach wrote it. */
    byCoach: advice.rewrite !== null && written === null,
    /** Somebody asked for it, so the caret goes there. */
    opened,
    write: (part: Partial<Outcome>) => write({ ...outcome, ...part }),
    /** Opens what it could become and puts the caret there. */
    open: begin,
    close: () => {
      close();
      focusLine(keyResult.id);
    },
    /** ⌘↵: uses what is written, or asks for it. */
    use: () => (shown && outcome.title.trim() !== "" ? replace() : begin()),
    /** Only the output moves; nothing takes its place yet. */
    moveAlone: () => void attempt(move),
  };
}

const noFigures: Measured = { measure: { kind: "metric", start: null, target: null }, unit: "", decimals: 0 };

function pickMeasured({ measure, unit, decimals }: Measured): Measured {
  return { measure, unit, decimals };
}

/** A known measure as figures to begin with; null where it has no value. */
export function measuredBy(known: Known): Measured | null {
  const figures = figuresOf(known);
  return (
    figures && {
      measure: { kind: "metric", ...figures },
      unit: known.unit,
      decimals: Math.max(known.decimals, digitsIn(figures.start, figures.target)),
    }
  );
}
