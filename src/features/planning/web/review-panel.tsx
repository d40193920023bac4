import { Suspense } from "react";
import { later } from "../../../web/later.tsx";
import { useSession } from "../../../web/session.ts";
import { Avatar } from "../../../web/ui/avatar.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import type { Studio } from "./asking.ts";
import { closingHere, closingWords, placeOf } from "./closing-words.ts";
import { useStudio } from "./studio-context.ts";
import "./review.css";
import catalogue from "./review.messages.json";

const m = messages(catalogue);

const YourVerdict = later(() => import("./your-verdict.tsx"));

type Review = NonNullable<Studio["review"]>;

/** Who was asked, what they said, and until when where each of them is; your own verdict first. */
export default function ReviewPanel() {
  const { studio } = useStudio();
  const { review, can } = studio;
  if (!review) return null;
  return (
    <section className="plan-rev" aria-labelledby="plan-rev">
      <div className="d-h">
        <h2 id="plan-rev">{m.review()}</h2>
        <span className="meta">{m.askedBy({ name: review.askedBy?.name ?? m.somebody() })}</span>
      </div>
      {can.review && (
        <Suspense>
          <YourVerdict />
        </Suspense>
      )}
      <ul>
        {review.reviewers.map((reviewer) => (
          <Reviewer
            key={reviewer.member.id}
            of={reviewer}
            closes={review.closes}
            isDiscarded={studio.state === "discarded"}
          />
        ))}
      </ul>
    </section>
  );
}

interface ReviewerProps {
  of: Review["reviewers"][number];
  closes: Review["closes"];
  /** Nobody is waited for any more. */
  isDiscarded: boolean;
}

function Reviewer({ of, closes, isDiscarded }: ReviewerProps) {
  const format = useFormat();
  const { member } = useSession();
  const { verdict, note, timeZone, closesAt, changedSince, left } = of;
  const mine = of.member.id === member.id;
  const until =
    verdict === "waiting" && closes && closesAt && !left && !isDiscarded
      ? mine || timeZone === format.timeZone
        ? m.untilHere({ when: closingWords(closes, format) })
        : m.untilThere({
            when: closingWords(closes, format),
            place: placeOf(timeZone),
            here: closingHere(closesAt, closes, format),
          })
      : null;
  return (
    <li>
      <Avatar name={of.member.name} size={20} />
      <span dir="auto">{of.member.name}</span>
      <b>{left ? m.left() : isDiscarded && verdict === "waiting" ? m.discarded() : m[`verdict-${verdict}`]()}</b>
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
