import type { CSSProperties } from "react";
import { messages } from "./messages.ts";
import { type Status, statusWord } from "./status.tsx";
import catalogue from "./track.messages.json";
import "./track.css";

const m = messages(catalogue);

export interface TrackProps {
  /** The key result's title. */
  title: string;
  /** Baseline (empty where there is none), latest value and target as people read them, with their units; `now` null without a check-in. */
  from: string;
  now: string | null;
  to: string;
  /** Share of the way done, raw (−0.2, 1.1); null draws no line. */
  progress: number | null;
  /** Share of the way expected today; null where there is no pace. */
  pace: number | null;
  status: Status;
  /** Where it is heading; left out or null draws no band. */
  forecast?: TrackForecast | null;
  /** The target is a ring, not a cap. */
  aspirational?: boolean;
  /** Where it stood before the value being typed. */
  was?: number | null;
  /** Without numbers underneath, for tables. */
  mini?: boolean;
}

/** As shares of the way, raw; the band holds eight ends in ten. */
export interface TrackForecast {
  low: number;
  middle: number;
  high: number;
  /** "Heading for 54%, likely 49–58%". */
  words: string;
}

/** A key result drawn: left to right is always better. The picture is one image to screen readers, with all its words. */
export function Track({ mini = false, ...track }: TrackProps) {
  const { from, now, to, progress } = track;
  return (
    <>
      <Rail {...track} mini={mini} />
      {mini || (
        <span className={`track-scale num ${nearEnd(track)}`} style={at(progress)} aria-hidden="true">
          <span>{from}</span>
          {now !== null && <b>{now}</b>}
          <span>{to}</span>
        </span>
      )}
    </>
  );
}

function Rail({ mini, aspirational, ...track }: TrackProps) {
  const { progress, pace, status, was, forecast } = track;
  const behind = progress !== null && pace !== null && progress < pace;
  const kind = ["track", `st-${status}`, mini && "mini", aspirational && "is-asp"].filter(Boolean).join(" ");
  return (
    <span className={kind} role="img" aria-label={trackWords(track)} style={{ ...at(progress), ...at(pace, "--pace") }}>
      <i className="t-rail" />
      {forecast && <Band {...forecast} />}
      {behind && <i className={status === "at-risk" || status === "off-track" ? "t-gap" : "t-gap thin"} />}
      {progress !== null && <i className="t-line" />}
      {pace !== null && <i className="t-pace" />}
      <i className="t-base" />
      <i className="t-end" />
      {was != null && <i className="t-was" style={at(was, "--was")} />}
      {progress !== null && <i className="t-now" />}
    </span>
  );
}

function Band({ low, middle, high }: TrackForecast) {
  return (
    <>
      <i className="t-fan" style={{ ...at(low, "--lo"), ...at(high, "--hi") }} />
      <i className="t-mid" style={at(middle, "--mid")} />
    </>
  );
}

/** What the drawing says: "Setup tickets: from 4.8 to 2.0, now 4.1, 25% of the way, pace 52%. At risk. Heading for 2.8, likely 1.6–3.9." */
export function trackWords(track: Omit<TrackProps, "mini">): string {
  const { title, from, now, to, progress, pace, status, forecast } = track;
  const place = now === null ? m.noValue() : m.now({ now });
  const way = progress === null ? "" : progress < 0 ? m.worse() : m.way({ percent: Math.round(progress * 100) });
  const expected = pace === null ? "" : m.pace({ percent: Math.round(pace * 100) });
  const aim = from === "" ? m.aim({ to }) : m.range({ from, to });
  const parts = [aim, place, way, expected].filter(Boolean).join(", ");
  const slightly = status === "on-track" && progress !== null && pace !== null && progress < pace;
  const word = slightly ? m.slightlyBehind({ status: statusWord(status) }) : statusWord(status);
  return `${title}: ${parts}. ${word}.${forecast ? ` ${forecast.words}.` : ""}`;
}

function at(share: number | null, property = "--now"): CSSProperties {
  if (share === null) return {};
  return { [property]: `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%` } as CSSProperties;
}

/** Where the value would be written over the baseline or the target, the one it has reached gives way. */
function nearEnd({ from, now, to, progress }: Pick<TrackProps, "from" | "now" | "to" | "progress">): string {
  if (progress === null || now === null) return "";
  if (progress < 0.14) return "is-start";
  if (progress > 0.86) return "is-end";
  if (progress < (from.length + now.length / 2) * letter) return "is-by-start";
  return 1 - progress < (to.length + now.length / 2) * letter ? "is-by-end" : "";
}

/** Share of a phone's track that one letter takes. */
const letter = 0.021;
