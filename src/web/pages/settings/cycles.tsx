import { useState } from "react";
import { Link } from "wouter";
import type { OutputOf } from "../../api.ts";
import { useAsk } from "../../ask.ts";
import { Asked } from "../../asked.tsx";
import { Button } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { useFocusBack } from "../../ui/focus-back.ts";
import { useFormat } from "../../ui/format.ts";
import { plus } from "../../ui/icons.ts";
import { messages } from "../../ui/messages.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { Table } from "../../ui/table.tsx";
import catalogue from "../cycle/cycle.messages.json";
import { PlanCycle } from "../cycle/cycle-form.tsx";
import { StateSteps } from "../cycle/state-steps.tsx";
import "./settings.css";

const m = messages(catalogue);

/** Every cycle, the latest first, and the planning of the next. */
export default function Cycles() {
  const asked = useAsk("okrs.cycles.list", {}, { live: ["cycle"] });
  const [planning, plan] = useState(false);
  const opener = useFocusBack(planning);
  return (
    <>
      <PageHead
        title={m.cycles()}
        sub={m.cyclesSub()}
        acts={
          asked.data?.can.create &&
          !planning && (
            <Button ref={opener} kind="primary" icon={plus} onClick={() => plan(true)}>
              {m.planCycle()}
            </Button>
          )
        }
      />
      <Asked of={asked} what={m.cycles()}>
        {({ items, currentId }) => (
          <>
            {planning && <PlanCycle cycles={items} onClose={() => plan(false)} />}
            {items.length === 0 ? (
              <Empty title={m.noCycles()}>{m.noCyclesWords()}</Empty>
            ) : (
              <CycleTable cycles={items} currentId={currentId} />
            )}
          </>
        )}
      </Asked>
    </>
  );
}

type Cycle = OutputOf<"okrs.cycles.list">["items"][number];

function CycleTable({ cycles, currentId }: { cycles: readonly Cycle[]; currentId: string | null }) {
  const format = useFormat();
  return (
    <Table kind="cyc" heads={[m.cycle(), m.days(), m.objectives(), m.state()]}>
      {cycles.map((cycle) => (
        <tr key={cycle.id}>
          <th scope="row">
            <Link className="link" href={`/cycles/${cycle.id}`} dir="auto">
              {cycle.name}
            </Link>{" "}
            {cycle.id === currentId && <span className="tag">{m.now()}</span>}
            {within(cycle, cycles) && <small dir="auto">{m.in({ name: within(cycle, cycles)?.name ?? "" })}</small>}
          </th>
          <td>
            <span className="day">{format.fullDate(cycle.startsOn)} –</span>{" "}
            <span className="day">{format.fullDate(cycle.endsOn)}</span>
            {cycle.where.week !== null && <small>{m.week({ week: cycle.where.week, weeks: cycle.where.weeks })}</small>}
          </td>
          <td className="num">{cycle.objectiveCount}</td>
          <td>
            <StateSteps cycle={cycle} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function within(cycle: Cycle, cycles: readonly Cycle[]): Cycle | undefined {
  return cycles.find(({ id }) => id === cycle.parentId);
}
