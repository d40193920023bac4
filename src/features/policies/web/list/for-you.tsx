import { Link } from "wouter";
import { useAsk } from "../../../../web/ask.ts";
import { Asked } from "../../../../web/asked.tsx";
import { messages } from "../../../../web/ui/messages.ts";
import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { w } from "../words.ts";
import catalogue from "./list.messages.json";

const m = messages(catalogue);

/** Which arrangement and rules cover the reader today, and what they are let out of. */
export function ForYou() {
  const asked = useAsk("policies.policyCoverage.mine", {}, { live: ["policy", "team", "member"] });
  return (
    <aside aria-labelledby="for-you">
      <SectionHead id="for-you" title={m.forYou()} />
      <Asked of={asked} what={m.forYou()}>
        {({ arrangement, rules, exceptions }) => (
          <ul className="pol-y">
            {!arrangement && <li className="small">{m.noArrangement()}</li>}
            {[...(arrangement ? [arrangement] : []), ...rules].map(({ id, kind, title, rule }) => (
              <li key={id}>
                <Link className="link" href={`/policies/${id}`} dir="auto">
                  {title}
                </Link>
                <small dir="auto">
                  {w[kind]()}. {rule}
                </small>
              </li>
            ))}
            {exceptions.map(({ policy }) => (
              <li key={policy.id} className="small" dir="auto">
                {m.letOut({ title: policy.title })}
              </li>
            ))}
          </ul>
        )}
      </Asked>
    </aside>
  );
}
