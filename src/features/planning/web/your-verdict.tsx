import { type FormEvent, useState } from "react";
import { useSession } from "../../../web/session.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Field, TextArea } from "../../../web/ui/field.tsx";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./review.messages.json";
import { useStudio } from "./studio-context.ts";

const m = messages(catalogue);

/** Approve, or ask for changes with what should change. */
export default function YourVerdict() {
  const { studio, act, attempt } = useStudio();
  const [asking, ask] = useState(false);
  const [note, write] = useState("");
  const [tried, trying] = useState(false);
  const { id, version, review } = studio;
  const { member } = useSession();
  const verdict = review?.reviewers.find((each) => each.member.id === member.id)?.verdict;
  const approve = () => void attempt(() => act("planning.plans.review", { id, version, verdict: "approved" }));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    trying(true);
    if (note.trim() === "") return;
    if (await attempt(() => act("planning.plans.review", { id, version, verdict: "changes", note }))) ask(false);
  };
  if (!asking)
    return (
      <p className="row">
        {verdict !== "approved" && (
          <Button kind={verdict === "waiting" ? "primary" : "plain"} onClick={approve}>
            {m.approve()}
          </Button>
        )}
        <Button onClick={() => ask(true)}>{m.askForChanges()}</Button>
      </p>
    );
  return (
    <form onSubmit={(event) => void send(event)}>
      <Field label={m.whatChange()} error={tried && note.trim() === "" ? m.noteNeeded() : undefined}>
        <TextArea autoFocus maxLength={2000} value={note} onChange={({ target }) => write(target.value)} />
      </Field>
      <p className="row">
        <Button type="submit" kind="primary">
          {m.askForChanges()}
        </Button>
        <Button onClick={() => ask(false)}>{m.cancel()}</Button>
      </p>
    </form>
  );
}
