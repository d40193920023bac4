import { type FormEvent, useState } from "react";
import { Button } from "../../../web/ui/button.tsx";
import { Confidence } from "../../../web/ui/confidence.tsx";
import { Field, Input } from "../../../web/ui/field.tsx";
import { type KeyResult, m } from "./asking.ts";
import { focusLine, useStudio } from "./studio-context.ts";

/** What the owner says of a key result: accepted with a confidence, declined with a reason, or still asked. */
export function Acceptance({ keyResult }: { keyResult: KeyResult }) {
  const { act, attempt } = useStudio();
  const [answering, answer] = useState<"accepted" | "declined" | null>(null);
  const { acceptance, can, owner, id, title } = keyResult;
  const close = () => {
    answer(null);
    focusLine(id);
  };
  if (answering)
    return answering === "accepted" ? (
      <Accept keyResult={keyResult} onClose={close} />
    ) : (
      <Decline keyResult={keyResult} onClose={close} />
    );
  if (!owner) return null;
  const said = acceptance.answer !== "waiting";
  return (
    <p className="row accept">
      {acceptance.answer === "accepted" && (
        <span className="meta">{m.accepted({ name: owner.name, mark: acceptance.confidence ?? "–" })}</span>
      )}
      {acceptance.answer === "declined" && (
        <span className="meta" dir="auto">
          {m.declinedWith({ name: owner.name, reason: acceptance.reason })}
        </span>
      )}
      {!said && !can.accept && <span className="meta">{m.waitsFor({ name: owner.name })}</span>}
      {can.accept && !said && (
        <>
          <Button size="sm" aria-label={m.acceptOf({ title })} onClick={() => answer("accepted")}>
            {m.accept()}
          </Button>
          <Button kind="quiet" size="sm" aria-label={m.declineOf({ title })} onClick={() => answer("declined")}>
            {m.decline()}
          </Button>
        </>
      )}
      {can.accept && said && (
        <Button
          kind="quiet"
          size="sm"
          onClick={() => void attempt(() => act("planning.draftKeyResults.takeBackAcceptance", { id }))}
        >
          {m.takeBack()}
        </Button>
      )}
    </p>
  );
}

interface AnswerProps {
  keyResult: KeyResult;
  onClose: () => void;
}

function Accept({ keyResult: { id, version }, onClose }: AnswerProps) {
  const { act, attempt } = useStudio();
  const [confidence, say] = useState<number | null>(null);
  const [tried, trying] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    trying(true);
    if (confidence === null) return;
    const answer = { id, version, answer: "accepted" as const, confidence };
    if (await attempt(() => act("planning.draftKeyResults.accept", answer))) onClose();
  };
  return (
    <form className="accept-f" onSubmit={(event) => void send(event)}>
      <Confidence value={confidence} onChange={say} />
      {tried && confidence === null && (
        <p className="plan-bad" role="alert">
          {m.confidenceNeeded()}
        </p>
      )}
      <p className="row">
        <Button type="submit" size="sm" kind="primary">
          {confidence === null ? m.accept() : m.acceptWith({ mark: confidence })}
        </Button>
        <Button size="sm" onClick={onClose}>
          {m.cancel()}
        </Button>
      </p>
    </form>
  );
}

function Decline({ keyResult: { id, version }, onClose }: AnswerProps) {
  const { act, attempt } = useStudio();
  const [reason, write] = useState("");
  const [tried, trying] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    trying(true);
    if (reason.trim() === "") return;
    if (await attempt(() => act("planning.draftKeyResults.accept", { id, version, answer: "declined", reason })))
      onClose();
  };
  return (
    <form className="accept-f" onSubmit={(event) => void send(event)}>
      <Field label={m.whyDecline()} error={tried && reason.trim() === "" ? m.reasonNeeded() : undefined}>
        <Input maxLength={2000} value={reason} autoFocus onChange={({ target }) => write(target.value)} />
      </Field>
      <p className="row">
        <Button type="submit" size="sm" kind="primary">
          {m.decline()}
        </Button>
        <Button size="sm" onClick={onClose}>
          {m.cancel()}
        </Button>
      </p>
    </form>
  );
}
