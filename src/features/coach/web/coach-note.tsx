import type { ReactNode } from "react";
import { check } from "../../../web/ui/further-icons.ts";
import { Icon } from "../../../web/ui/icon.tsx";
import { messages } from "../../../web/ui/messages.ts";
import type { Advice, CheckName, Said } from "../answer.ts";
import catalogue from "../coach.messages.json";
import words from "./coach-note.messages.json";
import { lookOf } from "./look.ts";
import "./coach-note.css";

const said = messages(catalogue);
const m = messages(words);

interface CoachNoteProps {
  /** What it is about: "Key result 2". */
  of: string;
  advice: Advice;
  /** Its writer keeps it as it is. */
  kept: boolean;
  /** Above the note: "Outcome coach". */
  head?: ReactNode;
  /** Checks that stand beside it already. */
  without?: readonly CheckName[];
  /** Numbers that are known, and what can be done. */
  children?: ReactNode;
}

/**
 * A note at the margin, joined to its line: a tick for an outcome, a solid line for an output, a dotted one for what is
 * vague. Kept as it is, it says no more than that.
 */
export function CoachNote({ of, advice, kept, head, without = [], children }: CoachNoteProps) {
  const look = lookOf(advice, kept);
  const checks = kept ? [] : advice.checks.filter(({ name }) => !without.includes(name)).slice(0, 3);
  return (
    <div className={`coach is-${look}`} role="note" aria-label={m.note({ of })}>
      {head}
      <p className="coach-r">
        {(look === "good" || look === "kept") && <Icon of={check} size={14} />}
        <span>{kept ? m.kept() : <Sentence of={advice.reason} />}</span>
      </p>
      {!kept && advice.question && (
        <p className="coach-q">
          <Sentence of={advice.question} />
        </p>
      )}
      {checks.length > 0 && (
        <ul className="coach-c">
          {checks.map((each) => (
            <li key={each.name}>
              <Sentence of={each.said} />
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
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
