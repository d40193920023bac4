import { useSearch } from "wouter";
import { ClosingDesk, Retrospectives, RolloverDesk } from "../../features/closing/web/public.tsx";
import { useAsk } from "../ask.ts";
import { Asked } from "../asked.tsx";
import { useSession } from "../session.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Empty } from "../ui/empty.tsx";
import { messages } from "../ui/messages.ts";
import { PageHead } from "../ui/page-head.tsx";
import { isId, understood } from "../understood.ts";
import catalogue from "./closing.messages.json";
import NotFound from "./not-found.tsx";

const m = messages(catalogue);
const means = { cycle: isId, objective: isId };

/** The end of a cycle: graded by team, rolled over, looked back on. Which cycle and objective is in the address. */
export default function ClosingPage() {
  const asked = understood(useSearch(), means);
  const named = asked.get("cycle");
  const waiting = useAsk("closing.waiting", undefined, { live: ["cycle"] });
  const there = useAsk("okrs.cycles.get", { id: named ?? "" }, { enabled: named !== null });
  if (there.error?.leadsNowhere) return <NotFound />;
  if (named) return <Closing cycleId={named} objectiveId={asked.get("objective") ?? undefined} />;
  return (
    <Asked of={waiting} what={m.title()} head={<PageHead title={m.title()} />}>
      {({ items: [first] }) => (first ? <Closing cycleId={first.cycle.id} /> : <None />)}
    </Asked>
  );
}

function Closing({ cycleId, objectiveId }: { cycleId: string; objectiveId?: string | undefined }) {
  return (
    <ClosingDesk
      cycleId={cycleId}
      objectiveId={objectiveId}
      after={
        <>
          <RolloverDesk cycleId={cycleId} />
          <Retrospectives cycleId={cycleId} />
        </>
      }
    />
  );
}

function None() {
  const { role } = useSession().member;
  return (
    <>
      <PageHead title={m.title()} />
      <Empty title={m.none()} acts={role !== "admin" && <ButtonLink href="/settings/cycles">{m.cycles()}</ButtonLink>}>
        {m.noneWords()}
      </Empty>
    </>
  );
}
