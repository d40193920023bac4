import { type Format, useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { StatusMark, statusWord } from "../../../web/ui/status.tsx";
import { Tip } from "../../../web/ui/tip.tsx";
import { formulaOf, type Reading } from "./formula.ts";
import catalogue from "./status-reading.messages.json";

const m = messages(catalogue);

interface StatusReadingProps {
  of: Reading;
  /** A value in the key result's unit, for thresholds and ranges. */
  figure?: (value: string) => string;
  /** What a key result is called, where the worst one decides. */
  titleOf?: (id: string) => string | undefined;
}

/** The status, glyph and word; on hover or focus its formula with the numbers, and the rule's word where a person overruled it. */
export function StatusReading(props: StatusReadingProps) {
  const { status, proposed, end } = props.of;
  return (
    <Tip
      says={
        <>
          <Why {...props} />
          <span>{m.source()}</span>
        </>
      }
    >
      <StatusMark
        status={status}
        end={end}
        {...(proposed.targetReached ? { words: `${statusWord(status)}, ${m.reached().toLocaleLowerCase()}` } : {})}
      />
    </Tip>
  );
}

/** Why it reads so, in the flow. */
export function Why({ of, figure, titleOf }: StatusReadingProps) {
  const { proposed, overrule } = of;
  const format = useFormat();
  const formula = endOf(of, format) ?? formulaOf(proposed.because, { format, figure, titleOf });
  return (
    <>
      {overrule && (
        <span dir="auto">{m.byHand({ reason: overrule.reason, proposed: statusWord(proposed.status) })}</span>
      )}
      <span>{formula}</span>
    </>
  );
}

/** What it was closed with, where that says more than the rule; null for what goes on. */
function endOf({ status, end }: Reading, format: Format): string | null {
  if (!end) return null;
  if (end.score !== null) {
    const score = format.number(Number(end.score), { minimumFractionDigits: 1 });
    return status === "achieved" ? m["achieved-score"]({ score }) : m["closed-score"]({ score });
  }
  if (end.outcome) return m[`closed-${end.outcome}`]();
  return null;
}
