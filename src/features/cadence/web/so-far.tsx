import { useAsk } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { useSession } from "../../../web/session.ts";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import catalogue from "./check-in.messages.json";
import type { CheckIn, Report, Subject } from "./draft.ts";
import { figure } from "./figures.ts";
import { drawSpark } from "./sparkline.ts";

const m = messages(catalogue);
const width = 252;
const height = 76;

/** How the key result got to where it is, with the value being typed at its end, and what was said last. */
export function SoFar({ subject, report }: { subject: Subject; report: Report }) {
  const { keyResult } = subject;
  const told = useAsk("cadence.checkIns.list", { keyResultId: keyResult.id, limit: 30 });
  return (
    <section>
      <SectionHead title={m.soFar()} aside={<span dir="auto">{keyResult.title}</span>} />
      <Asked of={told} what={m.checkIns()} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="small">{m.noneSoFar()}</p>
          ) : (
            <>
              <Spark subject={subject} items={items} report={report} />
              <LastNote items={items} />
            </>
          )
        }
      </Asked>
    </section>
  );
}

function Spark({ subject, items, report }: { subject: Subject; items: readonly CheckIn[]; report: Report }) {
  const format = useFormat();
  const { keyResult, cycle } = subject;
  const told = items
    .flatMap(({ value, recordedAt }) => (value === null ? [] : [{ at: Date.parse(recordedAt), value }]))
    .reverse();
  const { measure, expected } = keyResult;
  const now = Date.now();
  const begin = { at: Date.parse(cycle.startsOn), value: measure.kind === "metric" ? measure.start : "" };
  const values = measure.kind === "metric" && told.every(({ at }) => at > begin.at) ? [begin, ...told] : told;
  const points = values.map(({ at, value }) => ({ at, value: Number(value) }));
  const next = report.value === undefined ? null : { at: now, value: Number(report.value) };
  const drawn = drawSpark({ points, pace: paceOf(measure, expected, begin.at, now), next }, width, height);
  if (!drawn) return null;
  const say = (value: string) => figure(value, keyResult, format);
  const words = values.map(({ value }) => say(value)).join(", ");
  const latest = next ? String(report.value) : (told.at(-1)?.value ?? "");
  const tip = drawn.next ?? drawn.last;
  return (
    <svg
      className="spark"
      width="308"
      height="92"
      viewBox="-4 -8 308 92"
      role="img"
      aria-label={next ? m.ifSent({ values: words, next: say(latest) }) : m.values({ values: words })}
    >
      {drawn.pace && <path className="sp-pace" d={drawn.pace} />}
      <path className="sp-line" d={drawn.line} />
      {drawn.next && <path className="sp-new" d={drawn.next.path} />}
      <circle className="sp-dot" cx={tip.x} cy={tip.y} r="5.5" />
      <text className="sp-t" x={tip.x + 12} y={tip.y + 4}>
        {say(latest)}
      </text>
      {drawn.paceEnd && Math.abs(drawn.paceEnd.y - tip.y) > 14 && (
        <text x={drawn.paceEnd.x + 12} y={drawn.paceEnd.y + 4}>
          {m.pace()}
        </text>
      )}
    </svg>
  );
}

/** The value that pace expects today, seen from the start. */
function paceOf(measure: Subject["keyResult"]["measure"], expected: string | null, begin: number, now: number) {
  if (measure.kind !== "metric" || expected === null) return null;
  const [start, target] = [Number(measure.start), Number(measure.target)];
  return { from: { at: begin, value: start }, to: { at: now, value: start + (target - start) * Number(expected) } };
}

function LastNote({ items }: { items: readonly CheckIn[] }) {
  const { member } = useSession();
  const format = useFormat();
  const last = items.find(({ whatChanged }) => whatChanged !== "");
  if (!last) return null;
  const name = last.member.id === member.id ? m.you() : last.member.name;
  return (
    <blockquote className="prev-note">
      <p dir="auto">{last.whatChanged}</p>
      <footer className="meta">
        {m.note({ name, day: format.day(last.recordedAt), confidence: last.confidence })}
      </footer>
    </blockquote>
  );
}
