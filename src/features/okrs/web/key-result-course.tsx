import { type CSSProperties, type ReactNode, Suspense } from "react";
import { later } from "../../../web/later.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { StatusGlyph } from "../../../web/ui/status.tsx";
import { Advice } from "./advice.tsx";
import { type CheckedIn, courseOf } from "./course.ts";
import { chart, drawChart } from "./draw-chart.ts";
import catalogue from "./key-result.messages.json";
import { KeyResultStatus, OwnerAndWeight, ThreeFacts, TooFew } from "./key-result-row.tsx";
import { KeyResultTrack } from "./key-result-track.tsx";
import { figureOf, type KeyResult } from "./key-result-words.ts";
import { Why } from "./status-reading.tsx";

const m = messages(catalogue);
/** Arrives after the line stands; its place is kept. */
const StepChart = later(() => import("./step-chart.tsx"));

interface KeyResultCourseProps {
  keyResult: KeyResult;
  cycle: { startsOn: string; endsOn: string; nextDueOn: string | null };
  /** In any order; undefined while they are on their way. */
  checkIns: readonly CheckedIn[] | undefined;
  aspirational?: boolean;
  /** Beside the title: check in, a menu. */
  acts?: ReactNode;
  /** What is advised on its words. */
  below?: ReactNode;
}

const saidOfItsOwner = ["no-owner"] as const;

/** Pixels from the top of a track to its middle. */
const trackAt = 11;

/** The key result that is open on the line: its course where it is a number, its steps where it has some, and why its status reads so. */
export function KeyResultCourse({
  keyResult,
  cycle,
  checkIns,
  aspirational = false,
  acts,
  below,
}: KeyResultCourseProps) {
  const format = useFormat();
  const course = courseOf(keyResult, cycle, checkIns ?? [], Date.now());
  const bendsAt = course ? (drawChart(course, 1).from?.y ?? null) : trackAt;
  return (
    <li className="spur is-open">
      <div className="spur-head">
        <h2 className="kr-t" id={`kr-${keyResult.id}`} tabIndex={-1} dir="auto">
          {keyResult.title}
        </h2>
        <OwnerAndWeight {...keyResult} />
        {acts}
      </div>
      <div
        className={bendsAt === null ? "kr-course" : "kr-course is-bent"}
        style={{ "--bend-y": `${bendsAt ?? 0}px` } as CSSProperties}
      >
        {course ? (
          <Suspense fallback={<div style={{ height: chart.height }} />}>
            <StepChart keyResult={keyResult} cycle={cycle} checkIns={checkIns ?? []} aspirational={aspirational} />
          </Suspense>
        ) : (
          <KeyResultTrack keyResult={keyResult} aspirational={aspirational} />
        )}
      </div>
      <Steps of={keyResult} />
      <p className="kr-why">
        <KeyResultStatus of={keyResult} />
        <span>
          <Why of={keyResult.status} figure={(value) => figureOf(value, keyResult, format)} />
          {cycle.nextDueOn && keyResult.state === "open" && keyResult.checkInCount > 0 && (
            <span>{m.nextDue({ day: format.date(cycle.nextDueOn) })}</span>
          )}
        </span>
      </p>
      <TooFew of={keyResult} />
      {(keyResult.forecast || keyResult.disagreements.length > 0) && (
        <Suspense>
          <ThreeFacts of={keyResult} aspirational={aspirational} whereTo />
        </Suspense>
      )}
      <About of={keyResult} />
      {keyResult.can.edit && <Advice of={keyResult.advice} said={saidOfItsOwner} />}
      {below}
    </li>
  );
}

/** Milestones, or the steps of a score table, each with whether it is done. */
function Steps({ of: { measure } }: { of: KeyResult }) {
  const format = useFormat();
  const steps =
    measure.kind === "milestones"
      ? measure.milestones.map(({ weight, ...step }) => ({
          ...step,
          worth: m.weight({ weight: format.decimal(weight) }),
        }))
      : measure.kind === "score-table"
        ? measure.steps.map(({ score, ...step }) => ({ ...step, worth: m.score({ score: format.decimal(score) }) }))
        : [];
  if (steps.length === 0) return null;
  return (
    <ul className="kr-steps">
      {steps.map(({ id, title, done, worth }) => (
        <li key={id}>
          <StatusGlyph status={done ? "achieved" : "not-started"} />
          <span className="sr">{done ? m.done() : m.notYet()}</span>
          <span dir="auto">{title}</span>
          <span className="meta num">{worth}</span>
        </li>
      ))}
    </ul>
  );
}

/** Former targets with their reasons, and where the number comes from. */
function About({ of: keyResult }: { of: KeyResult }) {
  const format = useFormat();
  const { targetChanges, source, measure } = keyResult;
  const isLower = measure.kind === "metric" && Number(measure.target) < Number(measure.start);
  return (
    <>
      {targetChanges.map(({ id, before, after, reason, member, recordedAt }) => (
        <p key={id} className="meta" dir="auto">
          {m.retargeted({
            day: format.day(recordedAt),
            who: member?.name ?? "",
            before: targetWords(before, keyResult, format),
            after: targetWords(after, keyResult, format),
            reason,
          })}
        </p>
      ))}
      {(source || isLower) && (
        <p className="meta" dir="auto">
          {[isLower && m.lower(), source && m.source({ source })].filter(Boolean).join(" · ")}
        </p>
      )}
    </>
  );
}

function targetWords(
  targets: KeyResult["targetChanges"][number]["before"],
  keyResult: KeyResult,
  format: ReturnType<typeof useFormat>,
): string {
  const say = (value: string) => figureOf(value, keyResult, format);
  return targets.kind === "range"
    ? m["goal-range"]({ low: say(targets.low), high: say(targets.high) })
    : say(targets.target);
}
