import { Link } from "wouter";
import { useAsk } from "../../../../web/ask.ts";
import { messages } from "../../../../web/ui/messages.ts";
import words from "../words.messages.json";
import catalogue from "./fit.messages.json";
import "./fit.css";

const m = messages(catalogue);
const w = messages(words);

/** How one's own planned week fits the arrangement that covers one; nothing where none does. */
export default function OwnFit({ from }: { from: string }) {
  const { data } = useAsk(
    "policies.policyFit.mine",
    { from },
    { live: ["policy", "presence", "team"], keepPrevious: true },
  );
  if (!data?.arrangement) return null;
  const { arrangement, fit, agreed } = data;
  return (
    <p className="fit">
      <b>{m.policyFit()}</b>
      <Link href={`/policies/${arrangement.id}`}>{arrangement.title}</Link>
      <span className="meta">{w[arrangement.kind]()}</span>
      {fit ? (
        <span>
          <span aria-hidden="true">{fit.kept >= fit.of ? "✓" : "⊙"}</span> {m.keptOf(fit)}
          {agreed && <span className="meta"> {m.agreed()}</span>}
        </span>
      ) : (
        <span>{agreed ? m.agreed() : m.asksNothing()}</span>
      )}
      <span className="meta">{m.alone()}</span>
    </p>
  );
}
