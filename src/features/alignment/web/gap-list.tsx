import { useEffect, useRef, useState } from "react";
import { useAsk } from "../../../web/ask.ts";
import { useAskList } from "../../../web/ask-list.ts";
import { Asked } from "../../../web/asked.tsx";
import { More } from "../../../web/more.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Select } from "../../../web/ui/field.tsx";
import { FilterChip } from "../../../web/ui/filter-chip.tsx";
import { TeamOptions } from "../../people/web/public.tsx";
import { GapEntry } from "./gap-entry.tsx";
import { type Gap, type Kind, live, m, type Standing } from "./standing.ts";

/** In the order of the list. */
export const kinds = [
  "orphan",
  "dead-end",
  "nothing-beneath",
  "idle-imperative",
  "dependency-pending",
  "dependency-declined",
  "dependency-late",
  "opposing",
  "team-without-line",
  "member-without-line",
] as const satisfies readonly Kind[];

interface GapListProps {
  standing: Standing;
  kind: string | null;
  teamId: string | null;
  onChange: (changes: Record<string, string | null>) => void;
  /** The whole list is wanted, for paper; `onWhole` is called once it is on the page, or cannot be had. */
  printing: boolean;
  onWhole: () => void;
}

/** As many as one answer holds: some fifteen pages of paper. */
const most = 200;

/** Every place where the line breaks, each with the step that mends it. */
export function GapList({ standing, kind, teamId, onChange, printing, onWhole }: GapListProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [further, goFurther] = useState(false);
  const asks = further || printing || kind !== null || teamId !== null;
  const total = placesOf(standing.counts, null);
  const cycle = standing.cycle;
  if (!cycle) return null;
  return (
    <section aria-labelledby="al-list" className="al-list">
      <div className="sec-h">
        <h2 id="al-list" ref={heading} tabIndex={-1}>
          {m.list()}
        </h2>
        <span className="aside">{m.places({ count: total })}</span>
      </div>
      {asks ? (
        <Filtered {...{ cycle, heading, onChange, teamId, printing, onWhole }} kind={kind as Kind | null} />
      ) : (
        <>
          <Filters counts={standing.counts} kind={null} teamId={null} onChange={onChange} />
          <Entries items={standing.gaps.items} heading={heading} cycle={cycle} none={m.noGaps()} />
          <OnPaper more={total - standing.gaps.items.length} />
          {standing.gaps.next !== null && (
            <p className="row form-acts">
              <Button onClick={() => goFurther(true)}>{m.more()}</Button>
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** How many of a kind there are, or of all. */
function placesOf(counts: Standing["counts"], kind: Kind | null): number {
  return counts.reduce((sum, of) => (kind === null || of.kind === kind ? sum + of.count : sum), 0);
}

/** Paper shows what is on the page; it says how many are not, and where they are. */
function OnPaper({ more }: { more: number }) {
  const where = `${location.host}${location.pathname}${location.search}`;
  return more > 0 && <p className="small al-paper">{m.andMore({ count: more, where })}</p>;
}

type Heading = React.RefObject<HTMLHeadingElement | null>;
type Shown = NonNullable<Standing["cycle"]>;

interface FilteredProps extends Pick<GapListProps, "teamId" | "onChange" | "printing" | "onWhole"> {
  cycle: Shown;
  kind: Kind | null;
  heading: Heading;
}

function Filtered({ cycle, kind, teamId, onChange, heading, printing, onWhole }: FilteredProps) {
  const asking = {
    cycleId: cycle.id,
    kind: kind ?? undefined,
    teamId: teamId ?? undefined,
    limit: printing ? most : 50,
  };
  const list = useAskList("alignment.alignment.gaps", asking, { live, keepPrevious: true });
  const counts = list.data?.pages[0]?.counts ?? [];
  const isWhole = printing && !list.isFetching;
  useEffect(() => {
    if (isWhole) onWhole();
  }, [isWhole, onWhole]);
  return (
    <>
      <Filters counts={counts} kind={kind} teamId={teamId} onChange={onChange} />
      <Asked of={list} what={m.list()}>
        {({ items }) => (
          <>
            <Entries items={items} heading={heading} cycle={cycle} none={m.noMatch()} />
            <OnPaper more={placesOf(counts, kind) - items.length} />
          </>
        )}
      </Asked>
      <More of={list} />
    </>
  );
}

interface FiltersProps extends Pick<GapListProps, "onChange" | "teamId"> {
  counts: Standing["counts"];
  kind: Kind | null;
}

function Filters({ counts, kind, teamId, onChange }: FiltersProps) {
  const teams = useAsk("people.teams.list");
  const shown = kinds.flatMap((each) => {
    const count = counts.find((of) => of.kind === each)?.count ?? 0;
    return count > 0 || each === kind ? [{ kind: each, count }] : [];
  });
  return (
    <search className="al-flt">
      <Select
        aria-label={m.team()}
        value={teamId ?? ""}
        onChange={({ target }) => onChange({ team: target.value || null })}
      >
        <option value="">{m.allTeams()}</option>
        <TeamOptions teams={teams.data?.items ?? []} />
      </Select>
      <span className="chips">
        {shown.map(({ kind: each, count }) => (
          <FilterChip
            key={each}
            on={each === kind}
            count={count}
            onToggle={() => onChange({ kind: each === kind ? null : each })}
          >
            {m[each]()}
          </FilterChip>
        ))}
      </span>
    </search>
  );
}

interface EntriesProps {
  items: readonly Gap[];
  heading: Heading;
  cycle: Shown;
  /** What is said where there are none. */
  none: string;
}

function Entries({ items, heading, cycle, none }: EntriesProps) {
  const list = useRef<HTMLUListElement>(null);
  const remember = useNextFocus(list, heading, items);
  return items.length === 0 ? (
    <p className="small al-none">{none}</p>
  ) : (
    <ul ref={list} className="al-gaps" onFocus={remember}>
      {items.map((gap, nth) => (
        <GapEntry key={keyOf(gap)} gap={gap} cycle={cycle} heads={gap.kind !== items[nth - 1]?.kind} />
      ))}
    </ul>
  );
}

function keyOf({ kind, subjects }: Gap): string {
  return `${kind} ${subjects
    .map(({ id }) => id)
    .slice(0, kind === "opposing" ? 2 : 1)
    .join(" ")}`;
}

/** Where an entry that had the focus is gone, the one in its place gets it, else the heading of the list. */
function useNextFocus(list: React.RefObject<HTMLUListElement | null>, heading: Heading, items: readonly Gap[]) {
  const had = useRef<{ nth: number; key: string } | null>(null);
  useEffect(() => {
    if (!had.current || document.activeElement !== document.body) return;
    const { nth, key } = had.current;
    if (items.some((gap) => keyOf(gap) === key)) return;
    had.current = null;
    const entry = list.current?.children[Math.min(nth, items.length - 1)];
    (entry?.querySelector<HTMLElement>(".al-g-a button") ?? entry?.querySelector("a") ?? heading.current)?.focus();
  }, [items, list, heading]);
  return (event: React.FocusEvent) => {
    const entry = (event.target as Element).closest(".al-gaps > li");
    const nth = entry && list.current ? [...list.current.children].indexOf(entry) : -1;
    const gap = items[nth];
    had.current = gap ? { nth, key: keyOf(gap) } : null;
  };
}
