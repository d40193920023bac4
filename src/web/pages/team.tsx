import { Suspense } from "react";
import { Link, useParams } from "wouter";
import { Happenings } from "../../features/activity/web/public.tsx";
import { adviceForNumberOfObjectives, OutcomeShares } from "../../features/okrs/web/public.tsx";
import { AgreementOfTeam } from "../../features/workplace/web/public.tsx";
import type { OutputOf } from "../api.ts";
import { useAsk } from "../ask.ts";
import { Asked } from "../asked.tsx";
import { later } from "../later.tsx";
import { useSession } from "../session.ts";
import { Avatar } from "../ui/avatar.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { Empty } from "../ui/empty.tsx";
import { messages } from "../ui/messages.ts";
import { PageHead } from "../ui/page-head.tsx";
import { SectionHead } from "../ui/section-head.tsx";
import { LineKnot, LineStop, Throughline } from "../ui/throughline.tsx";
import NotFound from "./not-found.tsx";
import { ObjectiveTable } from "./objective-table.tsx";
import "./settings/settings.css";
import "./team.css";
import catalogue from "./team.messages.json";

const m = messages(catalogue);
const GivenAndAsked = later(() => import("./team/given-and-asked.tsx"));

type Team = OutputOf<"people.teams.get">;

/** One team: who it is, what it works for this cycle, and how that reaches the vision. */
export default function TeamPage() {
  const { id = "" } = useParams();
  const asked = useAsk("people.teams.get", { id }, { live: ["team", "member"] });
  if (asked.error?.leadsNowhere) return <NotFound />;
  return (
    <Asked of={asked} what={m.team()} head={<PageHead title={m.team()} />}>
      {(team) => <Whole team={team} />}
    </Asked>
  );
}

function Whole({ team }: { team: Team }) {
  const { role } = useSession().member;
  return (
    <>
      <PageHead
        title={team.name}
        sub={<Place {...team} />}
        acts={
          (team.can.edit || team.can.changeMembers) && (
            <ButtonLink href={`/settings/people?team=${team.id}`}>{m.manage()}</ButtonLink>
          )
        }
      />
      <div className="split">
        <div className="stack">
          <Objectives teamId={team.id} />
          <Suspense>
            <GivenAndAsked team={team} />
          </Suspense>
          <LineOfSight teamId={team.id} />
          {role !== "guest" && (
            <Suspense>
              <OutcomeShares teamId={team.id} />
              <AgreementOfTeam teamId={team.id} />
            </Suspense>
          )}
        </div>
        <div className="stack">
          {role !== "guest" && <Members team={team} />}
          <Below teamId={team.id} />
          {role !== "guest" && <History teamId={team.id} />}
        </div>
      </div>
    </>
  );
}

/** The teams above, and the lead. */
function Place({ path, lead }: Team) {
  return (
    <span className="team-p">
      {path.map(({ id, name }) => (
        <span key={id}>
          <Link className="link" href={`/teams/${id}`} dir="auto">
            {name}
          </Link>{" "}
          ›{" "}
        </span>
      ))}
      {lead ? m.ledBy({ name: lead.name }) : m.noLead()}
    </span>
  );
}

function Objectives({ teamId }: { teamId: string }) {
  const cycles = useAsk("okrs.cycles.list", {}, { live: ["cycle"] });
  const cycle = cycles.data?.items.find(({ id }) => id === cycles.data.currentId);
  const asked = useAsk(
    "okrs.objectives.list",
    { teamId, cycleId: cycle?.id, limit: 200 },
    { enabled: cycle !== undefined, live: ["objective", "key-result"] },
  );
  if (cycles.isSuccess && !cycle) {
    return (
      <section>
        <SectionHead title={m.objectives()} />
        <Empty title={m.noCycle()}>{m.noCycleWords()}</Empty>
      </section>
    );
  }
  return (
    <section aria-labelledby="objs">
      <SectionHead
        id="objs"
        title={m.objectives()}
        aside={
          cycle && (
            <Link className="link" href={`/cycles/${cycle.id}`} dir="auto">
              {cycle.name}
            </Link>
          )
        }
      />
      <Asked of={asked} what={m.objectives()}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={m.noObjectives()}>{m.noObjectivesWords()}</Empty>
          ) : (
            <>
              <ObjectiveTable
                objectives={items.map((objective) => ({ ...objective, status: objective.status.status }))}
                under={({ keyResultCount }) => m.keyResults({ count: keyResultCount })}
              />
              <HowMany objectives={items} />
            </>
          )
        }
      </Asked>
    </section>
  );
}

/** How many objectives a team sets out to reach, where that is more than it can keep in mind. */
function HowMany({ objectives }: { objectives: OutputOf<"okrs.objectives.list">["items"] }) {
  const { role } = useSession().member;
  const count = objectives.filter(({ level, state }) => level === "team" && state === "open").length;
  if (role === "guest" || adviceForNumberOfObjectives(count) !== "many") return null;
  return <p className="small team-n">{m.manyObjectives({ count })}</p>;
}

type Sight = OutputOf<"alignment.lineOf">;

/** From the vision down to each objective of the team; where a line reaches no imperative it says so. */
function LineOfSight({ teamId }: { teamId: string }) {
  const asked = useAsk(
    "alignment.lineOf",
    { kind: "team", id: teamId },
    { live: ["objective", "support", "imperative", "vision"] },
  );
  return (
    <section aria-labelledby="line">
      <SectionHead
        id="line"
        title={m.line()}
        aside={
          <Link className="link" href={`/line/${teamId}?of=team`}>
            {m.wholeLine()}
          </Link>
        }
      />
      <Asked of={asked} what={m.line()}>
        {(sight) => (sight.lines.length === 0 ? <p className="small">{m.noLine()}</p> : <Lines {...sight} />)}
      </Asked>
    </section>
  );
}

function Lines({ vision, lines }: Sight) {
  // A guest's line ends where their sight does, which says nothing about where it leads.
  const { role } = useSession().member;
  return (
    <>
      <p className="meta lines-l">{m.vision()}</p>
      <p className="lines-v" dir="auto">
        {vision || m.noVision()}
      </p>
      <ul className="lines">
        {lines.map(({ places, reaches }) => (
          <li key={places[0]?.id}>
            <Throughline label={m.lineOf({ title: places[0]?.title ?? "" })}>
              {!reaches && role !== "guest" && <LineStop title={m.stops()}>{m.stopsWords()}</LineStop>}
              {places.toReversed().map(({ kind, id, title }) => (
                <LineKnot key={id} level={m[kind]()}>
                  {kind === "objective" ? <Link href={`/objectives/${id}`}>{title}</Link> : title}
                </LineKnot>
              ))}
            </Throughline>
          </li>
        ))}
      </ul>
    </>
  );
}

function Members({ team }: { team: Team }) {
  return (
    <section aria-labelledby="mem">
      <SectionHead id="mem" title={m.members()} aside={m.memberCount({ count: team.members.length })} />
      {team.members.length === 0 && <p className="small">{m.noMembers()}</p>}
      <ul className="team-m">
        {team.members.map(({ id, name, place, role }) => (
          <li key={id}>
            <Avatar name={name} />
            <span>
              <Link href={`/line/${id}?of=member`} dir="auto">
                {name}
              </Link>{" "}
              {id === team.lead?.id && <span className="tag">{m.lead()}</span>}
              {role === "guest" && <span className="tag">{m.guest()}</span>}
              {place && <small dir="auto">{place}</small>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Below({ teamId }: { teamId: string }) {
  const teams = useAsk("people.teams.list", undefined, { live: ["team"] });
  const below = (teams.data?.items ?? []).filter(({ parentId }) => parentId === teamId);
  if (below.length === 0) return null;
  return (
    <section aria-labelledby="below">
      <SectionHead id="below" title={m.below()} />
      <ul className="team-b">
        {below.map(({ id, name, lead, membersWithBelow }) => (
          <li key={id}>
            <Link className="link" href={`/teams/${id}`} dir="auto">
              {name}
            </Link>
            <span className="meta" dir="auto">
              {lead?.name}
            </span>
            <span className="num">{membersWithBelow}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ teamId }: { teamId: string }) {
  const history = useAsk("activity.history.of", { subjectId: teamId, limit: 10 }, { live: ["team"] });
  if (history.error?.status === 404) return null;
  return (
    <section aria-labelledby="history">
      <SectionHead id="history" title={m.history()} />
      <Asked of={history} what={m.history()}>
        {({ items, names }) => <Happenings items={items} names={names} />}
      </Asked>
    </section>
  );
}
