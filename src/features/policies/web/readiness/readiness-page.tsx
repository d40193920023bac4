import type { ReactNode } from "react";
import type { OutputOf } from "../../../../web/api.ts";
import { useAsk } from "../../../../web/ask.ts";
import { Asked } from "../../../../web/asked.tsx";
import { ButtonLink } from "../../../../web/ui/button.tsx";
import { Empty } from "../../../../web/ui/empty.tsx";
import { useFormat } from "../../../../web/ui/format.ts";
import { messages } from "../../../../web/ui/messages.ts";
import { PageHead } from "../../../../web/ui/page-head.tsx";
import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { Proposals } from "./proposals.tsx";
import catalogue from "./readiness.messages.json";
import { Replies } from "./replies.tsx";
import "./readiness.css";

const m = messages(catalogue);

export type Readiness = OutputOf<"policies.teamReadiness.get">;

/** How ready a team is for remote work, area by area, and what would help. */
export function ReadinessPage({ id, missing }: { id: string; missing: ReactNode }) {
  const asked = useAsk("policies.teamReadiness.get", { id }, { live: ["team"] });
  if (asked.error?.leadsNowhere) return missing;
  return (
    <Asked of={asked} what={m.readiness()} head={<PageHead title={m.readiness()} />} rows={8}>
      {(readiness) => <Whole readiness={readiness} />}
    </Asked>
  );
}

function Whole({ readiness }: { readiness: Readiness }) {
  const format = useFormat();
  const { team, answered, can } = readiness;
  const who = answered && m.answeredBy({ name: answered.by.name, date: format.day(answered.at) });
  return (
    <>
      <PageHead
        title={m.title({ team: team.name })}
        sub={[m.sub(), who].filter(Boolean).join(" ")}
        acts={<ButtonLink href={`/teams/${team.id}`}>{m.toTeam()}</ButtonLink>}
      />
      {!answered && !can.answer ? (
        <Empty title={m.notYet()}>{m.notYetWords()}</Empty>
      ) : (
        <div className="split">
          <div className="stack">
            {can.answer ? <Replies readiness={readiness} /> : <Levels readiness={readiness} />}
          </div>
          <div className="stack">
            {can.answer && answered && <Levels readiness={readiness} />}
            {answered && <Proposals readiness={readiness} />}
          </div>
        </div>
      )}
    </>
  );
}

function Levels({ readiness: { levels } }: { readiness: Readiness }) {
  return (
    <section aria-labelledby="areas">
      <SectionHead id="areas" title={m.areas()} />
      <dl className="rdy-l">
        {levels.map(({ area, level }) => (
          <div key={area}>
            <dt>{m[`area-${area}`]()}</dt>
            <dd className={`is-${level}`}>{m[`level-${level}`]()}</dd>
          </div>
        ))}
      </dl>
      <p className="meta">{m.weakest()}</p>
    </section>
  );
}
