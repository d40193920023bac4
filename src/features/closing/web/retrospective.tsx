import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import type { OutputOf } from "../../../web/api.ts";
import { useAsk, useTell } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { Conflict, versionMet } from "../../../web/conflict.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Confirm } from "../../../web/ui/confirm.tsx";
import { Field, TextArea } from "../../../web/ui/field.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import catalogue from "./retrospective.messages.json";
import "./closing.css";

const m = messages(catalogue);

type Answer = OutputOf<"closing.retrospectives.get">;
const questions = ["helped", "hindered", "tries"] as const;

/** A retrospective: written alone first, then read together. */
export function RetrospectivePage({ id, missing }: { id: string; missing: React.ReactNode }) {
  const asked = useAsk("closing.retrospectives.get", { id }, { live: ["cycle"] });
  if (asked.error?.leadsNowhere) return missing;
  return (
    <Asked of={asked} what={m.retrospective()} head={<PageHead title={m.retrospective()} />} rows={6}>
      {(answer) => <Whole answer={answer} />}
    </Asked>
  );
}

function Whole({ answer }: { answer: Answer }) {
  const { team, cycle, together, can, written } = answer;
  return (
    <>
      <PageHead
        title={m.title({ team: team?.name ?? m.everyone() })}
        sub={
          <>
            <Link className="link" href={`/closing?cycle=${cycle.id}`} dir="auto">
              {m.back({ cycle: cycle.name })}
            </Link>
            {" · "}
            {m.written({ count: written })}
          </>
        }
        acts={can.open && <Open answer={answer} />}
      />
      {together ? (
        <Together together={together} />
      ) : can.write ? (
        <Mine key={answer.id} answer={answer} />
      ) : (
        <p>{m.waits()}</p>
      )}
    </>
  );
}

function Open({ answer: { id, written } }: { answer: Answer }) {
  const [asking, ask] = useState(false);
  const open = useTell("closing.retrospectives.open", {
    invalidates: ["closing", "activity.history"],
    onDone: () => {
      ask(false);
      say(m.opened());
    },
  });
  return (
    <>
      <Button onClick={() => ask(true)}>{m.open()}</Button>
      <Confirm
        open={asking}
        onClose={() => ask(false)}
        title={m.openTitle()}
        verb={m.open()}
        busy={open.isPending}
        onConfirm={() => open.mutate({ id })}
      >
        <p>{m.openWords({ count: written })}</p>
        <FormProblem of={open.error} fields={[]} />
      </Confirm>
    </>
  );
}

function Mine({ answer }: { answer: Answer }) {
  const [words, write] = useState({
    helped: answer.mine?.helped ?? "",
    hindered: answer.mine?.hindered ?? "",
    tries: answer.mine?.tries ?? "",
  });
  const save = useTell("closing.retrospectives.write", { invalidates: ["closing"], onDone: () => say(m.saved()) });
  const send = (version: number) => save.mutate({ id: answer.id, version, ...words });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(answer.mine?.version ?? 0);
  };
  const wordsOf = (field: string, value: unknown) =>
    questions.some((each) => each === field) && value
      ? { label: m[field as (typeof questions)[number]](), value: String(value) }
      : undefined;
  return (
    <form className="clo-form clo-mine" onSubmit={submit} noValidate>
      <p>
        {m.alone()} {answer.named ? m.aloneNamed() : m.aloneUnnamed()}
      </p>
      {questions.map((question) => (
        <Field key={question} label={m[question]()} optional error={save.error?.at(question)}>
          <TextArea
            rows={4}
            value={words[question]}
            onChange={({ target }) => write((before) => ({ ...before, [question]: target.value }))}
          />
        </Field>
      ))}
      <Conflict of={save.error} words={wordsOf} onMine={send} onTheirs={() => save.reset()} />
      <FormProblem of={versionMet(save.error) ? null : save.error} fields={questions} />
      <p className="row">
        <Button type="submit" kind="primary" busy={save.isPending}>
          {m.save()}
        </Button>
      </p>
    </form>
  );
}

function Together({ together }: { together: NonNullable<Answer["together"]> }) {
  return (
    <div className="stack">
      <p className="small">{m.together()}</p>
      {questions.map((question) => (
        <section key={question}>
          <SectionHead title={m[question]()} />
          {together[question].length === 0 && <p className="small">{m.nothing()}</p>}
          <ul className="clo-words">
            {together[question].map(({ text, member }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what is written is shown for good and never moves
              <li key={at}>
                <p dir="auto">{text}</p>
                {member && (
                  <span className="meta" dir="auto">
                    {member.name}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
