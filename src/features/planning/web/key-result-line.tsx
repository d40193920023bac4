import { Suspense } from "react";
import { quietly } from "../../../web/quietly.ts";
import { useFormat } from "../../../web/ui/format.ts";
import type { CoachAdvice } from "../../coach/web/public.tsx";
import { Acceptance } from "./acceptance.tsx";
import { type KeyResult, m, type Named, type Objective } from "./asking.ts";
import { Figure } from "./figure.tsx";
import { useKept } from "./kept.ts";
import { KeptWords } from "./kept-words.tsx";
import { KeyResultMenu } from "./line-menu.tsx";
import { CommentCount, useOrder } from "./line-parts.tsx";
import { Margin } from "./margin.tsx";
import { Measure, measureWords } from "./measure.tsx";
import { OwnerPick } from "./owner-pick.tsx";
import { type Rewriting, useRewriting } from "./rewriting.ts";
import { Row } from "./row.tsx";
import { useStudio } from "./studio-context.ts";
import { TitleField } from "./title-field.tsx";

const CouldBecome = quietly<{ rewriting: Rewriting }>(() => import("./could-become.tsx"));

interface KeyResultLineProps {
  keyResult: KeyResult;
  objective: Objective;
  /** Its place, from 1. */
  at: number;
  advice: CoachAdvice | undefined;
}

/** A key result while it is drafted: its words, from where to where, who owns it, how much it weighs, and its note. */
export function KeyResultLine({ keyResult, objective, at, advice }: KeyResultLineProps) {
  const { studio, act } = useStudio();
  const kind = "draft-key-result";
  const readOnly = !studio.can.draft;
  const title = useKept({ kind, line: keyResult, of: (line) => line.title, as: (words) => ({ title: words }), ready });
  const name = m.keyResultIs({ at, title: keyResult.title });
  const order = useOrder(objective.keyResults, keyResult.id, (ids) =>
    act("planning.draftKeyResults.reorder", { draftObjectiveId: objective.id, ids }),
  );
  const rewriting = useRewriting({ keyResult, advice, readOnly });
  return (
    <li>
      <Row id={keyResult.id} name={name} className="dk" onOrder={readOnly ? undefined : order} onUse={rewriting?.use}>
        <div className="dk-b">
          <span className="dk-n num" aria-hidden="true">
            {at}
          </span>
          <div className="dk-w">
            <div className="dk-t">
              <TitleField
                label={m.keyResultN({ at })}
                kept={title}
                size="line"
                advice={title.value === keyResult.title ? advice : undefined}
                keptAsIs={keyResult.keptAsIs}
                readOnly={readOnly}
              />
              {!readOnly && <KeyResultMenu keyResult={keyResult} objective={objective} onOrder={order} />}
            </div>
            <Facts keyResult={keyResult} readOnly={readOnly} />
            {rewriting?.shown && (
              <Suspense>
                <CouldBecome rewriting={rewriting} />
              </Suspense>
            )}
          </div>
        </div>
        <Margin
          kind={kind}
          line={keyResult}
          of={m.keyResultN({ at })}
          advice={advice}
          rewriting={rewriting}
          objective={objective}
        />
      </Row>
    </li>
  );
}

const ready = (words: string) => words.trim() !== "";

/** From where to where, whose, how much; then what its owner says of it. */
function Facts({ keyResult, readOnly }: { keyResult: KeyResult; readOnly: boolean }) {
  const format = useFormat();
  const kind = "draft-key-result";
  const measure = useKept({ kind, line: keyResult, of: figures, as: (value) => value });
  const owner = useKept({
    kind,
    line: keyResult,
    of: (line) => line.owner,
    as: (to: Named | null) => ({ ownerId: to?.id ?? null }),
  });
  const weight = useKept({ kind, line: keyResult, of: (line) => line.weight, as: (to: string) => ({ weight: to }) });
  return (
    <>
      <div className="dk-m">
        <Measure
          keyResult={keyResult}
          value={measure.value}
          onValue={(value) => void measure.set(value)}
          readOnly={readOnly}
        />
        <OwnerPick owner={owner.value} of={keyResult.title} readOnly={readOnly} onPick={(to) => void owner.set(to)} />
        <span className="meta num">
          {m.weight()}{" "}
          {readOnly ? (
            format.decimal(keyResult.weight)
          ) : (
            <Figure
              label={m.weightOf({ title: keyResult.title })}
              value={weight.value}
              onValue={(to) => void weight.set(to ?? "0")}
            />
          )}
        </span>
        <CommentCount of={keyResult} kind={kind} />
      </div>
      <KeptWords of={measure} words={(value) => measureWords({ ...keyResult, ...value }, format)} />
      <KeptWords of={owner} words={(to) => to?.name ?? m.nobody()} />
      <KeptWords of={weight} words={format.decimal} />
      <Acceptance keyResult={keyResult} />
    </>
  );
}

const figures = ({ measure, unit, decimals }: KeyResult) => ({ measure, unit, decimals });

export type Figures = ReturnType<typeof figures>;
