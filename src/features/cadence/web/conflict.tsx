import type { Problem } from "../../../web/problem.ts";
import { Banner } from "../../../web/ui/banner.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./check-in.messages.json";
import type { Entry } from "./desk.ts";
import type { CheckIn, Draft, Report } from "./draft.ts";
import { reported } from "./figures.ts";

const m = messages(catalogue);

/** What to go on with, and the version that is corrected then. */
export interface Theirs {
  draft: Partial<Draft>;
  version: number;
}

interface Held {
  value?: string | null;
  milestonesDone?: string[] | null;
  confidence?: number;
  whatChanged?: string;
  blocker?: string;
  ask?: { id: string; toMemberId: string; text: string } | null;
}

interface MeanwhileProps {
  newest: CheckIn;
  entry: Entry;
  onGoOn: () => void;
  onDiscard: () => void;
}

/** The key result was checked in on while this one was written: what it says, before mine comes after it. */
export function Meanwhile({ newest, entry, onGoOn, onDiscard }: MeanwhileProps) {
  const format = useFormat();
  const words = [
    reported(reportOf(newest, entry), entry.subject.keyResult, format),
    `${m.confidence()} ${newest.confidence}`,
    newest.whatChanged,
  ];
  return (
    <Banner
      kind="conflict"
      fact={m.meanwhile({ name: newest.member.name, time: format.age(newest.recordedAt) })}
      acts={
        <>
          <Button size="sm" onClick={onGoOn}>
            {m.useMine()}
          </Button>
          <Button size="sm" onClick={onDiscard}>
            {m.discardMine()}
          </Button>
        </>
      }
    >
      {m.theirs({ words: words.filter(Boolean).join(", ") })}
    </Banner>
  );
}

/** Somebody else corrected the same check-in: both are shown, one is chosen. */
export function Conflict({ of, entry, onKeep }: { of: Problem; entry: Entry; onKeep: (theirs: Theirs) => void }) {
  const format = useFormat();
  const theirs = of.data.theirs as Held;
  const version = Number(of.data.version);
  const now = reported(reportOf(theirs, entry), entry.subject.keyResult, format);
  const words = [
    now,
    theirs.confidence !== undefined && `${m.confidence()} ${theirs.confidence}`,
    theirs.whatChanged,
    theirs.ask && m.asked({ name: askedIn(theirs.ask, entry).name, text: theirs.ask.text }),
  ];
  return (
    <Banner
      kind="conflict"
      fact={m.conflict()}
      acts={
        <>
          <Button size="sm" onClick={() => onKeep({ draft: {}, version })}>
            {m.useMine()}
          </Button>
          <Button size="sm" onClick={() => onKeep({ draft: asDraft(theirs, entry), version })}>
            {m.useTheirs()}
          </Button>
        </>
      }
    >
      {m.theirs({ words: words.filter(Boolean).join(", ") })}
    </Banner>
  );
}

/** Done and not done are kept as 1 and 0. */
function reportOf({ value, milestonesDone }: Pick<Held, "value" | "milestonesDone">, { subject }: Entry): Report {
  if (milestonesDone) return { milestonesDone };
  if (value == null) return {};
  return subject.keyResult.measure.kind === "done" ? { done: value === "1" } : { value };
}

/** Whom they ask: by name where it is one of those known here. */
function askedIn({ toMemberId }: NonNullable<Held["ask"]>, { draft, subject }: Entry): { id: string; name: string } {
  const known = [draft.askOf, subject.correcting?.ask?.to].find((each) => each?.id === toMemberId);
  return known ?? { id: toMemberId, name: m.somebodyElse() };
}

function asDraft(theirs: Held, entry: Entry): Partial<Draft> {
  const { confidence, whatChanged, blocker, ask } = theirs;
  const { value, milestonesDone, done } = reportOf(theirs, entry);
  return {
    ...(value === undefined ? {} : { value: String(value) }),
    ...(milestonesDone ? { steps: milestonesDone } : {}),
    ...(done === undefined ? {} : { done }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(whatChanged === undefined ? {} : { whatChanged }),
    ...(blocker === undefined ? {} : { blocker }),
    ...(ask ? { askId: ask.id, asked: true, askOf: askedIn(ask, entry), askText: ask.text } : {}),
  };
}
