import { useRef, useState } from "react";
import { api, type OutputOf } from "../../../web/api.ts";
import { useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import catalogue from "./profile.messages.json";
import { saveFile } from "./save-file.ts";

const m = messages(catalogue);

/** The plan as an iCalendar file, and a file to plan from: first what it says, then the act. */
export function CalendarFile() {
  const [content, choose] = useState<string | null>(null);
  const [busy, wait] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const preview = useTell("workplace.calendar.preview");
  const plan = useTell("workplace.calendar.import", {
    invalidates: ["workplace"],
    onDone: () => {
      choose(null);
      preview.reset();
      say(m.imported());
    },
  });
  const read = async (chosen: File | undefined) => {
    if (!chosen) return;
    const text = await chosen.text();
    choose(text);
    preview.mutate({ content: text });
  };
  const save = async () => {
    wait(true);
    await api.workplace.calendar
      .export({})
      .then(saveFile)
      .finally(() => wait(false));
  };
  return (
    <div>
      <h3 className="label">{m.calendar()}</h3>
      <p className="meta">{m.calendarWords()}</p>
      <form>
        <p className="row form-acts">
          <Button busy={busy} onClick={() => void save()}>
            {m.export()}
          </Button>
          <Button busy={preview.isPending} onClick={() => file.current?.click()}>
            {m.choose()}
          </Button>
          <input
            ref={file}
            type="file"
            accept=".ics,text/calendar"
            aria-label={m.choose()}
            hidden
            onChange={({ target }) => {
              void read(target.files?.[0]);
              target.value = "";
            }}
          />
        </p>
        <FormProblem of={preview.error ?? plan.error} fields={[]} />
      </form>
      {content && preview.data && (
        <Reading
          reading={preview.data}
          busy={plan.isPending}
          onCancel={() => choose(null)}
          onPlan={() => plan.mutate({ content })}
        />
      )}
    </div>
  );
}

interface ReadingProps {
  reading: OutputOf<"workplace.calendar.preview">;
  busy: boolean;
  onCancel: () => void;
  onPlan: () => void;
}

function Reading({ reading: { days, timeOff, notUnderstood }, busy, onCancel, onPlan }: ReadingProps) {
  return (
    <section aria-label={m.reading()}>
      <p className="wp-r">
        {m.planDays({ count: days.length })}, {m.offDays({ count: timeOff.length })}.
      </p>
      {notUnderstood.length > 0 && (
        <>
          <p className="wp-r">{m.notRead({ count: notUnderstood.length })}.</p>
          <ul className="wp-r">
            {notUnderstood.map(({ line, text, reason }) => (
              <li key={`${line} ${reason}`}>{text ? m.line({ line, text, reason }) : m.lineAlone({ line, reason })}</li>
            ))}
          </ul>
        </>
      )}
      <p className="row">
        <Button onClick={onCancel}>{m.cancel()}</Button>
        {(days.length > 0 || timeOff.length > 0) && (
          <Button kind="primary" busy={busy} onClick={onPlan}>
            {m.import()}
          </Button>
        )}
      </p>
    </section>
  );
}
