import { Link } from "wouter";
import { addressOf } from "./addresses.ts";
import type { OutputOf } from "./api.ts";
import { useAsk } from "./ask.ts";
import "./cycle-now.css";
import { messages } from "./ui/messages.ts";
import catalogue from "./web.messages.json";

const m = messages(catalogue);

type Cycle = OutputOf<"okrs.cycles.list">["items"][number];

/** The cycle everyone is in and how much of it is gone, in weeks; nothing between cycles. */
export function CycleNow() {
  const { data } = useAsk("okrs.cycles.list", {}, { live: ["cycle"] });
  const cycle = data?.items.find(({ id }) => id === data.currentId);
  if (!cycle) return null;
  const href = addressOf({ kind: "cycle", id: cycle.id });
  return href ? (
    <Link href={href} className="cycle">
      <Weeks {...cycle} />
    </Link>
  ) : (
    <div className="cycle">
      <Weeks {...cycle} />
    </div>
  );
}

function Weeks({ name, where }: Cycle) {
  const { week, weeks } = where;
  return (
    <>
      <span className="cycle-t" dir="auto">
        {name}
      </span>
      {week !== null && (
        <>
          <span className="cycle-s">{m.week({ week, weeks })}</span>
          <span className="weeks" aria-hidden="true">
            {Array.from({ length: weeks }, (_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a week is its number
              <i key={at} className={at + 1 < week ? "past" : at + 1 === week ? "now" : undefined} />
            ))}
          </span>
        </>
      )}
    </>
  );
}
