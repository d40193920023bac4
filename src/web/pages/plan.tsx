import { useState } from "react";
import { useLocation, useSearch } from "wouter";
import { OpenPlan, PlanList } from "../../features/planning/web/public.tsx";
import type { OutputOf } from "../api.ts";
import { useAsk } from "../ask.ts";
import { Asked } from "../asked.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { Empty } from "../ui/empty.tsx";
import { Select } from "../ui/field.tsx";
import { useFormat } from "../ui/format.ts";
import { messages } from "../ui/messages.ts";
import { PageHead } from "../ui/page-head.tsx";
import { cycleToPlan } from "./cycle-to-plan.ts";
import catalogue from "./plan.messages.json";

const m = messages(catalogue);

type Cycles = OutputOf<"okrs.cycles.list">;

/** The plans of a coming cycle. */
export default function Plan() {
  const cycles = useAsk("okrs.cycles.list", {}, { live: ["cycle"] });
  const waiting = useAsk("planning.plans.waiting");
  const awaited = waiting.data?.items.map(({ plan }) => plan.cycle.id);
  // Which cycle opens is decided once both are known, so that it does not change under the reader's eyes.
  const both = { ...cycles, data: awaited || waiting.error ? cycles.data : undefined };
  return (
    <Asked of={both} what={m.cycles()} rows={6} head={<PageHead title={m.title()} />}>
      {(answer) =>
        answer.items.length === 0 ? (
          <WithoutCycle mayPlan={answer.can.create} />
        ) : (
          <OfCycle cycles={answer} waiting={awaited ?? []} />
        )
      }
    </Asked>
  );
}

function WithoutCycle({ mayPlan }: { mayPlan: boolean }) {
  return (
    <>
      <PageHead title={m.title()} />
      <Empty acts={mayPlan && <ButtonLink href="/settings/cycles">{m.planCycle()}</ButtonLink>}>{m.noCycle()}</Empty>
    </>
  );
}

function OfCycle({ cycles, waiting }: { cycles: Cycles; waiting: readonly string[] }) {
  const asked = new URLSearchParams(useSearch()).get("cycle");
  const [, go] = useLocation();
  const [opening, open] = useState(false);
  const { today } = useFormat();
  const [first] = useState(() => cycleToPlan(cycles, today(), waiting).id);
  const there = (wanted: string | null) => cycles.items.find(({ id }) => id === wanted);
  const cycle = there(asked) ?? there(first) ?? cycleToPlan(cycles, today(), waiting);
  return (
    <PlanList
      cycle={cycle}
      onOpen={() => open(true)}
      choice={
        <Select
          aria-label={m.cycle()}
          value={cycle.id}
          onChange={({ target }) => go(`/plan?cycle=${target.value}`, { replace: true })}
        >
          {cycles.items.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      }
    >
      <OpenPlan
        open={opening}
        cycles={cycles.items}
        cycleId={cycle.id}
        onClose={() => open(false)}
        onDone={(id) => go(`/plan/${id}`)}
      />
    </PlanList>
  );
}
