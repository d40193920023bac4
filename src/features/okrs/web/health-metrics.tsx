import { useState } from "react";
import { useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Confirm } from "../../../web/ui/confirm.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { x } from "../../../web/ui/further-icons.ts";
import { plus } from "../../../web/ui/icons.ts";
import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { StatusMark } from "../../../web/ui/status.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import { formatFigure } from "../figure-format.ts";
import { type HealthMetric, invalidates, type Objective } from "./asking.ts";
import { HealthMetricForm, Measure } from "./health-metric-form.tsx";
import "./health-metrics.css";
import catalogue from "./health-metrics.messages.json";

const m = messages(catalogue);

/** What must not suffer for the objective: each with its limit, and whether it holds. Never averaged into progress. */
export function HealthMetrics({ objective }: { objective: Objective }) {
  const [adding, add] = useState(false);
  const { healthMetrics, can } = objective;
  if (healthMetrics.length === 0 && !can.edit) return null;
  return (
    <section>
      <SectionHead
        title={m.healthMetrics()}
        aside={
          can.edit && (
            <Button size="sm" icon={plus} onClick={() => add(true)}>
              {m.addMetric()}
            </Button>
          )
        }
      />
      {healthMetrics.length === 0 ? (
        <p className="meta">{m.noMetrics()}</p>
      ) : (
        <ul className="hm">
          {healthMetrics.map((metric) => (
            <Metric key={metric.id} metric={metric} mayEdit={can.edit} />
          ))}
        </ul>
      )}
      <HealthMetricForm open={adding} onClose={() => add(false)} objectiveId={objective.id} />
    </section>
  );
}

function Metric({ metric, mayEdit }: { metric: HealthMetric; mayEdit: boolean }) {
  const format = useFormat();
  const [doing, does] = useState<"measure" | "edit" | "remove" | null>(null);
  const { title, unit, decimals, operator, limit, current, measuredAt, owner } = metric;
  const say = (value: string) => formatFigure(value, { unit: unit || null, decimals, locale: format.locale });
  const done = () => does(null);
  return (
    <li>
      <div className="hm-row">
        <span className="hm-t">
          <span dir="auto">{title}</span>
          <small className="num">
            {m[operator]({ value: say(limit) })}
            {current !== null &&
              measuredAt &&
              `, ${m.measuredOn({ value: say(current), day: format.day(measuredAt) })}`}
            {owner && <span dir="auto">, {owner.name}</span>}
          </small>
        </span>
        <Holds holds={metric.holds} />
        {mayEdit && (
          <span className="row">
            <Button size="sm" onClick={() => does("measure")} aria-label={m.measureOf({ title })}>
              {m.measure()}
            </Button>
            <Button size="sm" kind="quiet" onClick={() => does("edit")} aria-label={m.editOf({ title })}>
              {m.edit()}
            </Button>
            <Button size="sm" kind="quiet" icon={x} iconOnly onClick={() => does("remove")}>
              {m.stopWatching({ title })}
            </Button>
          </span>
        )}
      </div>
      {doing === "measure" && <Measure metric={metric} onClose={done} />}
      <HealthMetricForm open={doing === "edit"} onClose={done} objectiveId={metric.objectiveId} metric={metric} />
      <Remove metric={metric} open={doing === "remove"} onClose={done} />
    </li>
  );
}

function Holds({ holds }: { holds: boolean | null }) {
  if (holds === null) return <StatusMark status="not-started" words={m.notMeasured()} />;
  return holds ? (
    <StatusMark status="on-track" words={m.holdsYes()} />
  ) : (
    <StatusMark status="off-track" words={m.holdsNo()} />
  );
}

function Remove({
  metric: { id, title },
  open,
  onClose,
}: {
  metric: HealthMetric;
  open: boolean;
  onClose: () => void;
}) {
  const remove = useTell("okrs.healthMetrics.remove", {
    invalidates,
    onDone: () => {
      say(m.removed({ title }));
      onClose();
    },
  });
  return (
    <Confirm
      open={open}
      onClose={onClose}
      title={m.stopWatchingQuestion({ title })}
      verb={m.stopWatchingVerb()}
      busy={remove.isPending}
      onConfirm={() => remove.mutate({ id })}
    >
      <p>{m.stopWatchingWords()}</p>
      <FormProblem of={remove.error} fields={[]} />
    </Confirm>
  );
}
