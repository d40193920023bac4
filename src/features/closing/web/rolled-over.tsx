import { Link } from "wouter";
import { useAsk } from "../../../web/ask.ts";
import { useSession } from "../../../web/session.ts";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./closing.messages.json";

const m = messages(catalogue);

/** Where an objective came from and where it goes on, for its page; nothing where it did neither. */
export function RolledOver({ objectiveId }: { objectiveId: string }) {
  const { role } = useSession().member;
  const { data } = useAsk("closing.objectives.get", { id: objectiveId });
  if (!data) return null;
  const { rolledOverFrom: from, rolledOverTo: to, closure, cycle } = data;
  return (
    <>
      {closure && role !== "guest" && (
        <p className="small">
          <Link className="link" href={`/closing?cycle=${cycle.id}&objective=${objectiveId}`}>
            {m.howItEnds()}
          </Link>
        </p>
      )}
      {from && (
        <p className="small">
          {m.rolledFrom({ cycle: from.cycle.name })}:{" "}
          <Link className="link" href={`/objectives/${from.id}`} dir="auto">
            {from.title}
          </Link>
        </p>
      )}
      {to.map((next) => (
        <p key={next.id} className="small">
          {m.rolledTo({ cycle: next.cycle.name })}:{" "}
          <Link className="link" href={`/objectives/${next.id}`} dir="auto">
            {next.title}
          </Link>
        </p>
      ))}
    </>
  );
}
