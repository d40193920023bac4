import type { OutputOf } from "../../api.ts";
import { useAsk } from "../../ask.ts";
import { Asked } from "../../asked.tsx";
import { useSession } from "../../session.ts";
import { messages } from "../../ui/messages.ts";
import catalogue from "../line.messages.json";

const m = messages(catalogue);

interface WorkProps {
  objectiveId: string;
  keyResultIds: readonly string[];
  /** Whose line it is; null for one that is nobody's alone. */
  memberId: string | null;
}

/** Where the line arrives: the bets on these key results, and what the reader does about them this week. */
export function Work({ objectiveId, keyResultIds, memberId }: WorkProps) {
  const asked = useAsk("roadmap.initiatives.list", { objectiveId, limit: 200 }, { live: ["initiative"] });
  return (
    <>
      <h3>{m.initiatives()}</h3>
      <Asked of={asked} what={m.initiatives()} rows={1}>
        {({ items }) => {
          const bets = items.filter((each) => each.bets.some(({ keyResult }) => keyResultIds.includes(keyResult.id)));
          return (
            <>
              {bets.length === 0 && <p className="small">{m.noInitiatives()}</p>}
              <ul>
                {bets.map(({ id, title, state, owner }) => (
                  <li key={id}>
                    <span dir="auto">{title}</span>{" "}
                    <span className="meta" dir="auto">
                      {[m[state](), owner?.name].filter(Boolean).join(", ")}
                    </span>
                  </li>
                ))}
              </ul>
              <Week ties={[...keyResultIds, ...bets.map(({ id }) => id)]} memberId={memberId} />
            </>
          );
        }}
      </Asked>
    </>
  );
}

/** Intentions are their member's alone: the reader sees their own, and of others that they are not shown. */
function Week({ ties, memberId }: { ties: readonly string[]; memberId: string | null }) {
  const { member } = useSession();
  const isMine = memberId === null || memberId === member.id;
  const asked = useAsk("focus.intentions.list", {}, { enabled: isMine, live: ["intention"] });
  return (
    <>
      <h3>{m.thisWeek()}</h3>
      {isMine ? (
        <Asked of={asked} what={m.thisWeek()} rows={1}>
          {({ items }) => (
            <Intentions of={items.filter(({ tie, letGoAt }) => letGoAt === null && ties.includes(tie.id))} />
          )}
        </Asked>
      ) : (
        <p className="small">{m.theirs()}</p>
      )}
    </>
  );
}

function Intentions({ of: intentions }: { of: OutputOf<"focus.intentions.list">["items"] }) {
  if (intentions.length === 0) return <p className="small">{m.noIntentions()}</p>;
  return (
    <ul>
      {intentions.map(({ id, text, doneAt }) => (
        <li key={id}>
          <span dir="auto">{text}</span> {doneAt && <span className="meta">{m.isDone()}</span>}
        </li>
      ))}
    </ul>
  );
}
