import { useState } from "react";
import { Link } from "wouter";
import type { OutputOf } from "../../../web/api.ts";
import { useAsk } from "../../../web/ask.ts";
import { Button } from "../../../web/ui/button.tsx";
import { type Format, useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./plans-waiting.messages.json";
import "./plans-waiting.css";

const m = messages(catalogue);

type Waiting = OutputOf<"planning.plans.waiting">["items"][number];
type Review = NonNullable<Waiting["review"]>;

/** Plans that are shown before the others are asked for. */
const first = 3;

/** A notice for whoever is asked to review a plan, or to accept a key result in one. */
export function PlansWaiting() {
  const asked = useAsk("planning.plans.waiting", undefined, { live: ["plan"] });
  const [all, show] = useState(false);
  const items = asked.data?.items ?? [];
  if (items.length === 0) return null;
  const rest = items.length - first;
  return (
    <section className="plans-wait" aria-labelledby="plans-waiting">
      <h2 id="plans-waiting">{m.title()}</h2>
      <ul>
        {(all ? items : items.slice(0, first)).map((each) => (
          <Plan key={each.plan.id} of={each} />
        ))}
      </ul>
      {rest > 0 && (
        <Button kind="quiet" size="sm" aria-expanded={all} onClick={() => show(!all)}>
          {all ? m.fewer() : m.more({ count: rest })}
        </Button>
      )}
    </section>
  );
}

function Plan({ of: { plan, review, keyResults } }: { of: Waiting }) {
  const format = useFormat();
  const href = `/plan/${plan.id}`;
  const named = { whose: whose(plan), cycle: plan.cycle.name };
  return (
    <li>
      {review && (
        <p>
          <Link className="link" href={href} dir="auto">
            {m.review(named)}
          </Link>{" "}
          <span className="meta">{wordsOf(review, format)}</span>
        </p>
      )}
      {keyResults.length > 0 && (
        <p>
          <Link className="link" href={href} dir="auto">
            {m.accept({ ...named, count: keyResults.length })}
          </Link>{" "}
          <span className="meta" dir="auto">
            {format.list(keyResults.map(({ title }) => m.quoted({ title })))}
          </span>
        </p>
      )}
    </li>
  );
}

function whose({ level, team, owner }: Waiting["plan"]): string {
  if (level === "company") return m.company();
  return team?.name ?? owner?.name ?? m.personal();
}

/** Who asks, whether it is asked again, and until when. */
function wordsOf({ askedBy, changedSince, closes, closesAt }: Review, format: Format): string {
  const until = closes && { day: format.longDate(closes.on), time: format.plainTime(closes.at) };
  const isOver = closesAt !== null && Date.parse(closesAt) <= Date.now();
  return [
    askedBy && m.askedBy({ name: askedBy.name }),
    changedSince && m.changedSince(),
    until && (isOver ? m.closed(until) : m.closes(until)),
  ]
    .filter(Boolean)
    .join(" · ");
}
