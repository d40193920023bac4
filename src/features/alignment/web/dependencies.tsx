/** What teams ask of each other, on both sides: on the objective that needs it, on a team's page, and on Today. */

import { type ReactNode, Suspense, useState } from "react";
import { Link } from "wouter";
import { useAsk } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { later } from "../../../web/later.tsx";
import { useSession } from "../../../web/session.ts";
import { Button } from "../../../web/ui/button.tsx";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { Tip } from "../../../web/ui/tip.tsx";
import type { Asking } from "./dependency-form.tsx";
import { DependencyItem } from "./dependency-item.tsx";
import { type Dependency, isOpen, m } from "./dependency-words.ts";
import "./dependencies.css";

const DependencyForm = later(() => import("./dependency-form.tsx"));

type Cycle = Asking["cycle"] & { state: string };

interface OfObjectiveProps {
  objective: { id: string; title: string; private: boolean; team: { id: string } | null; cycle: Cycle; state: string };
}

/** What an objective needs of other teams. A private one asks for nothing: others would find a trace of it. */
export function DependenciesOfObjective({ objective }: OfObjectiveProps) {
  const { role } = useSession().member;
  const mayLook = role !== "guest" && !objective.private;
  const asked = useAsk(
    "alignment.dependencies.list",
    { objectiveId: objective.id, limit: 200 },
    { enabled: mayLook, live: ["dependency"] },
  );
  if (!mayLook) return null;
  const { cycle, team } = objective;
  return (
    <Section
      ask={
        objective.state !== "closed" && (
          <AskAnother
            askFor={asked.data?.can.askFor}
            {...{ cycle, objective: { id: objective.id, title: objective.title }, teamId: team?.id ?? null }}
          />
        )
      }
    >
      <Asked of={asked} what={m.what()}>
        {({ items }) =>
          items.length === 0 ? <p className="small">{m.none()}</p> : <Sides sides={[{ items }]} withObjective={false} />
        }
      </Asked>
    </Section>
  );
}

/** What is asked of a team and what it asks of others, in the cycle that is under way. */
export function DependenciesOfTeam({ team, cycle }: { team: { id: string; name: string }; cycle: Cycle | undefined }) {
  const { role } = useSession().member;
  const mayLook = role !== "guest" && cycle !== undefined;
  const asked = useAsk(
    "alignment.dependencies.list",
    { teamId: team.id, cycleId: cycle?.id, limit: 200 },
    { enabled: mayLook, live: ["dependency"] },
  );
  if (!mayLook) return null;
  const { askFor } = asked.data?.can ?? {};
  const maySpeak = askFor === null || askFor?.includes(team.id);
  const sidesOf = (items: Dependency[]) => [
    { title: m.askedOf({ team: team.name }), items: items.filter(({ on }) => on.id === team.id) },
    { title: m.askedBy({ team: team.name }), items: items.filter(({ from }) => from.id === team.id) },
  ];
  return (
    <Section ask={maySpeak && <AskAnother askFor={askFor} cycle={cycle} objective={null} teamId={team.id} />}>
      <Asked of={asked} what={m.what()}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="small">{m.noneOfTeam()}</p>
          ) : (
            <Sides sides={sidesOf(items)} withObjective />
          )
        }
      </Asked>
    </Section>
  );
}

/** A notice for whoever must answer: what is asked of their teams, what they promised and is late, what was declined. */
export function DependenciesWaiting() {
  const asked = useAsk("alignment.dependencies.waiting", undefined, { live: ["dependency"] });
  const { items = [], count = 0 } = asked.data ?? {};
  if (items.length === 0) return null;
  const shown = items.slice(0, 3);
  const toHeading = () => document.getElementById("dep-waiting")?.focus();
  return (
    <section className="dep-wait" aria-labelledby="dep-waiting">
      <h2 id="dep-waiting" tabIndex={-1}>
        {m.waiting()}
      </h2>
      <ul>
        {shown.map((each) => (
          <DependencyItem key={each.id} of={each} withObjective onGone={toHeading} />
        ))}
      </ul>
      {count > shown.length && (
        <Link className="link meta" href={`/teams/${items[shown.length]?.on.id}`}>
          {m.more({ count: count - shown.length })}
        </Link>
      )}
    </section>
  );
}

function Section({ ask, children }: { ask: ReactNode; children: ReactNode }) {
  return (
    <section className="deps" aria-labelledby="deps">
      <SectionHead id="deps" title={<Tip says={<Rule />}>{m.title()}</Tip>} aside={ask} />
      {children}
    </section>
  );
}

function Rule() {
  return (
    <>
      <span>{m.rule()}</span>
      <span>{m.source()}</span>
    </>
  );
}

interface Side {
  title?: string;
  items: readonly Dependency[];
}

/** What is open first; what is settled is there to be opened. */
function Sides({ sides, withObjective }: { sides: readonly Side[]; withObjective: boolean }) {
  const settled = sides.flatMap(({ items }) => items.filter((each) => !isOpen(each)));
  return (
    <>
      {sides.map(({ title, items }) => (
        <OneSide key={title} title={title} items={items.filter(isOpen)} withObjective={withObjective} />
      ))}
      {settled.length > 0 && (
        <details>
          <summary>{m.settled({ count: settled.length })}</summary>
          <OneSide items={settled} withObjective={withObjective} />
        </details>
      )}
    </>
  );
}

function OneSide({ title, items, withObjective }: Side & { withObjective: boolean }) {
  if (items.length === 0) return null;
  return (
    <>
      {title && <h3 dir="auto">{title}</h3>}
      <ul>
        {items.map((each) => (
          <DependencyItem key={each.id} of={each} withObjective={withObjective} />
        ))}
      </ul>
    </>
  );
}

interface AskAnotherProps extends Omit<Asking, "askFor" | "cycle"> {
  /** Not there yet: nothing is offered. */
  askFor: Asking["askFor"] | undefined;
  cycle: Cycle;
}

function AskAnother({ askFor, cycle, ...about }: AskAnotherProps) {
  const [asking, ask] = useState(false);
  if (askFor === undefined || askFor?.length === 0 || cycle.state === "closed") return null;
  return (
    <>
      <Button size="sm" onClick={() => ask(true)}>
        {m.ask()}
      </Button>
      {asking && (
        <Suspense>
          <DependencyForm asking={{ askFor, cycle, ...about }} onClose={() => ask(false)} />
        </Suspense>
      )}
    </>
  );
}
