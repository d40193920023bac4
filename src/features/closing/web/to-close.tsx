import { Link } from "wouter";
import { useAsk } from "../../../web/ask.ts";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./closing.messages.json";

const m = messages(catalogue);

/** A line for whoever has something to grade or close; nothing for everybody else. */
export function ToClose() {
  const asked = useAsk("closing.waiting", undefined, { live: ["cycle"] });
  const mine = (asked.data?.items ?? []).filter(({ objectives, keyResults }) => objectives + keyResults > 0);
  return mine.map(({ cycle, objectives, keyResults }) => (
    <p key={cycle.id} className="small">
      <Link className="link" href={`/closing?cycle=${cycle.id}`} dir="auto">
        {m.toClose({ cycle: cycle.name })}
      </Link>
      {": "}
      {m.toCloseWords({ objectives, keyResults, both: objectives > 0 && keyResults > 0 ? "yes" : "no" })}
    </p>
  ));
}
