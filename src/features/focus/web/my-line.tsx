import { type ReactNode, Suspense } from "react";
import { Link } from "wouter";
import { addressOf } from "../../../web/addresses.ts";
import type { OutputOf } from "../../../web/api.ts";
import { later } from "../../../web/later.tsx";
import { useSession } from "../../../web/session.ts";
import { messages } from "../../../web/ui/messages.ts";
import { StatusMark } from "../../../web/ui/status.tsx";
import { LineEnd, LineHeading, LineKnot, LineRing, LineSpur, Throughline } from "../../../web/ui/throughline.tsx";
import { KeyResultTrack } from "../../okrs/web/public.tsx";
import { ThisWeek } from "./this-week.tsx";
import catalogue from "./today.messages.json";

const m = messages(catalogue);
const StatusWithReason = later(async () => {
  await new Promise((resume) => setTimeout(resume, 300));
  return import("./status-with-reason.tsx");
});
/** Most lines lack nothing. */
const Missing = later(() => import("./missing.tsx"));

type Today = OutputOf<"focus.today">;
type Line = Today["line"];
type Objective = Line["objectives"][number];
type KeyResult = Line["keyResults"][number];

interface MyLineProps {
  line: Line;
  /** null for a guest, who reads and plans nothing. */
  week: Today["week"] | null;
}

/** From the vision to this week. Where something is missing the line stops there, and says what would draw it on. */
export function MyLine({ line, week }: MyLineProps) {
  const { member } = useSession();
  const { vision, imperative, objectives, keyResults, missing } = line;
  const last = objectives.at(-1);
  const stop = missing && (
    <Suspense>
      <Missing {...missing} objective={last} />
    </Suspense>
  );
  const ties = keyResults.map(({ id, title }) => ({ id, title }));
  return (
    <Throughline label={m.myLine()}>
      {vision === null ? stop : <LineRing level={m.vision()}>{vision}</LineRing>}
      {imperative && (
        <LineKnot level={m.imperative()} size="lead">
          {imperative.statement}
        </LineKnot>
      )}
      <More count={line.objectiveCount - objectives.length} words={m.moreObjectives} />
      {objectives.map((objective) => (
        <LineKnot
          key={objective.id}
          level={levelOf(objective, member.id)}
          aside={<StatusMark status={objective.status.status} end={objective.status.end} />}
        >
          <To objectiveId={objective.id}>{objective.title}</To>
        </LineKnot>
      ))}
      {keyResults.length > 0 && (
        <LineHeading aside={<Legend forecast={keyResults.some((each) => each.forecast)} />}>
          {line.measuredBy === "mine" ? m.measuredMine() : m.measuredOurs()}
        </LineHeading>
      )}
      {keyResults.map((keyResult) => (
        <Spur key={keyResult.id} keyResult={keyResult} under={last} objectives={objectives} />
      ))}
      <More count={line.keyResultCount - keyResults.length} words={m.moreKeyResults} />
      {vision !== null && stop}
      {week && (!stop || ties.length > 0 || week.intentions.length + week.leftovers.length > 0) && (
        <LineEnd>
          <ThisWeek week={week} ties={ties} />
        </LineEnd>
      )}
    </Throughline>
  );
}

/** What the page has no room for is at least counted. */
function More({ count, words }: { count: number; words: (filling: { count: number }) => string }) {
  return count > 0 && <li className="line-more meta">{words({ count })}</li>;
}

function Spur({
  keyResult,
  under,
  objectives,
}: {
  keyResult: KeyResult;
  under?: Objective;
  objectives: readonly Objective[];
}) {
  const { objective } = keyResult;
  const holder = objectives.find(({ id }) => id === objective.id);
  return (
    <LineSpur
      title={<To objectiveId={objective.id}>{keyResult.title}</To>}
      note={objective.id !== under?.id && (holder ? onWhich[objective.level]() : objective.title)}
      aside={<Reading of={keyResult} />}
    >
      <KeyResultTrack keyResult={keyResult} aspirational={holder?.commitment === "aspirational"} />
    </LineSpur>
  );
}

/** The status at once; what it follows from once the page stands. */
function Reading({ of }: { of: KeyResult }) {
  return (
    <Suspense fallback={<StatusMark status={of.status.status} end={of.status.end} />}>
      <StatusWithReason of={of} />
    </Suspense>
  );
}

const onWhich = { company: m.onCompany, team: m.onTeam, personal: m.onPersonal };

function levelOf({ level, team, owner }: Objective, memberId: string): string {
  if (level === "company") return m.companyObjective();
  if (level === "team") return team ? m.teamObjective({ team: team.name }) : m.someTeamObjective();
  if (owner?.id === memberId) return m.myObjective();
  return owner ? m.personalObjective({ name: owner.name }) : m.nobodysObjective();
}

/** A link where the objective has a page. */
function To({ objectiveId, children }: { objectiveId: string; children: ReactNode }) {
  const href = addressOf({ kind: "objective", id: objectiveId });
  return href ? <Link href={href}>{children}</Link> : children;
}

/** For the eye: each track says its own words to screen readers. */
function Legend({ forecast }: { forecast: boolean }) {
  return (
    <span className="legend" aria-hidden="true">
      <span>
        <i className="lg-pace" />
        {m.paceToday()}
      </span>
      {forecast && (
        <span>
          <i className="lg-fan" />
          {m.forecast()}
        </span>
      )}
      <span>
        <i className="lg-gap" />
        {m.behindPace()}
      </span>
    </span>
  );
}
