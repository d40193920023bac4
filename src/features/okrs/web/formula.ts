/** Why a status reads as it does, printed with the numbers that the server found it by. */
import type { OutputOf } from "../../../web/api.ts";
import type { Format } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { statusWord } from "../../../web/ui/status.tsx";
import catalogue from "./status-reading.messages.json";

const m = messages(catalogue);

export type Reading = OutputOf<"okrs.objectives.get">["status"];
type Because = Reading["proposed"]["because"];

interface Naming {
  format: Format;
  /** A value in the key result's unit. */
  figure?: ((value: string) => string) | undefined;
  /** What a key result is called. */
  titleOf?: ((id: string) => string | undefined) | undefined;
}

/** "gap = expected 52% − progress 48% = 4 points; ≤ 5 On track, ≤ 25 At risk, more Off track". */
export function formulaOf(because: Because, naming: Naming): string {
  const { format } = naming;
  switch (because.rule) {
    case "forecast":
      return m.forecast(forecasted(because, naming));
    case "gap":
      return m.gap({
        ...paced(because, format),
        points: points(because.gap, format),
        on: points(because.onTrackUpTo, format),
        risk: points(because.atRiskUpTo, format),
        ...words(),
      });
    case "ratio":
      if (because.ratio === null) return m.ratioYet();
      return m.ratio({
        ...paced(because, format),
        ratio: format.number(Number(because.ratio), { maximumFractionDigits: 3 }),
        on: format.decimal(because.onTrackFrom),
        risk: format.decimal(because.atRiskFrom),
        ...words(),
      });
    case "not-started":
    case "first-check-in-missed":
      return because.firstDueOn === null
        ? m[`${because.rule}-undated`]()
        : m[because.rule]({ day: format.date(because.firstDueOn) });
    case "holds":
      return m[because.standing]({ value: naming.figure?.(because.value) ?? format.decimal(because.value) });
    case "worst-key-result": {
      const title = naming.titleOf?.(because.id);
      return title ? m["worst-key-result"]({ title }) : m["worst-unnamed"]();
    }
    default:
      return m[because.rule]();
  }
}

function forecasted({ short, onTrackUpTo, ...because }: Extract<Because, { rule: "forecast" }>, naming: Naming) {
  const { format } = naming;
  const figure = (value: string) => naming.figure?.(value) ?? format.decimal(value);
  const { middle, low, high, goal } = because;
  const figures = { middle: figure(middle), low: figure(low), high: figure(high), goal: figure(goal) };
  const beyond = short.startsWith("-") ? "beyond" : "short";
  const by = { points: wholePoints(short.replace("-", ""), onTrackUpTo, format), on: points(onTrackUpTo, format) };
  return { ...figures, beyond, ...by, ...words() };
}

function paced({ expected, goalShare, progress }: Extract<Because, { rule: "gap" | "ratio" }>, format: Format) {
  return {
    expected: share(expected, format),
    asked: Number(goalShare) === 1 ? "whole" : "share",
    share: format.decimal(goalShare),
    progress: share(progress, format),
  };
}

function words() {
  return { onTrack: statusWord("on-track"), atRisk: statusWord("at-risk"), offTrack: statusWord("off-track") };
}

function share(value: string, { number }: Format): string {
  return number(Number(value), { style: "percent", maximumFractionDigits: 1 });
}

/** A difference of shares in points; two digits, so that 5.04 does not look like the limit it is over. */
function points(value: string, { number }: Format): string {
  return number(Number(value) * 100, { maximumFractionDigits: 2 }).replace("-", "−");
}

/** An estimate in whole points, unless they would look like the limit it is over. */
function wholePoints(value: string, limit: string, format: Format): string {
  const whole = Math.round(Number(value) * 100) / 100;
  return whole === Number(limit) ? points(value, format) : points(String(whole), format);
}
