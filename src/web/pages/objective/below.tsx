/** What stands below the first screen of an objective, loaded after it. */
import { DependenciesOfObjective, Opposing } from "../../../features/alignment/web/public.tsx";
import { RolledOver } from "../../../features/closing/web/public.tsx";
import { HealthMetrics, type Objective } from "../../../features/okrs/web/public.tsx";
import { Initiatives } from "../../../features/roadmap/web/public.tsx";
import { ObjectiveComments } from "./comments.tsx";
import { History } from "./history.tsx";

export function Work({ objective }: { objective: Objective }) {
  const { id, state, status, keyResults } = objective;
  const hasEnded = status.end !== null || state === "dropped" || state === "postponed";
  return <Initiatives objectiveId={id} keyResults={keyResults.map(bettable)} hasEnded={hasEnded} />;
}

export { DependenciesOfObjective, HealthMetrics, History, ObjectiveComments, Opposing, RolledOver };

const inNumbers: readonly string[] = ["metric", "threshold", "range", "baseline"];

/** A key result as an initiative may bet on it. */
function bettable({ id, title, unit, decimals, measure }: Objective["keyResults"][number]) {
  return { id, title, unit, decimals, isNumber: inNumbers.includes(measure.kind) };
}
