import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { Track } from "../../../web/ui/track.tsx";
import catalogue from "./key-result.messages.json";
import { type Drawn, nowWords, trackOf } from "./key-result-words.ts";
import "./key-result-track.css";

const m = messages(catalogue);

/** The track of a key result; words for a baseline, which has no way to go. `mini` has no numbers underneath. */
export function KeyResultTrack({
  keyResult,
  aspirational = false,
  mini = false,
}: {
  keyResult: Drawn;
  aspirational?: boolean;
  mini?: boolean;
}) {
  const format = useFormat();
  const track = trackOf(keyResult, format, aspirational);
  if (track) return <Track {...track} mini={mini} />;
  const value = nowWords(keyResult, format);
  return <span className="small kr-base">{value === null ? m.baseline() : m.baselineNow({ value })}</span>;
}
