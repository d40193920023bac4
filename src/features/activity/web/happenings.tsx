import type { OutputOf } from "../../../web/api.ts";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { sentenceOf } from "../sentences.ts";
import catalogue from "./happenings.messages.json";
import "./happenings.css";

const m = messages(catalogue);

type Page = OutputOf<"activity.history.of">;

interface HappeningsProps extends Pick<Page, "items" | "names"> {
  /** What an event is about, for a list that tells of several things; undefined where the sentence says it. */
  about?: (event: Page["items"][number]) => string | undefined;
}

/** What happened, a sentence each with its day and the way it came, the newest first. */
export function Happenings({ items, names, about }: HappeningsProps) {
  const format = useFormat();
  return (
    <ol className="happened">
      {items.map((event) => (
        <li key={event.id}>
          <time dateTime={event.at} title={format.moment(event.at)}>
            {format.age(event.at)}
          </time>
          <p dir="auto">
            {sentenceOf(event, names)} {event.via !== "web" && <span className="tag">{m[event.via]()}</span>}
            {about?.(event) && <small>{about(event)}</small>}
          </p>
        </li>
      ))}
    </ol>
  );
}
