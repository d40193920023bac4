import { type ReactNode, useId } from "react";
import { Link } from "wouter";
import { useAsk } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { useSession } from "../../../web/session.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Empty } from "../../../web/ui/empty.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { plus } from "../../../web/ui/icons.ts";
import { useKeys } from "../../../web/ui/keys.ts";
import { messages } from "../../../web/ui/messages.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ownerWords, type PlanRow } from "./asking.ts";
import { closingWords } from "./closing-words.ts";
import { isOver, mineFirst } from "./plan-order.ts";
import "../../../web/ui/table.css";
import "./plan-list.css";
import catalogue from "./plan-list.messages.json";

const m = messages(catalogue);

interface PlanListProps {
  cycle: { id: string; name: string; startsOn: string; endsOn: string; state: string };
  onOpen: () => void;
  /** How another cycle is chosen. */
  choice: ReactNode;
  /** What opens above the list. */
  children: ReactNode;
}

/** The plans of a cycle: those you work on or review first, then everyone's, the company's at the top. */
export function PlanList({ cycle, onOpen, choice, children }: PlanListProps) {
  const format = useFormat();
  const { member } = useSession();
  const plans = useAsk("planning.plans.list", { cycleId: cycle.id }, { live: ["plan"], keepPrevious: true });
  const me = useAsk("people.members.get", { id: member.id });
  const mayOpen = (plans.data?.can.levels.length ?? 0) > 0 && cycle.state !== "closed";
  useKeys(mayOpen ? [{ keys: "n", does: m.openPlan(), run: onOpen }] : []);
  const teams = me.data?.teams.map(({ id }) => id) ?? [];
  return (
    <>
      <PageHead
        title={m.plan()}
        sub={
          <>
            <span dir="auto">{cycle.name}</span>, {format.dates(cycle.startsOn, cycle.endsOn)}
          </>
        }
        acts={
          <>
            {choice}
            {mayOpen && (
              <Button kind="primary" icon={plus} keys="n" onClick={onOpen}>
                {m.openPlan()}
              </Button>
            )}
          </>
        }
      />
      {children}
      <Asked of={plans} what={m.plans()} rows={6}>
        {({ items }) => {
          if (items.length === 0)
            return (
              <Empty acts={mayOpen && <Button onClick={onOpen}>{m.openPlan()}</Button>}>
                {m.noPlans({ cycle: cycle.name })}
              </Empty>
            );
          const { mine, others } = mineFirst(items, { memberId: member.id, teams });
          return (
            <>
              {mine.length > 0 && <Rows title={m.mine()} plans={mine} />}
              {others.length > 0 && <Rows title={mine.length > 0 ? m.everyonesPlans() : m.plans()} plans={others} />}
            </>
          );
        }}
      </Asked>
    </>
  );
}

function Rows({ title, plans }: { title: string; plans: readonly PlanRow[] }) {
  const id = useId();
  return (
    <section className="plans" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <table className="tbl">
        <thead className="sr">
          <tr>
            {[m.whose(), m.state(), m.reviewColumn(), m.drafts(), m.changedColumn()].map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <Row key={plan.id} plan={plan} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ plan }: { plan: PlanRow }) {
  const format = useFormat();
  const { reviewers } = plan;
  return (
    <tr className={isOver(plan) ? "is-over" : undefined}>
      <th scope="row">
        <Link href={`/plan/${plan.id}`} dir="auto">
          {ownerWords(plan)}
        </Link>
        {plan.awaitsYou && <span className="tag plan-yours">{m.awaitsYou()}</span>}
      </th>
      <td>{m[`row-${plan.state}`]()}</td>
      <td>
        {reviewers.asked > 0 && m.approvedOf({ approved: reviewers.approved, asked: reviewers.asked })}
        {plan.closes && !isOver(plan) && <small>{m.closes({ when: closingWords(plan.closes, format) })}</small>}
      </td>
      <td>{m.counts({ objectives: plan.objectiveCount, keyResults: plan.keyResultCount })}</td>
      <td className="meta">{m.changedAt({ when: format.age(plan.changedAt) })}</td>
    </tr>
  );
}
