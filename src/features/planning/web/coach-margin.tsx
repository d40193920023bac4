import { Suspense } from "react";
import { Button } from "../../../web/ui/button.tsx";
import { type Format, useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { type CoachAdvice, CoachNote } from "../../coach/web/public.tsx";
import { formatFigure } from "../../okrs/web/public.tsx";
import type { KeyResult, Known, Objective } from "./asking.ts";
import { useKept } from "./kept.ts";
import { measureWords } from "./measure.tsx";
import { measuredBy, type Rewriting } from "./rewriting.ts";
import { useSplitting } from "./splitting.ts";
import { surely } from "./starting.ts";
import { useStudio } from "./studio-context.ts";
import "./margin.css";
import catalogue from "./coach-margin.messages.json";

const m = messages(catalogue);

export type MarginProps = {
  /** "Key result 2". */
  of: string;
  advice: CoachAdvice | undefined;
  rewriting?: Rewriting | null;
  /** The first note of the page carries its heading. */
  first?: boolean;
} & (
  | { kind: "draft-objective"; line: Objective }
  | { kind: "draft-key-result"; line: KeyResult; objective: Objective }
);

/** The coach's note on a line, with what can be done about it. */
export default function CoachMargin(props: MarginProps) {
  const { of, advice, first = false, line } = props;
  const split = useSplitting(props.kind === "draft-key-result" ? props : null);
  if (!advice) return <div />;
  return (
    <Suspense fallback={<div />}>
      <CoachNote
        of={of}
        advice={advice}
        kept={line.keptAsIs}
        head={first && <h2>{m.coach()}</h2>}
        without={["no-owner", "no-baseline", "no-target", "no-number"]}
        onSplit={split}
      >
        <Acts {...props} advice={advice} />
      </CoachNote>
    </Suspense>
  );
}

function Acts(props: MarginProps & { advice: CoachAdvice }) {
  const { studio } = useStudio();
  if (!studio.can.draft) return null;
  return props.kind === "draft-objective" ? (
    <p className="row">
      <Keep {...props} />
    </p>
  ) : (
    <KeyResultActs {...props} />
  );
}

function KeyResultActs({
  line,
  objective,
  advice,
  rewriting,
  of,
}: Extract<MarginProps, { kind: "draft-key-result" }> & { advice: CoachAdvice }) {
  const kept = line.keptAsIs;
  const isTwo = advice.checks.some((each) => each.split);
  return (
    <>
      {!kept && !isTwo && advice.verdict === "unsure" && <AlreadyMeasured keyResult={line} />}
      <p className="row">
        {rewriting?.isOutput && !rewriting.shown && (
          <>
            <Button size="sm" kind="primary" keys="mod+enter" onClick={rewriting.open}>
              {m.sayOutcome()}
            </Button>
            <Button size="sm" onClick={rewriting.moveAlone}>
              {m.makeInitiative()}
            </Button>
          </>
        )}
        {rewriting?.shown && (
          <>
            <Button
              size="sm"
              kind="primary"
              keys="mod+enter"
              aria-disabled={rewriting.outcome.title.trim() === "" || undefined}
              onClick={() => rewriting.use()}
            >
              {m.putRewrite()}
            </Button>
            {rewriting.byCoach ? (
              <Button size="sm" onClick={rewriting.open}>
                {m.editFirst()}
              </Button>
            ) : (
              <Button size="sm" onClick={rewriting.close}>
                {m.cancel()}
              </Button>
            )}
          </>
        )}
        <Keep kind="draft-key-result" line={line} advice={advice} of={of} objective={objective} />
      </p>
    </>
  );
}

/** The last value that was reported of it. */
function nowWords({ now, unit, decimals }: Known, { locale }: Format): string {
  return formatFigure(now ?? "", { unit: unit || null, decimals, locale });
}

/** The closest measure that is known, and its figures in one step. */
function AlreadyMeasured({ keyResult }: { keyResult: KeyResult }) {
  const { studio } = useStudio();
  const format = useFormat();
  const figures = useKept({
    kind: "draft-key-result",
    line: keyResult,
    of: ({ measure, unit, decimals }) => ({ measure, unit, decimals }),
    as: (value) => value,
  });
  const { measure } = keyResult;
  const known = surely(keyResult.title, studio.whatWeKnow);
  const measured = known && measuredBy(known);
  if (!known || !measured || measure.kind !== "metric" || measure.start !== null) return null;
  return (
    <>
      <p>
        {m.alreadyMeasured()} <b dir="auto">{known.title}</b>
        {m.inCycle({ figures: nowWords(known, format), cycle: known.cycle.name })}
      </p>
      <p className="row">
        <Button size="sm" onClick={() => void figures.set(measured)}>
          {m.fillFigures({ figures: measureWords(measured, format) })}
        </Button>
      </p>
    </>
  );
}

/** "Keep as it is" is remembered until the words change; it can be taken back. */
function Keep(props: MarginProps & { advice: CoachAdvice }) {
  const { attempt, keep } = useStudio();
  const { line, advice, kind } = props;
  if (advice.verdict === "outcome" && !line.keptAsIs) return null;
  const toggle = () => {
    const of = (each: { keptAsIs: boolean }) => each.keptAsIs;
    const as = (keptAsIs: boolean) => ({ keptAsIs });
    const change = { id: line.id, of, base: () => line.keptAsIs, value: !line.keptAsIs, as };
    void attempt(() =>
      kind === "draft-objective" ? keep({ kind, ...change }) : keep({ kind: "draft-key-result", ...change }),
    );
  };
  return (
    <Button kind="quiet" size="sm" onClick={toggle}>
      {line.keptAsIs ? m.askAgain() : m.keepAsIs()}
    </Button>
  );
}
