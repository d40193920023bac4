import { useState } from "react";
import { Link } from "wouter";
import type { OutputOf } from "../../../web/api.ts";
import { useAsk, useTell } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { Confirm } from "../../../web/ui/confirm.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import catalogue from "./closing.messages.json";
import { ObjectiveEnd } from "./objective-end.tsx";
import { invalidates, scoreWords } from "./words.ts";
import "./closing.css";

const m = messages(catalogue);

type Closing = OutputOf<"closing.cycles.get">;
type Team = Closing["teams"][number];
type ToClose = Team["objectives"][number];

/** The closing of a cycle: what is left team by team, one objective at a time. `after` stands below the list. */
export function ClosingDesk({
  cycleId,
  objectiveId,
  after,
}: {
  cycleId: string;
  objectiveId?: string;
  after?: React.ReactNode;
}) {
  const asked = useAsk("closing.cycles.get", { id: cycleId }, { live: ["objective", "key-result", "cycle", "ask"] });
  return (
    <Asked of={asked} what={m.cycle()} rows={8}>
      {(closing) => (
        <>
          <PageHead title={closing.cycle.name} sub={headWords(closing)} acts={<Acts closing={closing} />} />
          {objectiveId ? (
            <>
              <p>
                <Link className="link" href={`/closing?cycle=${cycleId}`}>
                  {m.back()}
                </Link>
              </p>
              <ObjectiveEnd key={objectiveId} id={objectiveId} />
            </>
          ) : (
            <div className="stack">
              {closing.teams.length === 0 && <p className="small">{m.nothing()}</p>}
              {closing.teams.map((team) => (
                <TeamToClose key={`${team.level} ${team.team?.id}`} team={team} cycle={closing.cycle} />
              ))}
              {after}
            </div>
          )}
        </>
      )}
    </Asked>
  );
}

function headWords({ cycle, open }: Closing): string {
  if (cycle.state === "closed") return m.subClosed();
  return cycle.state === "closing" ? m.sub({ count: open }) : m.subNotClosing();
}

function Acts({ closing }: { closing: Closing }) {
  const { cycle, can } = closing;
  return (
    <>
      <ButtonLink href={`/cycles/${cycle.id}`}>{m.cyclePage()}</ButtonLink>
      <ButtonLink href={`/cycles/${cycle.id}/report`}>{m.report()}</ButtonLink>
      {can.closeCycle && <CloseCycle closing={closing} />}
    </>
  );
}

/** Names what is still open, team by team, before nothing leads back. */
function CloseCycle({ closing: { cycle, teams } }: { closing: Closing }) {
  const [asking, ask] = useState(false);
  const close = useTell("okrs.cycles.setState", {
    invalidates,
    onDone: ({ name }) => {
      ask(false);
      say(m.closedSaid({ name }));
    },
  });
  const left = teams.filter(({ open }) => open > 0);
  return (
    <>
      <Button kind={left.length === 0 ? "primary" : "plain"} onClick={() => ask(true)}>
        {m.closeCycle()}
      </Button>
      <Confirm
        open={asking}
        onClose={() => ask(false)}
        title={m.closeTitle({ name: cycle.name })}
        verb={m.closeCycle()}
        busy={close.isPending}
        onConfirm={() =>
          close.mutate({ id: cycle.id, version: cycle.version, state: "closed", withOpen: left.length > 0 })
        }
      >
        <p>{m.closeWords()}</p>
        {left.length > 0 && (
          <>
            <p>{m.closeLeft()}</p>
            <ul className="clo-left">
              {left.map((team) => (
                <li key={`${team.level} ${team.team?.id}`} dir="auto">
                  {m.closeLeftTeam({ team: teamWord(team), count: team.open })}
                </li>
              ))}
            </ul>
          </>
        )}
        <FormProblem of={close.error} fields={[]} />
      </Confirm>
    </>
  );
}

function teamWord({ team, level }: Team): string {
  return team?.name ?? (level === "personal" ? m.personal() : m.company());
}

function TeamToClose({ team, cycle }: { team: Team; cycle: Closing["cycle"] }) {
  const left = cycle.state === "closed" ? m.leftOpen : m.left;
  return (
    <section>
      <SectionHead title={<span dir="auto">{teamWord(team)}</span>} aside={left({ count: team.open })} />
      <ol className="clo-list">
        {team.objectives.map((objective) => (
          <li key={objective.id}>
            <Row objective={objective} cycleId={cycle.id} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Row({ objective, cycleId }: { objective: ToClose; cycleId: string }) {
  const format = useFormat();
  const { id, title, closure, can, owner } = objective;
  return (
    <div className="clo-row">
      <div>
        <Link className="clo-row-t" href={`/closing?cycle=${cycleId}&objective=${id}`} dir="auto">
          {title}
        </Link>
        <p className="meta">
          {owner && <span dir="auto">{owner.name} · </span>}
          {standing(objective)}
        </p>
      </div>
      {closure ? (
        <p>
          <b className="num clo-score">{closure.outcome ? m[closure.outcome]() : scoreWords(closure.score, format)}</b>{" "}
          <span className="meta">{m[`${closure.next}Said`]()}</span>
        </p>
      ) : (
        can.close && (
          <ButtonLink size="sm" href={`/closing?cycle=${cycleId}&objective=${id}`}>
            {m.grade()}
          </ButtonLink>
        )
      )}
    </div>
  );
}

/** "2 of 3 graded, 1 open ask". */
function standing({ state, keyResults, graded, openAsks }: ToClose): string {
  if (state === "dropped") return m.dropped();
  if (state === "postponed") return m.postponed();
  const count = keyResults === 0 ? m.noKeyResults() : m.graded({ graded, all: keyResults });
  return openAsks === 0 ? count : `${count}, ${m.asks({ count: openAsks })}`;
}
