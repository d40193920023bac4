import { useState } from "react";
import type { OutputOf } from "../../../../web/api.ts";
import { useAsk, useTell } from "../../../../web/ask.ts";
import { Asked } from "../../../../web/asked.tsx";
import { FormProblem } from "../../../../web/form-problem.tsx";
import { newId } from "../../../../web/id.ts";
import { useKept } from "../../../../web/kept.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Field, Input } from "../../../../web/ui/field.tsx";
import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { say } from "../../../../web/ui/status-line.tsx";
import { AskInWriting } from "./ask-in-writing.tsx";
import { Costs, OtherTimes } from "./costs.tsx";
import { daysAfter, type Group, m, useMoments } from "./words.ts";

type Week = OutputOf<"workplace.week">;
type Found = OutputOf<"workplace.overlap.bestTimes">;

const lengths = [15, 30, 45, 60, 90, 120];
const repeats = [1, 4, 8, 12, 26];

/** The best time for a meeting of these people with what each place pays, and the two things to do about it. */
export function BestTime({ week, group }: { week: Week; group: Group }) {
  const [among, choose] = useState({ minutes: 45, weeks: 1, wide: false });
  const { minutes, weeks, wide } = among;
  // From tomorrow on: nobody is called to a meeting in the night that has begun.
  const from = [week.startsOn, daysAfter(week.today, 1)].sort()[1] as string;
  const shown = { from, to: [week.endsOn, from].sort()[1] as string };
  const span = wide ? { from: shown.from, to: daysAfter(shown.from, 13) } : shown;
  const asked = useAsk(
    "workplace.overlap.bestTimes",
    { ...group, minutes, weeks, ...span },
    { live: ["meeting", "presence", "organisation", "team", "member"], keepPrevious: true },
  );
  return (
    <section>
      <SectionHead title={m.bestTime()} aside={asked.data && m.people({ count: asked.data.people })} />
      <p className="tog-f">
        <Pick label={m.length()} value={minutes} onChange={(value) => choose({ ...among, minutes: value })}>
          {lengths.map((each) => [each, m.minutes({ count: each })])}
        </Pick>
        <Pick label={m.when()} value={Number(wide)} onChange={(value) => choose({ ...among, wide: value === 1 })}>
          {[
            [0, m.shownDays()],
            [1, m.twoWeeks()],
          ]}
        </Pick>
        <Pick label={m.repeats()} value={weeks} onChange={(value) => choose({ ...among, weeks: value })}>
          {repeats.map((each) => [each, each === 1 ? m.once() : m.weekly({ count: each })])}
        </Pick>
      </p>
      {asked.error?.status === 422 ? (
        <FormProblem of={asked.error} fields={[]} />
      ) : (
        <Asked of={asked} what={m.bestTime()} rows={5}>
          {(found) => <Proposal {...{ found, group, minutes, weeks }} today={week.today} />}
        </Asked>
      )}
    </section>
  );
}

interface PickProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
  children: (readonly [number, string])[];
}

function Pick({ label, value, onChange, children }: PickProps) {
  return (
    <select
      className="input"
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(Number(target.value))}
    >
      {children.map(([each, words]) => (
        <option key={each} value={each}>
          {words}
        </option>
      ))}
    </select>
  );
}

interface ProposalProps {
  found: Found;
  group: Group;
  minutes: number;
  weeks: number;
  /** The reader's day. */
  today: string;
}

function Proposal({ found, group, minutes, weeks, today }: ProposalProps) {
  const format = useMoments();
  const [chosen, choose] = useState<string>();
  const [title, write, forget] = useKept<string>("meeting-title", () => "");
  const [id, renew] = useState(newId);
  const [asking, ask] = useState(false);
  const undo = useTell("workplace.meetings.cancel", { invalidates: ["workplace"], onDone: () => say(m.cancelled()) });
  const take = useTell("workplace.meetings.create", {
    invalidates: ["workplace"],
    onDone: (meeting) => {
      forget();
      write("");
      renew(newId());
      const at = { day: format.weekday(meeting.startsAt), time: format.time(meeting.startsAt) };
      say(m.agreed(at), () => undo.mutate({ id: meeting.id }));
    },
  });
  const time = found.times.find(({ startsAt }) => startsAt === chosen) ?? found.times[0];
  return (
    <>
      {time ? (
        <>
          <p className="tog-best">
            {format.weekday(time.startsAt)} {format.time(time.startsAt)} <small>{format.day(time.startsAt)}</small>
          </p>
          <Costs time={time} />
          <OtherTimes times={found.times} chosen={time.startsAt} onChoose={choose} />
          <Field label={m.about()} error={take.error?.at("title")}>
            <Input value={title} onChange={({ target }) => write(target.value)} />
          </Field>
        </>
      ) : (
        <p className="small">
          <b>{m.none()}.</b> {m.noneWords()}
        </p>
      )}
      <FormProblem of={take.error} fields={["title"]} />
      <p className="row tog-go">
        {time && (
          <Button
            kind="primary"
            busy={take.isPending}
            onClick={() => take.mutate({ id, title, ...group, startsAt: time.startsAt, minutes, weeks })}
          >
            {m.propose({ day: format.weekday(time.startsAt) })}
          </Button>
        )}
        <Button onClick={() => ask(true)}>{m.inWriting()}</Button>
      </p>
      <AskInWriting open={asking} onClose={() => ask(false)} group={group} begun={title} today={today} />
    </>
  );
}
