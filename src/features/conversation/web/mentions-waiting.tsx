import { useState } from "react";
import { Link } from "wouter";
import type { OutputOf } from "../../../web/api.ts";
import { useAsk } from "../../../web/ask.ts";
import { Button } from "../../../web/ui/button.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { CommentWords } from "./comment-words.tsx";
import catalogue from "./mentions-waiting.messages.json";
import "./mentions-waiting.css";

const m = messages(catalogue);

type Waiting = OutputOf<"conversation.mentions.waiting">["items"][number];

/** Rows that are shown before the others are asked for. */
const first = 3;

/** A notice for whoever is mentioned in a comment that they have not opened yet. */
export function MentionsWaiting() {
  const asked = useAsk("conversation.mentions.waiting", undefined, { live: ["mention"] });
  const [all, show] = useState(false);
  const items = asked.data?.items ?? [];
  if (items.length === 0) return null;
  const rest = items.length - first;
  return (
    <section className="ment-wait" aria-labelledby="ment-waiting">
      <h2 id="ment-waiting">{m.title()}</h2>
      <ul>
        {(all ? items : items.slice(0, first)).map((each) => (
          <Mention key={each.comment.id} of={each} />
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

const pages = {
  plan: "/plan",
  objective: "/objectives",
  policy: "/policies",
  "written-decision": "/decisions",
} as const;

function Mention({ of: { comment, title, page } }: { of: Waiting }) {
  const format = useFormat();
  const { id, author, at } = comment;
  return (
    <li>
      <p>
        <Link className="link" href={`${pages[page.kind]}/${page.id}#comment-${id}`} dir="auto">
          {title === null ? m.onPlan({ name: author.name }) : m.onLine({ name: author.name, title })}
        </Link>{" "}
        <span className="meta">{format.age(at)}</span>
      </p>
      <CommentWords of={comment} className="ment-t" />
    </li>
  );
}
