import { Link } from "wouter";
import type { OutputOf } from "../../../../web/api.ts";
import { useAsk } from "../../../../web/ask.ts";
import { Asked } from "../../../../web/asked.tsx";
import { messages } from "../../../../web/ui/messages.ts";
import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { useSentenceWords, w } from "../words.ts";
import catalogue from "./list.messages.json";

const m = messages(catalogue);
const ended = { keep: "kept", change: "changed", stop: "stopped" } as const;

/** What was decided, with its reason: nobody tries the same twice without knowing. */
export function Tried() {
  const asked = useAsk("policies.policies.tried", undefined, { live: ["policy"] });
  return (
    <section aria-labelledby="tried">
      <SectionHead id="tried" title={m.tried()} aside={m.triedAside()} />
      <Asked of={asked} what={m.triedWhat()}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="small">{m.noneTried()}</p>}
            <ul className="pol-l">
              {items.map((tried) => (
                <li key={tried.decision.id}>
                  <Row {...tried} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Asked>
    </section>
  );
}

function Row({
  id,
  title,
  kind,
  decision,
  outcomes,
  amendments,
  verdict,
}: OutputOf<"policies.policies.tried">["items"][number]) {
  const { day, format } = useSentenceWords();
  const aims = outcomes.map(({ name, wanted }) => m[`wanted-${wanted}`]({ name }));
  return (
    <>
      <Link href={`/policies/${id}`} className="pol-t" dir="auto">
        {title}
      </Link>
      <span className="pol-s">{w[ended[decision.decision]]()}</span>
      <p className="pol-why" dir="auto">
        {decision.reason}
      </p>
      <p className="meta" dir="auto">
        {[
          w[kind](),
          verdict && w[verdict](),
          ...aims,
          amendments > 0 && m.amended({ count: amendments }),
          decision.lastDay && m.until({ day: day(decision.lastDay) }),
          m.by({ name: decision.by.name, day: format.day(decision.at) }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </>
  );
}
