import { type ReactNode, Suspense, useState } from "react";
import { useSearchParams } from "wouter";
import type { OutputOf } from "../../../web/api.ts";
import { useAsk } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { later } from "../../../web/later.tsx";
import { Banner } from "../../../web/ui/banner.tsx";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { Empty } from "../../../web/ui/empty.tsx";
import { daysBetween, useFormat } from "../../../web/ui/format.ts";
import { chevronLeft, chevronRight } from "../../../web/ui/further-icons.ts";
import { useKeys } from "../../../web/ui/keys.ts";
import { messages } from "../../../web/ui/messages.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { isId } from "../../../web/understood.ts";
import { TeamOptions } from "../../people/web/public.tsx";
import { SetWeek } from "./set-week.tsx";
import catalogue from "./week.messages.json";
import { Legend, WeekTable } from "./week-table.tsx";

const m = messages(catalogue);
const AgreementsHere = later(() => import("./agreements/agreements-here.tsx"));
const Together = later(() => import("./meeting/together.tsx"));
const groups = { mine: m.mine, depend: m.depend, everyone: m.everyone };

type Week = OutputOf<"workplace.week">;
type Group = keyof typeof groups;

interface WeekPageProps {
  /** What later rooms say of the week, by its first day and the team that is looked at. */
  beside: (from: string, teamId: string | undefined) => ReactNode;
}

/** Who plans to be where this week, or another; which week and whose stand in the address. */
export function WeekPage({ beside }: WeekPageProps) {
  const [search, setSearch] = useSearchParams();
  const from = dayIn(search.get("week"));
  const who = groupIn(search.get("who"));
  const asked = { ...(from ? { from } : {}), ...(isId(who) ? { teamId: who } : { whose: who as Group }) };
  const week = useAsk("workplace.week", asked, { live: ["presence", "organisation", "team"], keepPrevious: true });
  const [setting, set] = useState(false);
  const isOver = week.data !== undefined && week.data.endsOn < week.data.today;
  const maySet = week.data?.state === "on" && !isOver;
  const go = (part: Record<string, string>) =>
    setSearch((before) => ({ ...Object.fromEntries(before), ...part }), { replace: true });
  useKeys(maySet ? [{ keys: "w", does: m.setMyWeek(), run: () => set(true) }] : []);
  return (
    <>
      <PageHead
        title={titleOf(week.data, useFormat())}
        sub={<Sub week={week.data} who={who} />}
        acts={
          week.data?.state === "on" && (
            <Acts week={week.data} who={who} go={go}>
              {maySet && (
                <Button kind="primary" keys="w" onClick={() => set(true)}>
                  {m.setMyWeek()}
                </Button>
              )}
            </Acts>
          )
        }
      />
      <Asked of={week} what={m.what()} rows={8}>
        {(answer) => (
          <Loaded week={answer} who={who}>
            {beside(answer.startsOn, isId(who) ? who : undefined)}
          </Loaded>
        )}
      </Asked>
      {week.data && !isOver && (
        <Suspense>
          <Together week={week.data} group={isId(who) ? { teamId: who } : { whose: who as Group }} />
        </Suspense>
      )}
      {week.data && <SetWeek open={setting} onClose={() => set(false)} from={week.data.startsOn} />}
    </>
  );
}

function Loaded({ week, who, children }: { week: Week; who: string; children: ReactNode }) {
  if (week.state !== "on") return <NotYet week={week} />;
  if (week.sites.length === 0)
    return <Empty title={m.nobody()}>{who === "depend" ? m.nobodyDepend() : m.nobodyWords()}</Empty>;
  return (
    <>
      {week.waiting > 0 && (
        <Banner
          kind="note"
          fact={m.anchorsWait({ count: week.waiting })}
          acts={<ButtonLink href="/workplace/anchor-days">{m.decide()}</ButtonLink>}
        />
      )}
      <WeekTable week={week} />
      {week.leftOut > 0 && <Banner kind="note" fact={m.leftOut({ count: week.leftOut })} />}
      <Legend notShown={week.notShown} />
      <Suspense>
        {children}
        <AgreementsHere teamId={isId(who) ? who : undefined} />
      </Suspense>
    </>
  );
}

/** No site, or none with presence: what there is to do, for whoever can and for everyone else. */
function NotYet({ week: { state, can } }: { week: Week }) {
  const isNew = state === "no-sites";
  const acts = can.manage && (
    <ButtonLink kind="primary" href="/settings/sites">
      {isNew ? m.addSites() : m.toSites()}
    </ButtonLink>
  );
  const words = isNew
    ? { admin: m.noSitesAdmin(), member: m.noSitesMember() }
    : { admin: m.offAdmin(), member: m.offMember() };
  return (
    <Empty title={isNew ? m.noSites() : m.off()} acts={acts}>
      {can.manage ? words.admin : words.member}
    </Empty>
  );
}

interface ActsProps {
  week: Week;
  who: string;
  go: (part: Record<string, string>) => void;
  children: ReactNode;
}

function Acts({ week, who, go, children }: ActsProps) {
  const teams = useAsk("people.teams.list", undefined, { live: ["team"] });
  const move = (days: number) => go({ week: moved(week.startsOn, days) });
  return (
    <div className="wk-a">
      <Button icon={chevronLeft} iconOnly onClick={() => move(-7)}>
        {m.previous()}
      </Button>
      <Button icon={chevronRight} iconOnly onClick={() => move(7)}>
        {m.next()}
      </Button>
      <select className="input" aria-label={m.who()} value={who} onChange={({ target }) => go({ who: target.value })}>
        {Object.entries(groups).map(([group, words]) => (
          <option key={group} value={group}>
            {words()}
          </option>
        ))}
        <TeamOptions teams={teams.data?.items ?? []} />
      </select>
      <ButtonLink href={isId(who) ? `/workplace/anchor-days?team=${who}` : "/workplace/anchor-days"}>
        {m.agreeOnDays()}
      </ButtonLink>
      {children}
    </div>
  );
}

function Sub({ week, who }: { week: Week | undefined; who: string }) {
  const format = useFormat();
  const teams = useAsk("people.teams.list", undefined, { live: ["team"] });
  if (week?.state !== "on") return "\u00a0";
  const named = groups[who as Group]?.() ?? teams.data?.items.find(({ id }) => id === who)?.name ?? "";
  const [first = week.startsOn, last = week.endsOn] = [week.days[0], week.days.at(-1)];
  const said = { dates: format.dates(first, last), who: named };
  return week.people === 0
    ? m.subNobody(said)
    : m.sub({ ...said, people: week.people, sites: week.sites.filter(({ people }) => people.length > 0).length });
}

function titleOf(week: Week | undefined, format: ReturnType<typeof useFormat>): string {
  if (!week) return m.thisWeek();
  const ahead = daysBetween(week.today, week.startsOn);
  if (ahead > 7) return m.weekFrom({ day: format.date(week.startsOn) });
  if (ahead > 0) return m.nextWeek();
  if (ahead > -7) return m.thisWeek();
  return ahead > -14 ? m.lastWeek() : m.weekFrom({ day: format.date(week.startsOn) });
}

function moved(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A day as addresses write it; undefined for any other word. */
function dayIn(word: string | null): string | undefined {
  const isDay = word !== null && /^\d{4}-\d\d-\d\d$/.test(word) && !Number.isNaN(Date.parse(`${word}T00:00:00Z`));
  return isDay ? word : undefined;
}

function groupIn(word: string | null): string {
  return word !== null && (word in groups || isId(word)) ? word : "mine";
}
