import { Link } from "wouter";
import { api, type OutputOf } from "../../../../web/api.ts";
import { useAsk, useTell } from "../../../../web/ask.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { say } from "../../../../web/ui/status-line.tsx";
import { saveFile } from "../save-file.ts";
import { m, useMoments } from "./words.ts";

/** The reader's meetings in the days shown, and questions that are open: nothing where there are none. */
export function Mine({ week }: { week: OutputOf<"workplace.week"> }) {
  const meetings = useAsk(
    "workplace.meetings.list",
    { from: week.startsOn, to: week.endsOn },
    { live: ["meeting"], keepPrevious: true },
  );
  const decisions = useAsk("workplace.decisions.list", undefined, { live: ["written-decision"] });
  const open = (decisions.data?.items ?? []).filter(({ state, waits }) => state !== "decided" || waits);
  return (
    <>
      {(meetings.data?.items.length ?? 0) > 0 && (
        <section>
          <SectionHead title={m.yourMeetings()} />
          <ul className="tog-m">
            {meetings.data?.items.map(({ at, meeting }) => (
              <Meeting key={`${at} ${meeting.id}`} at={at} meeting={meeting} />
            ))}
          </ul>
        </section>
      )}
      {open.length > 0 && (
        <section>
          <SectionHead title={m.inWritingTitle()} />
          <ul className="tog-m">
            {open.map((decision) => (
              <Question key={decision.id} decision={decision} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type Listed = OutputOf<"workplace.meetings.list">["items"][number];

function Meeting({ at, meeting: { id, title, can } }: Listed) {
  const format = useMoments();
  const cancel = useTell("workplace.meetings.cancel", { invalidates: ["workplace"], onDone: () => say(m.cancelled()) });
  const save = async () => saveFile(await api.workplace.meetings.calendar({ id }));
  return (
    <li>
      <span className="meta">{format.dayAndTime(at)}</span>
      <b dir="auto">{title}</b>
      <span className="row">
        <Button size="sm" kind="quiet" aria-label={m.save({ title })} onClick={() => void save()}>
          {m.saveShort()}
        </Button>
        {can.cancel && (
          <Button size="sm" kind="quiet" aria-label={m.cancel({ title })} onClick={() => cancel.mutate({ id })}>
            {m.cancelShort()}
          </Button>
        )}
      </span>
    </li>
  );
}

function Question({ decision }: { decision: OutputOf<"workplace.decisions.get"> }) {
  const format = useMoments();
  const { id, question, closesAt, state, waits } = decision;
  return (
    <li>
      <Link className="link" href={`/decisions/${id}`} dir="auto">
        {question}
      </Link>
      <span className="meta">
        {state === "due" ? m.due() : m.closes({ when: format.dayAndTime(closesAt) })}
        {waits && `, ${m.waits()}`}
      </span>
    </li>
  );
}
