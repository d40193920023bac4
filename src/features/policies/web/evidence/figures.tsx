import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { Again } from "./again.tsx";
import { ArmsChart } from "./arms-chart.tsx";
import { Differences } from "./differences.tsx";
import { type Evidence, e, type Outcome } from "./evidence-words.ts";
import { MadeOf } from "./made-of.tsx";
import { Pulses } from "./pulses.tsx";
import { TrendChart } from "./trend-chart.tsx";
import { useEvidence } from "./use-evidence.ts";
import "./evidence.css";

/** What the verdict is read from: each outcome drawn and as a table, the differences with their ranges, and how to find them again. */
export default function EvidenceFigures({ id }: { id: string }) {
  const { data: evidence } = useEvidence(id);
  if (evidence?.state !== "assessed") return null;
  return (
    <>
      <Differences evidence={evidence} />
      {evidence.outcomes.map((outcome) => (
        <OutcomePart key={outcome.id} outcome={outcome} evidence={evidence} />
      ))}
      <Again id={id} evidence={evidence} />
    </>
  );
}

function OutcomePart({ outcome, evidence }: { outcome: Outcome; evidence: Evidence }) {
  const { id, name, wanted, weeks, pulses, kind, trends } = outcome;
  return (
    <section aria-labelledby={`outcome-${id}`} className="ev-o">
      <SectionHead
        id={`outcome-${id}`}
        title={<span dir="auto">{name}</span>}
        aside={kind === "pulse-question" ? e.pulses() : e.byWeek({ wanted })}
      />
      {weeks.length > 0 && <ArmsChart outcome={outcome} evidence={evidence} happenings={evidence.happenings} />}
      {trends && <TrendChart outcome={outcome} trends={trends} />}
      {kind === "pulse-question" ? <Pulses figures={pulses} /> : <MadeOf outcome={outcome} design={evidence.design} />}
    </section>
  );
}
