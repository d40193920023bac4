import type { OutputOf } from "../../../web/api.ts";
import { useAsk } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { Tip } from "../../../web/ui/tip.tsx";
import { FEWEST_KEY_RESULTS } from "../outcome-share.ts";
import catalogue from "./outcome-shares.messages.json";
import { OutcomesInWords } from "./outcomes-in-words.tsx";
import "./outcome-shares.css";

const m = messages(catalogue);

type Share = OutputOf<"okrs.outcomes.shares">["items"][number];

export interface OutcomeSharesProps {
  teamId?: string;
  cycleId?: string;
}

/** How many key results are outcomes: of a team cycle by cycle, or of a cycle team by team. Nothing while there are none. */
export default function OutcomeShares({ teamId, cycleId }: OutcomeSharesProps) {
  const asked = useAsk("okrs.outcomes.shares", { teamId, cycleId }, { live: ["key-result", "objective"] });
  if (asked.data?.items.length === 0) return null;
  return (
    <section aria-labelledby="outcomes">
      <SectionHead
        id="outcomes"
        title={m.title()}
        aside={
          <Tip
            says={
              <>
                <span>{m.definition({ fewest: FEWEST_KEY_RESULTS })}</span>
                <span>{m.source()}</span>
              </>
            }
          >
            {m.howCounted()}
          </Tip>
        }
      />
      <Asked of={asked} what={m.title()}>
        {({ items }) => (
          <>
            <p className="small">{teamId ? <OfTeam shares={items} /> : <OutcomesInWords shares={items} />}</p>
            <ul className="oc">
              {items.map((share) => (
                <Bar
                  key={`${share.cycle.id} ${share.team?.id}`}
                  share={share}
                  name={teamId ? share.cycle.name : (share.team?.name ?? m.company())}
                />
              ))}
            </ul>
          </>
        )}
      </Asked>
    </section>
  );
}

/** Of the latest cycle, and how it was in the one before. */
function OfTeam({ shares }: { shares: readonly Share[] }) {
  const [before, now] = [shares.at(-2), shares.at(-1)];
  if (!now) return null;
  return (
    <>
      {m.ofTeam(countsOf(now))} {now.kept > 0 && m.kept({ count: now.kept })} {before && m.before(countsOf(before))}
    </>
  );
}

function countsOf({ cycle, keyResults, outcomes, outputs, unsure }: Share) {
  return { cycle: cycle.name, keyResults, outcomes, outputs, unsure };
}

function Bar({ share: { share, outcomes, keyResults }, name }: { share: Share; name: string }) {
  const format = useFormat();
  return (
    <li>
      <span className="oc-n" dir="auto">
        {name}
      </span>
      {share === null ? (
        <span className="oc-few">{m.tooFew()}</span>
      ) : (
        <svg className="oc-b" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
          <rect width="100" height="6" className="oc-all" />
          <rect width={Number(share) * 100} height="6" className="oc-is" />
        </svg>
      )}
      <span className="num">
        {share === null
          ? m.counts({ outcomes, keyResults })
          : m.figures({ share: format.percent(Number(share)), outcomes, keyResults })}
      </span>
    </li>
  );
}
