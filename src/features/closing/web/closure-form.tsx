import { type FormEvent, useState } from "react";
import { useTell } from "../../../web/ask.ts";
import { Conflict, versionMet } from "../../../web/conflict.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Field, Input, Select, TextArea } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import catalogue from "./closing.messages.json";
import { gradeWords, NextField, readScore } from "./grade-form.tsx";
import { invalidates, isUngraded, type Objective, scoreWords } from "./words.ts";

const m = messages(catalogue);

type Settle = "close" | "move" | "leave";
type Settling = Record<string, { settle: Settle; word: string }>;
type Outcome = "validated" | "invalidated" | "not-yet-observable";

/** Grades the objective and closes it with its key results, once what is open on them is settled. */
export function ClosureForm({ objective }: { objective: Objective }) {
  const format = useFormat();
  const { id, title, commitment, suggested, closure, keyResults } = objective;
  const isLearning = commitment === "learning";
  const [score, setScore] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | "">("");
  const [note, setNote] = useState("");
  const [learned, setLearned] = useState("");
  const [next, setNext] = useState<"keep" | "change" | "drop">("keep");
  const [settling, settle] = useState<Settling>({});
  const waiting = keyResults.some(isUngraded);
  const asks = keyResults.flatMap((each) => each.asks);
  const shown = score ?? (suggested && !waiting ? scoreWords(suggested.score, format) : "");
  const save = useTell("closing.objectives.close", {
    invalidates,
    onDone: () => say(m.closedObjective({ title })),
  });
  const write = (version: number) =>
    save.mutate({
      ...{ id, version, note, learned, next },
      score: outcome !== "" || isLearning || shown.trim() === "" ? null : readScore(shown, format.locale),
      outcome: outcome === "" ? null : outcome,
      asks: asks.flatMap((ask) =>
        settling[ask.id] ? [{ id: ask.id, ...(settling[ask.id] as Settling[string]) }] : [],
      ),
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write(closure?.version ?? 0);
  };
  const wordFields = asks.map((_, at) => `asks.${at}.word`);
  return (
    <form className="clo-form" onSubmit={submit} noValidate aria-label={m.scoreOf({ title })}>
      <p className="small">
        {!waiting && suggested ? (
          <b className="num">{m.suggested({ score: scoreWords(suggested.score, format) })}</b>
        ) : null}
        {waiting && m.keyResultsFirst()}
        {!waiting && !suggested && !isLearning && m.nothingToGradeObjective()}
      </p>
      <div className="clo-pair">
        {!isLearning && (
          <Field label={m.score()} hint={m.scoreHint()} error={save.error?.at("score")}>
            <Input
              inputMode="decimal"
              autoComplete="off"
              dir="ltr"
              value={outcome === "" ? shown : ""}
              disabled={outcome !== ""}
              onChange={({ target }) => setScore(target.value)}
            />
          </Field>
        )}
        <Field label={m.outcome()} error={save.error?.at("outcome")}>
          <Select value={outcome} onChange={({ target }) => setOutcome(target.value as Outcome | "")}>
            <option value="">{isLearning ? m.chooseOutcome() : m.aScore()}</option>
            {isLearning && <option value="validated">{m.validated()}</option>}
            {isLearning && <option value="invalidated">{m.invalidated()}</option>}
            <option value="not-yet-observable">{m["not-yet-observable"]()}</option>
          </Select>
        </Field>
        <NextField value={next} onChange={setNext} />
      </div>
      <Field label={m.note()} hint={m.noteHint()} optional error={save.error?.at("note")}>
        <TextArea value={note} onChange={({ target }) => setNote(target.value)} />
      </Field>
      <Field label={m.learned()} optional error={save.error?.at("learned")}>
        <TextArea value={learned} onChange={({ target }) => setLearned(target.value)} />
      </Field>
      {asks.length > 0 && (
        <fieldset className="clo-asks">
          <legend>{m.openAsks()}</legend>
          {asks.map((ask, at) => (
            <AskSettling
              key={ask.id}
              ask={ask}
              value={settling[ask.id]}
              error={save.error?.at(`asks.${at}.word`)}
              onChange={(value) => settle((all) => ({ ...all, [ask.id]: value }))}
            />
          ))}
        </fieldset>
      )}
      <Conflict of={save.error} words={gradeWords} onMine={write} onTheirs={() => save.reset()} />
      <FormProblem
        of={versionMet(save.error) ? null : save.error}
        fields={["score", "note", "learned", "outcome", ...wordFields]}
      />
      <p className="row">
        <Button type="submit" kind={waiting ? "plain" : "primary"} busy={save.isPending}>
          {m.closeObjective()}
        </Button>
      </p>
    </form>
  );
}

interface AskSettlingProps {
  ask: Objective["keyResults"][number]["asks"][number];
  value: Settling[string] | undefined;
  error: string | undefined;
  onChange: (value: Settling[string]) => void;
}

function AskSettling({ ask, value, error, onChange }: AskSettlingProps) {
  const word = value?.word ?? "";
  return (
    <div className="clo-ask">
      <p>
        <span className="meta">{m.askOf({ from: ask.from.name, to: ask.to.name })}</span>
        <br />
        <span dir="auto">{ask.text}</span>
      </p>
      <div className="clo-pair">
        <Field label={m.settle()}>
          <Select
            value={value?.settle ?? ""}
            onChange={({ target }) => onChange({ settle: target.value as Settle, word })}
          >
            <option value="" disabled>
              {m.chooseOutcome()}
            </option>
            <option value="close">{m.close()}</option>
            <option value="move">{m.move()}</option>
            <option value="leave">{m.leave()}</option>
          </Select>
        </Field>
        <Field label={m.word()} optional={value?.settle !== "leave"} error={error}>
          <Input
            value={word}
            onChange={({ target }) => onChange({ settle: value?.settle ?? "close", word: target.value })}
          />
        </Field>
      </div>
    </div>
  );
}
