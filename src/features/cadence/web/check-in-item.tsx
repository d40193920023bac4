import type { ReactNode } from "react";
import type { Problem } from "../../../web/problem.ts";
import { Banner } from "../../../web/ui/banner.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { arrowRight } from "../../../web/ui/further-icons.ts";
import { Icon } from "../../../web/ui/icon.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { StatusMark } from "../../../web/ui/status.tsx";
import catalogue from "./check-in.messages.json";
import { CheckInFields } from "./check-in-fields.tsx";
import { Conflict, Meanwhile, type Theirs } from "./conflict.tsx";
import type { Entry } from "./desk.ts";
import { type CheckIn, type Draft, isTouched, readDraft } from "./draft.ts";
import { reported, standsAt } from "./figures.ts";
import { useEffectOf } from "./live-effect.tsx";
import { sentence } from "./report-field.tsx";

const m = messages(catalogue);

interface ItemProps {
  entry: Entry;
  isActive: boolean;
  /** A person asked to save or send: what is wrong is said. */
  isLookedAt: boolean;
  refusal: Problem | undefined;
  onOpen: () => void;
  onChange: (part: Partial<Draft>) => void;
  onDiscard: () => void;
  onAgain: () => void;
  onKeep: (theirs: Theirs) => void;
  onGoOn: (newest: CheckIn) => void;
}

/** A stop of the stepper: written, ready, sent, or still to come. */
export function CheckInItem(props: ItemProps) {
  const { entry, isActive } = props;
  const { stage, subject } = entry;
  const kind = isActive ? "is-active" : stage === "writing" ? "is-next" : "is-done";
  return (
    <li className={`ci-item ${kind}`} aria-current={isActive ? "step" : undefined}>
      <div className="ci-h">
        <h2 dir="auto">{subject.keyResult.title}</h2>
        <Acts {...props} />
      </div>
      {isActive ? <Writing {...props} /> : stage === "writing" ? <Waiting {...props} /> : <Summary entry={entry} />}
    </li>
  );
}

function Acts({ entry, isActive, onOpen, onDiscard, onAgain }: ItemProps) {
  const { stage, sent, subject, draft } = entry;
  const format = useFormat();
  if (isActive) {
    if (sent || !isTouched(draft, subject)) return null;
    return (
      <span className="ci-q">
        <Button kind="quiet" size="sm" onClick={onDiscard}>
          {m.discard()}
        </Button>
      </span>
    );
  }
  const words = stage === "ready" ? m.ready() : sent ? m.sent({ time: format.age(sent.recordedAt) }) : "";
  return (
    <span className="ci-q">
      <span className="ci-when">{words}</span>
      {stage === "sent" && subject.correcting && (
        <Button kind="quiet" size="sm" onClick={onAgain}>
          {m.again()}
        </Button>
      )}
      <Button kind={stage === "writing" ? "plain" : "quiet"} size="sm" onClick={onOpen}>
        {stage === "writing" ? m.begin() : m.edit()}
        <span className="sr">: {subject.keyResult.title}</span>
      </Button>
    </span>
  );
}

function Writing(props: ItemProps) {
  const { entry, isLookedAt, refusal, onChange } = props;
  const { subject, draft } = entry;
  const { locale } = useFormat();
  const reading = readDraft(draft, subject, locale);
  const wrong = (field: string) => {
    const own = isLookedAt ? reading.problems.find((problem) => problem.field === field) : undefined;
    return refusal?.at(field) ?? (own && sentence(own));
  };
  return (
    <>
      {refusal && <Refusal {...props} of={refusal} />}
      <CheckInFields
        subject={subject}
        draft={draft}
        reading={reading}
        wrong={wrong}
        onChange={onChange}
        isAnswered={subject.correcting?.ask?.closedAt != null}
      />
    </>
  );
}

const ownFields = ["value", "done", "confidence", "whatChanged", "blocker", "ask", "ask.toMemberId", "ask.text"];

/** What the server refused that no field here can say. */
function Refusal({ of, entry, onKeep, onGoOn, onDiscard }: ItemProps & { of: Problem }) {
  const { title } = entry.subject.keyResult;
  const newest = of.data.meanwhile as CheckIn | undefined;
  if (newest) return <Meanwhile {...{ newest, entry, onDiscard }} onGoOn={() => onGoOn(newest)} />;
  if (of.status === 409 && of.data.theirs) return <Conflict of={of} entry={entry} onKeep={onKeep} />;
  const others = of.problems.filter(({ field }) => !ownFields.includes(field));
  if (of.unreachable || (of.problems.length > 0 && others.length === 0)) return null;
  const words = others.length > 0 ? others.map(({ field }) => of.at(field)).join(" ") : of.detail || of.title;
  return (
    <Banner kind="error" fact={m.refused({ title })}>
      {words}
    </Banner>
  );
}

function Waiting({ entry: { subject } }: ItemProps) {
  const format = useFormat();
  const { keyResult, last } = subject;
  const stood = standsAt(keyResult, format);
  return (
    <p className="ci-sum">
      <span className="num">
        {stood === null ? m.wasNot() : last ? m.was({ value: stood, day: format.day(last.recordedAt) }) : stood}
      </span>
    </p>
  );
}

function Summary({ entry }: { entry: Entry }) {
  const { subject, draft } = entry;
  const format = useFormat();
  const { report } = readDraft(draft, subject, format.locale);
  const { data } = useEffectOf(subject, Object.keys(report).length > 0 ? report : null);
  const before = subject.correcting ? null : standsAt(subject.keyResult, format);
  const now = reported(report, subject.keyResult, format);
  return (
    <div className="ci-sum">
      {now !== null && (
        <span className="num big">
          {before !== null && before !== now && (
            <>
              {before}
              <Icon of={arrowRight} size={12} />
            </>
          )}
          <b>{now}</b>
        </span>
      )}
      <Said label={m.confidence()}>{draft.confidence}</Said>
      {data && <StatusMark status={data.after.status.status} end={data.after.status.end} />}
      {draft.whatChanged.trim() && (
        <p className="ci-note" dir="auto">
          {draft.whatChanged}
        </p>
      )}
      {draft.askOf && <p className="ci-note">{m.asked({ name: draft.askOf.name, text: draft.askText })}</p>}
    </div>
  );
}

function Said({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span>
      {label} <b className="num">{children}</b>
    </span>
  );
}
