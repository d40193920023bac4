import type { ReactNode } from "react";
import { Button } from "../../../web/ui/button.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { check } from "../../../web/ui/further-icons.ts";
import { Icon } from "../../../web/ui/icon.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { Tip } from "../../../web/ui/tip.tsx";
import type { Advice, CheckName, Said } from "../answer.ts";
import catalogue from "../coach.messages.json";
import words from "./coach-note.messages.json";
import { lookOf } from "./look.ts";
import "./coach-note.css";

const said = messages(catalogue);
const m = messages(words);

export interface CoachNoteProps {
  /** What it is about: "Key result 2". */
  of: string;
  advice: Advice;
  /** Its writer keeps it as it is. */
  kept: boolean;
  /** Above the note: "Outcome coach". */
  head?: ReactNode;
  /** Checks that stand beside it already. */
  without?: readonly CheckName[];
  /** Makes two of what says two things; left out where only one may stand. */
  onSplit?: ((parts: [string, string]) => void) | undefined;
  /** Numbers that are known, and what can be done. */
  children?: ReactNode;
}

/**
 * A note at the margin, joined to its line: a tick for an outcome, a solid line for an output, a dotted one for what is
 * vague. Each sentence says on hover or focus which rule it comes from. Kept as it is, it says no more than that.
 */
export default function CoachNote({ of, advice, kept, head, without = [], onSplit, children }: CoachNoteProps) {
  const look = lookOf(advice, kept);
  const unsaid = ({ name }: Advice["checks"][number]) => !without.includes(name) && !isSaid(name, advice);
  const checks = kept ? [] : advice.checks.filter(unsaid).slice(0, 3);
  const split = kept ? undefined : advice.checks.find((each) => each.split)?.split;
  return (
    <div className={`coach is-${look}`} role="note" aria-label={m.note({ of })}>
      {head}
      <div className="coach-r">
        {(look === "good" || look === "kept") && <Icon of={check} size={14} />}
        <p>
          <Verdict of={advice} /> {kept ? m.kept() : <Sentence of={advice.reason} />}
        </p>
      </div>
      {!kept && advice.question && (
        <p className="coach-q">
          <Sentence of={advice.question} />
        </p>
      )}
      {checks.length > 0 && (
        <ul className="coach-c">
          {checks.map((each) => (
            <li key={each.name}>
              <Tip says={m[each.name]()}>
                <span>
                  <Sentence of={each.said} />
                </span>
              </Tip>
            </li>
          ))}
        </ul>
      )}
      {split && onSplit && <Split into={split} onSplit={() => onSplit(split)} />}
      {children}
    </div>
  );
}

/** The two that one says at once, and the button that parts them. */
function Split({ into, onSplit }: { into: [string, string]; onSplit: () => void }) {
  return (
    <div className="row coach-s">
      <div>
        <p className="meta">{m.intoTwo()}</p>
        <ol>
          {into.map((text) => (
            <li key={text} dir="auto">
              {text}
            </li>
          ))}
        </ol>
      </div>
      <Button size="sm" onClick={onSplit}>
        {m.split()}
      </Button>
    </div>
  );
}

/** The reason says it already. */
function isSaid(name: CheckName, { reason }: Advice): boolean {
  return name === "done-when-finished"
    ? /^reason-(?:work|made|output)/u.test(reason.key)
    : name === "share-of-ours" && reason.key === "reason-share-of-ours";
}

/** The verdict in a word, with the rule it was reached by. */
function Verdict({ of: { kind, verdict, score, reason } }: { of: Advice }) {
  const format = useFormat();
  if (reason.key === "reason-nothing") return null;
  const rule = kind === "objective" ? m.ruleOfObjectives() : m.ruleOfKeyResults({ score: format.percent(score) });
  return (
    <Tip
      says={
        <>
          <span>{rule}</span>
          <span>{m.advises()}</span>
        </>
      }
    >
      <b>{m[`${kind}-${verdict}`]()}</b>
    </Tip>
  );
}

/** The words of the text stand bold, as they are marked in it. */
function Sentence({ of: { key, values } }: { of: Said }) {
  const parts = said[key]({ ...values }).matchAll(/“[^”]+”|[^“]+|“/gu);
  return [...parts].map(({ 0: part, index }) =>
    part.startsWith("“") && part.endsWith("”") ? (
      <b key={index} dir="auto">
        {part.slice(1, -1)}
      </b>
    ) : (
      part
    ),
  );
}
