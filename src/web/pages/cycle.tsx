import { Suspense, useState } from "react";
import { Link, useParams, useSearchParams } from "wouter";
import { Happenings } from "../../features/activity/web/public.tsx";
import { OutcomeShares } from "../../features/okrs/web/public.tsx";
import type { OutputOf } from "../api.ts";
import { useAsk } from "../ask.ts";
import { Asked } from "../asked.tsx";
import { useSession } from "../session.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { weekdayNames } from "../ui/calendar-words.ts";
import { Empty } from "../ui/empty.tsx";
import { FilterChip } from "../ui/filter-chip.tsx";
import { useFocusBack } from "../ui/focus-back.ts";
import { useFormat } from "../ui/format.ts";
import { messages } from "../ui/messages.ts";
import { PageHead } from "../ui/page-head.tsx";
import { SectionHead } from "../ui/section-head.tsx";
import { StatusGlyph, statusWord, worstFirst } from "../ui/status.tsx";
import "./cycle/cycle.css";
import catalogue from "./cycle/cycle.messages.json";
import { EditCycle } from "./cycle/cycle-form.tsx";
import { StateSteps } from "./cycle/state-steps.tsx";
import NotFound from "./not-found.tsx";
import { ObjectiveTable } from "./objective-table.tsx";
import "./settings/settings.css";

const m = messages(catalogue);

type Cycle = OutputOf<"okrs.cycles.get">;

/** One cycle: when it is, how much of it is gone, its next step, and its objectives by how they stand. */
export default function CyclePage() {
  const { id = "" } = useParams();
  const asked = useAsk("okrs.cycles.get", { id }, { live: ["cycle"] });
  if (asked.error?.leadsNowhere) return <NotFound />;
  return (
    <div className="stack">
      <Asked of={asked} what={m.cycle()} head={<PageHead title={m.cycle()} />}>
        {(cycle) => <Whole cycle={cycle} />}
      </Asked>
    </div>
  );
}

function Whole({ cycle }: { cycle: Cycle }) {
  const { role } = useSession().member;
  const others = useAsk("okrs.cycles.list", {}, { live: ["cycle"] });
  const [editing, edit] = useState(false);
  const opener = useFocusBack(editing);
  return (
    <>
      <PageHead
        title={cycle.name}
        sub={<When {...cycle} />}
        acts={
          <>
            {role !== "guest" && (cycle.state === "closing" || cycle.state === "closed") && (
              <>
                <ButtonLink href={`/closing?cycle=${cycle.id}`}>
                  {cycle.state === "closing" ? m.gradeAndClose() : m.howItEnded()}
                </ButtonLink>
                <ButtonLink href={`/cycles/${cycle.id}/report`}>{m.report()}</ButtonLink>
              </>
            )}
            <StateSteps cycle={cycle} />
            {cycle.can.edit && !editing && (
              <Button ref={opener} onClick={() => edit(true)}>
                {m.edit()}
              </Button>
            )}
          </>
        }
      />
      {editing && <EditCycle cycle={cycle} cycles={others.data?.items ?? []} onClose={() => edit(false)} />}
      <Facts cycle={cycle} others={others.data?.items ?? []} />
      <Objectives cycleId={cycle.id} />
      {role !== "guest" && (
        <Suspense>
          <OutcomeShares cycleId={cycle.id} />
        </Suspense>
      )}
      {role !== "guest" && <History cycleId={cycle.id} />}
    </>
  );
}

function When({ startsOn, endsOn }: Cycle) {
  const format = useFormat();
  return `${format.fullDate(startsOn)} – ${format.fullDate(endsOn)}`;
}

function Facts({ cycle, others }: { cycle: Cycle; others: readonly Cycle[] }) {
  const format = useFormat();
  const { where, rhythm, expected, startsOn, endsOn } = cycle;
  const around = others.find(({ id }) => id === cycle.parentId);
  const inside = others.filter(({ parentId }) => parentId === cycle.id);
  const { week, weeks, daysLeft } = where;
  return (
    <section aria-label={m.days()}>
      {week !== null && (
        <div className="cyc-w" aria-hidden="true">
          {Array.from({ length: weeks }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a week is its number
            <i key={at} className={at + 1 < week ? "past" : at + 1 === week ? "now" : undefined} />
          ))}
        </div>
      )}
      <dl className="facts">
        <div>
          <dt>{m.days()}</dt>
          <dd>
            {week !== null
              ? m.weekAndLeft({ week, weeks, days: daysLeft })
              : startsOn > format.today()
                ? m.notBegun({ day: format.date(startsOn) })
                : m.over({ day: format.date(endsOn) })}
            {week !== null && <div className="meta">{m.gone({ share: format.percent(Number(expected)) })}</div>}
          </dd>
        </div>
        <div>
          <dt>{m.checkIns()}</dt>
          <dd>
            {m.rhythmSays({
              weeks: rhythm.weeks,
              day: weekdayNames(format.locale)[rhythm.day - 1] ?? "",
              time: rhythm.time,
            })}
            <div className="meta">{m.rhythmWords()}</div>
          </dd>
        </div>
        {around && (
          <div>
            <dt>{m.liesInName()}</dt>
            <dd>
              <CycleLink {...around} />
            </dd>
          </div>
        )}
        {inside.length > 0 && (
          <div>
            <dt>{m.holds()}</dt>
            <dd className="row">
              {inside.map((each) => (
                <CycleLink key={each.id} {...each} />
              ))}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function CycleLink({ id, name }: Cycle) {
  return (
    <Link className="link" href={`/cycles/${id}`} dir="auto">
      {name}
    </Link>
  );
}

function NoObjectives() {
  if (useSession().member.role === "guest") return <Empty>{m.noneForGuests()}</Empty>;
  return <Empty title={m.noObjectives()}>{m.noObjectivesWords()}</Empty>;
}

/** Counts per status, worst first; each shows its own objectives. The address keeps which. */
function Objectives({ cycleId }: { cycleId: string }) {
  const [search, setSearch] = useSearchParams();
  const map = useAsk("alignment.map", { cycleId }, { live: ["objective", "key-result", "support"] });
  const asked = search.get("status");
  const only = worstFirst.find((status) => status === asked) ?? null;
  return (
    <section aria-labelledby="objs">
      <Asked of={map} what={m.objectives()} rows={5}>
        {({ objectives }) => (
          <>
            <SectionHead id="objs" title={m.objectives()} aside={m.byStatus({ count: objectives.length })} />
            {objectives.length === 0 ? (
              <NoObjectives />
            ) : (
              <>
                <div className="chips by-status">
                  {worstFirst
                    .map((status) => ({ status, count: objectives.filter((each) => each.status === status).length }))
                    .filter(({ count }) => count > 0)
                    .map(({ status, count }) => (
                      <FilterChip
                        key={status}
                        on={only === status}
                        count={count}
                        glyph={<StatusGlyph status={status} />}
                        onToggle={() => setSearch(only === status ? {} : { status }, { replace: true })}
                      >
                        {statusWord(status)}
                      </FilterChip>
                    ))}
                </div>
                <ObjectiveTable
                  objectives={objectives.filter(({ status }) => !only || status === only)}
                  under={({ level, team }) => team?.name ?? (level === "company" ? m.company() : m.personal())}
                />
              </>
            )}
          </>
        )}
      </Asked>
    </section>
  );
}

function History({ cycleId }: { cycleId: string }) {
  const history = useAsk("activity.history.of", { subjectId: cycleId, limit: 20 }, { live: ["cycle"] });
  return (
    <section aria-labelledby="history">
      <SectionHead id="history" title={m.history()} />
      <Asked of={history} what={m.history()}>
        {({ items, names }) => <Happenings items={items} names={names} />}
      </Asked>
    </section>
  );
}
