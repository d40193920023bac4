import { type FormEvent, useState } from "react";
import { useSession } from "../../../web/session.ts";
import { Avatar } from "../../../web/ui/avatar.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Field, TextArea } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { m, type Studio } from "./asking.ts";
import { closingWords, placeOf } from "./closing-words.ts";
import { useStudio } from "./studio-context.ts";

type Review = NonNullable<Studio["review"]>;

/** Who was asked, what they said, and until when where each of them is; your own verdict first. */
export function ReviewPanel() {
  const { studio } = useStudio();
  const { review, can } = studio;
  if (!review) return null;
  return (
    <section className="plan-rev" aria-labelledby="plan-rev">
      <div className="d-h">
        <h2 id="plan-rev">{m.review()}</h2>
        <span className="meta">{m.askedBy({ name: review.askedBy?.name ?? m.somebody() })}</span>
      </div>
      {can.review && <YourVerdict />}
      <ul>
        {review.reviewers.map((reviewer) => (
          <Reviewer key={reviewer.member.id} of={reviewer} closes={review.closes} />
        ))}
      </ul>
    </section>
  );
}

function Reviewer({ of, closes }: { of: Review["reviewers"][number]; closes: Review["closes"] }) {
  const format = useFormat();
  const { member } = useSession();
  const { verdict, note, timeZone, closesAt, changedSince, left } = of;
  const mine = of.member.id === member.id;
  const until =
    verdict === "waiting" && closes && closesAt && !left
      ? mine || timeZone === format.timeZone
        ? m.untilHere({ when: closingWords(closes, format) })
        : m.untilThere({
            when: closingWords(closes, format),
            place: placeOf(timeZone),
            here: format.moment(closesAt),
          })
      : null;
  return (
    <li>
      <Avatar name={of.member.name} size={20} />
      <span dir="auto">{of.member.name}</span>
      <b>{left ? m.left() : m[`verdict-${verdict}`]()}</b>
      {changedSince && <span className="meta">{m.changedSince()}</span>}
      {until && <span className="meta">{until}</span>}
      {note && (
        <q className="small" dir="auto">
          {note}
        </q>
      )}
    </li>
  );
}

/** Approve, or ask for changes with what should change. */
function YourVerdict() {
  const { studio, act, attempt } = useStudio();
  const [asking, ask] = useState(false);
  const [note, write] = useState("");
  const [tried, trying] = useState(false);
  const { id, version } = studio;
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
        <Button kind="primary" onClick={approve}>
          {m.approve()}
        </Button>
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
