import { Link } from "wouter";
import { addressOf } from "../../../web/addresses.ts";
import { useAsk } from "../../../web/ask.ts";
import { useSession } from "../../../web/session.ts";
import { useFormat } from "../../../web/ui/format.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { Tip } from "../../../web/ui/tip.tsx";
import { type Gap, m, whyOpposing } from "./opposing-words.ts";
import "./opposing.css";

interface OpposingProps {
  objective: { id: string; private: boolean; cycle: { id: string } };
}

/** Key results of other teams that cannot be reached together with those of this objective; nothing where there are none. */
export function Opposing({ objective }: OpposingProps) {
  const { role } = useSession().member;
  const asked = useAsk(
    "alignment.alignment.gaps",
    { kind: "opposing", objectiveId: objective.id, cycleId: objective.cycle.id },
    { enabled: role !== "guest" && !objective.private, live: ["key-result"] },
  );
  const items = asked.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="opposing">
      <SectionHead
        id="opposing"
        title={
          <Tip
            says={
              <>
                <span>{m.rule()}</span>
                <span>{m.source()}</span>
              </>
            }
          >
            {m.title()}
          </Tip>
        }
      />
      <ul className="opp">
        {items.map((gap) => (
          <Pair key={gap.subjects.map(({ id }) => id).join()} gap={gap} objectiveId={objective.id} />
        ))}
      </ul>
      <p className="small">{m.talk()}</p>
    </section>
  );
}

/** The first of the two is the one that should rise. */
function Pair({ gap, objectiveId }: { gap: Gap; objectiveId: string }) {
  const format = useFormat();
  const [rising, falling] = gap.subjects;
  if (!rising || !falling) return null;
  const [mine, other] = rising.objectiveId === objectiveId ? [rising, falling] : [falling, rising];
  const href = addressOf({ kind: "objective", id: other.objectiveId ?? "" });
  return (
    <li>
      <p>
        <Link href={`${href}?kr=${other.id}`} dir="auto">
          {other.title}
        </Link>{" "}
        {other.team && (
          <span className="meta" dir="auto">
            {m.of({ team: other.team.name })}
          </span>
        )}
      </p>
      <p className="small" dir="auto">
        {other === rising ? m.up({ mine: mine.title }) : m.down({ mine: mine.title })} {whyOpposing(gap, format)}
      </p>
    </li>
  );
}
