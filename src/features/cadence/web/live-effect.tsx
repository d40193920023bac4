import type { InputOf, OutputOf } from "../../../web/api.ts";
import { useAsk } from "../../../web/ask.ts";
import { type Format, useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { useSettled } from "../../../web/ui/settled.ts";
import { StatusMark } from "../../../web/ui/status.tsx";
import { Track } from "../../../web/ui/track.tsx";
import { bandOf, formatProgress, headingWords } from "../../okrs/web/public.tsx";
import catalogue from "./check-in.messages.json";
import type { Report, Subject } from "./draft.ts";
import { figure } from "./figures.ts";

const m = messages(catalogue);

type Preview = OutputOf<"cadence.checkIns.preview">;

/** What a check-in with this report would do; undefined while nothing can be told. */
export function useEffectOf({ keyResult, correcting }: Subject, report: Report | null) {
  const settled = useSettled(JSON.stringify(report), 250);
  const asked = { keyResultId: keyResult.id, checkInId: correcting?.id, ...(JSON.parse(settled) as Report | null) };
  return useAsk("cadence.checkIns.preview", asked as InputOf<"cadence.checkIns.preview">, {
    enabled: settled !== "null",
    keepPrevious: true,
  });
}

/** The track, or the words, as they would be with the value that is being typed. */
export function LiveEffect({ subject, report }: { subject: Subject; report: Report | null }) {
  const { data } = useEffectOf(subject, report);
  const format = useFormat();
  const effect = report ? data : undefined;
  return (
    <div className="ci-live" aria-live="polite">
      <span className="label">{m.effect()}</span>
      <Drawn subject={subject} effect={effect} />
      {effect ? (
        <p className="num">
          <span>{sentenceOf(effect, subject, format)}</span>
          <StatusMark status={effect.after.status.status} words={statusWords(effect)} />
        </p>
      ) : (
        <p>{m.effectWaits()}</p>
      )}
    </div>
  );
}

/** Only what moves between two ends has a track. */
function Drawn({ subject: { keyResult, objective }, effect }: { subject: Subject; effect: Preview | undefined }) {
  const format = useFormat();
  const { measure, title, expected } = keyResult;
  if (!["metric", "milestones", "score-table"].includes(measure.kind)) return null;
  const say = (value: string | null) => figure(value, keyResult, format);
  const isMetric = measure.kind === "metric";
  const { current, progress, status, forecast } = effect?.after ?? keyResult;
  const before = effect?.before.progress ?? null;
  return (
    <Track
      title={title}
      from={isMetric ? say(measure.start) : formatProgress("0", format.locale)}
      now={isMetric ? current && say(current) : formatProgress(progress, format.locale)}
      to={isMetric ? say(measure.target) : formatProgress("1", format.locale)}
      progress={progress === null ? null : Number(progress)}
      pace={expected === null ? null : Number(expected)}
      status={status.status}
      forecast={isMetric ? bandOf({ ...keyResult, ...measure, forecast }, format.locale) : null}
      aspirational={objective.commitment === "aspirational"}
      was={effect && before !== null && before !== progress ? Number(before) : null}
    />
  );
}

function sentenceOf({ before, after }: Preview, { keyResult }: Subject, format: Format): string {
  const { because } = after.status.proposed;
  const heading = headingWords({ ...keyResult, forecast: after.forecast }, format.locale);
  if (heading !== null) {
    const was = before.forecast && figure(before.forecast.middle, keyResult, format);
    const is = after.forecast && figure(after.forecast.middle, keyResult, format);
    return was === null || was === is ? m.heading({ heading }) : m.headingMoved({ heading, was });
  }
  const { measure } = keyResult;
  if (because.rule === "holds" && measure.kind === "range") {
    return because.standing === "holds" ? m.inRange() : m.outOfRange();
  }
  if (because.rule === "holds" && measure.kind === "threshold") {
    return m[because.standing]({ limit: figure(measure.riskLimit, keyResult, format) });
  }
  return m[after.said]({ percent: formatProgress(after.progress, format.locale) });
}

/** "Still at risk" where the status stays; undefined leaves the word alone. */
function statusWords({ before, after }: Preview): string | undefined {
  const { status } = after.status;
  if (before.status.status !== status) return undefined;
  return status === "on-track" || status === "at-risk" || status === "off-track" ? m[`still-${status}`]() : undefined;
}
