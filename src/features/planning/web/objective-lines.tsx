import { useId } from "react";
import { Button } from "../../../web/ui/button.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { plus } from "../../../web/ui/icons.ts";
import { useSettled } from "../../../web/ui/settled.ts";
import { useTaking } from "../../../web/ui/taking.ts";
import type { Coach, CoachAdvice } from "../../coach/web/public.tsx";
import { type KeyResult, m, type Named, type Objective } from "./asking.ts";
import { contextOf } from "./coaching.ts";
import { Figure } from "./figure.tsx";
import { type Kept, useKept } from "./kept.ts";
import { KeptWords } from "./kept-words.tsx";
import { KeyResultLine } from "./key-result-line.tsx";
import { ObjectiveMenu } from "./line-menu.tsx";
import { CommentCount, LineAdvice, NewLine, useOrder } from "./line-parts.tsx";
import { Margin } from "./margin.tsx";
import { OwnerPick } from "./owner-pick.tsx";
import { Row } from "./row.tsx";
import { useStudio } from "./studio-context.ts";
import { TitleField } from "./title-field.tsx";
import "./lines.css";

interface ObjectiveLinesProps {
  objective: Objective;
  /** Its place, from 1. */
  at: number;
  coach: Coach | undefined;
}

/** An objective while it is drafted, with its key results below it. */
export function ObjectiveLines({ objective, at, coach }: ObjectiveLinesProps) {
  const { studio, beginning, begin } = useStudio();
  const heading = useId();
  const { keyResults } = objective;
  const siblings = studio.objectives.filter(({ id }) => id !== objective.id).map(({ title }) => title);
  const advice = coach?.(objective.title, { kind: "objective", siblings });
  const advices = keyResults.map((keyResult) => coach?.(keyResult.title, contextOf(keyResult, objective)));
  const beginningHere = beginning?.kind === "draft-key-result" && beginning.objectiveId === objective.id;
  return (
    <section aria-labelledby={heading} className="draft-o">
      <ObjectiveLine objective={objective} at={at} advice={advice} heading={heading} />
      <div className="d-h">
        <h3>{m.keyResults()}</h3>
        <span className="meta">{countWords(keyResults, advices)}</span>
        {studio.can.draft && (
          <Button
            size="sm"
            kind="quiet"
            icon={plus}
            aria-label={m.addKeyResultTo({ title: objective.title })}
            onClick={() => begin({ kind: "draft-key-result", objectiveId: objective.id })}
          >
            {m.addKeyResult()}
          </Button>
        )}
      </div>
      {keyResults.length === 0 && !beginningHere && <p className="small d-none">{m["no-key-results"]()}</p>}
      <ol>
        {keyResults.map((keyResult, place) => (
          <KeyResultLine
            key={keyResult.id}
            keyResult={keyResult}
            objective={objective}
            at={place + 1}
            advice={advices[place]}
          />
        ))}
      </ol>
      {beginningHere && <NewLine kind="draft-key-result" objectiveId={objective.id} />}
    </section>
  );
}

interface ObjectiveLineProps {
  objective: Objective;
  at: number;
  advice: CoachAdvice | undefined;
  heading: string;
}

function ObjectiveLine({ objective, at, advice, heading }: ObjectiveLineProps) {
  const { studio, act } = useStudio();
  const kind = "draft-objective";
  const readOnly = !studio.can.draft;
  const title = useKept({ kind, line: objective, of: (line) => line.title, as: (words) => ({ title: words }), ready });
  const settled = useSettled(title.value, 300);
  const order = useOrder(studio.objectives, objective.id, (ids) =>
    act("planning.draftObjectives.reorder", { planId: studio.id, ids }),
  );
  return (
    <Row
      id={objective.id}
      name={m.objectiveIs({ at, title: objective.title })}
      className="d-obj"
      onOrder={readOnly ? undefined : order}
    >
      <div>
        <div className="d-obj-h">
          <h2 className="lvl" id={heading}>
            {studio.objectives.length > 1 ? m.objectiveOf({ at, count: studio.objectives.length }) : m.objective()}
          </h2>
          {objective.private && <span className="tag">{m.private()}</span>}
          <CommentCount of={objective} kind={kind} />
          {!readOnly && <ObjectiveMenu objective={objective} onOrder={order} />}
        </div>
        <TitleField
          label={m.objectiveN({ at })}
          kept={title}
          size="objective"
          advice={settled === objective.title ? advice : undefined}
          keptAsIs={objective.keptAsIs}
          readOnly={readOnly}
        />
        <Facts objective={objective} readOnly={readOnly} />
      </div>
      <Margin kind={kind} line={objective} of={m.objectiveN({ at })} advice={advice} first={at === 1} />
    </Row>
  );
}

const ready = (words: string) => words.trim() !== "";
const commitments = ["committed", "aspirational", "learning"] as const;

/** What it promises, whose it is, how much of the team it takes, and why it matters. */
function Facts({ objective, readOnly }: { objective: Objective; readOnly: boolean }) {
  const format = useFormat();
  const kind = "draft-objective";
  const line = objective;
  const commitment = useKept({
    kind,
    line,
    of: (each) => each.commitment,
    as: (to: Objective["commitment"]) => ({ commitment: to }),
  });
  const owner = useKept({
    kind,
    line,
    of: (each) => each.owner,
    as: (to: Named | null) => ({ ownerId: to?.id ?? null }),
  });
  const energy = useKept({ kind, line, of: (each) => each.energy, as: (to: string | null) => ({ energy: to }) });
  const why = useKept({ kind, line, of: (each) => each.why, as: (to: string) => ({ why: to }) });
  return (
    <>
      <div className="dk-m">
        {readOnly ? (
          <span>{m[objective.commitment]()}</span>
        ) : (
          <fieldset className="seg" aria-label={m.commitment()}>
            {commitments.map((each) => (
              <label key={each}>
                <input
                  type="radio"
                  name={`commitment-${objective.id}`}
                  checked={commitment.value === each}
                  onChange={() => void commitment.set(each)}
                />
                <span>{m[each]()}</span>
              </label>
            ))}
          </fieldset>
        )}
        <OwnerPick owner={owner.value} of={objective.title} readOnly={readOnly} onPick={(to) => void owner.set(to)} />
        {(!readOnly || objective.energy !== null) && (
          <span className="meta num">
            {m.energy()}{" "}
            {readOnly ? (
              format.decimal(objective.energy ?? "0")
            ) : (
              <Figure
                label={m.energyOf({ title: objective.title })}
                placeholder="–"
                value={energy.value}
                onValue={(to) => void energy.set(to)}
              />
            )}{" "}
            %
          </span>
        )}
      </div>
      <KeptWords of={commitment} words={(to) => m[to]()} />
      <KeptWords of={owner} words={(to) => to?.name ?? m.nobody()} />
      <KeptWords of={energy} words={(to) => (to === null ? "–" : `${to} %`)} />
      {readOnly ? (
        objective.why && (
          <p className="small d-why" dir="auto">
            {objective.why}
          </p>
        )
      ) : (
        <WhyField title={objective.title} why={why} />
      )}
      <KeptWords of={why} words={(value) => value} />
      <LineAdvice of={objective.advice} without={["no-key-results", "no-owner", "no-why"]} />
    </>
  );
}

function WhyField({ title, why }: { title: string; why: Kept<string> }) {
  const said = useId();
  const { refused, taking } = useTaking();
  return (
    <>
      <textarea
        className="d-why"
        dir="auto"
        rows={1}
        maxLength={10_000}
        aria-label={m.whyOf({ title })}
        aria-describedby={said}
        aria-invalid={refused ? true : undefined}
        placeholder={m.why()}
        {...taking}
        value={why.value}
        onChange={({ target }) => why.change(target.value)}
        onBlur={() => void why.leave()}
      />
      <small id={said} className="plan-bad" role="status">
        {refused}
      </small>
    </>
  );
}

/** "3 of up to 5. One outcome, one output, one unclear." */
function countWords(keyResults: readonly KeyResult[], advices: readonly (CoachAdvice | undefined)[]): string {
  if (keyResults.length === 0) return m.upTo();
  const count = m.ofUpTo({ count: keyResults.length });
  if (advices.some((advice) => advice === undefined)) return count;
  const of = (verdict: CoachAdvice["verdict"]) => advices.filter((advice) => advice?.verdict === verdict).length;
  const parts = [
    of("outcome") > 0 && m.outcomes({ count: of("outcome") }),
    of("output") > 0 && m.outputs({ count: of("output") }),
    of("unsure") > 0 && m.unsure({ count: of("unsure") }),
  ].filter((part): part is string => part !== false);
  return `${count} ${capital(parts.join(", "))}.`;
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
