import { type FormEvent, useState } from "react";
import { Button } from "../../../web/ui/button.tsx";
import { Confidence } from "../../../web/ui/confidence.tsx";
import { Field, Input } from "../../../web/ui/field.tsx";
import type { KeyResult } from "./asking.ts";
import { m } from "./dialog-words.ts";
import { useStudio } from "./studio-context.ts";
import "./dialogs.css";

interface AnswerProps {
  keyResult: KeyResult;
  onClose: () => void;
}

/** Accepts with a first confidence. */
export function Accept({ keyResult: { id, version }, onClose }: AnswerProps) {
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

/** Declines with a reason. */
export function Decline({ keyResult: { id, version }, onClose }: AnswerProps) {
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
