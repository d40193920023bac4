import { useQueries } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Link, useLocation, useSearch } from "wouter";
import {
  branchesOf,
  type Filter,
  type MapObjective,
  Outline,
  onShow,
  StrategyMap,
} from "../../features/alignment/web/public.tsx";
import { call, type OutputOf } from "../api.ts";
import { keyOf, useAsk } from "../ask.ts";
import { Asked } from "../asked.tsx";
import { useSession } from "../session.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Empty } from "../ui/empty.tsx";
import { Input, Select } from "../ui/field.tsx";
import { FilterChip } from "../ui/filter-chip.tsx";
import { messages } from "../ui/messages.ts";
import { PageHead } from "../ui/page-head.tsx";
import { StatusGlyph, statusWord, worstFirst } from "../ui/status.tsx";
import { isId, oneOf, understood } from "../understood.ts";
import catalogue from "./map.messages.json";
import NotFound from "./not-found.tsx";
import "./filters.css";
import "./map.css";

const m = messages(catalogue);
type Answer = OutputOf<"alignment.map">;
const means = { cycle: isId, team: isId, focus: isId, view: oneOf(["map", "outline"]) };

/** The strategy map and its outline; what is filtered, focused and which view is in the address. */
export default function MapPage() {
  const asked = understood(useSearch(), means);
  const cycleId = asked.get("cycle");
  const answer = useAsk("alignment.map", cycleId ? { cycleId } : {}, {
    live: ["objective", "key-result", "support", "imperative", "vision", "mission", "cycle"],
    keepPrevious: true,
  });
  if (answer.error?.leadsNowhere) return <NotFound />;
  return (
    <Asked of={answer} what={m.what()} rows={8} head={<PageHead title={m.title()} />}>
      {(map) => <Loaded key={map.cycle?.id} answer={map} asked={asked} />}
    </Asked>
  );
}

function Loaded({ answer, asked }: { answer: Answer; asked: URLSearchParams }) {
  const [, go] = useLocation();
  const view =
    asked.get("view") === "outline" || (asked.get("view") === null && matchMedia("(max-width: 760px)").matches)
      ? "outline"
      : "map";
  const address = asked.toString();
  const filter = useMemo(() => filterOf(new URLSearchParams(address)), [address]);
  const shown = useMemo(() => onShow(answer.objectives, filter), [answer.objectives, filter]);
  const { closed, toggle } = useBranches(answer, filter);
  const loaded = useOpened(answer, closed, shown);
  const branches = useMemo(() => branchesOf(loaded, shown), [loaded, shown]);
  const change = (changes: Record<string, string | null>) => go(`/map?${changed(asked, changes)}`, { replace: true });
  const titleOf = (id: string) =>
    loaded.objectives.find((each) => each.id === id)?.title ??
    loaded.imperatives.find((each) => each.id === id)?.statement;
  const { objectives } = loaded;
  return (
    <>
      <PageHead
        title={m.title()}
        sub={
          <span dir="auto">
            {answer.mission || (answer.cycle && m.sub({ count: objectives.length, cycle: answer.cycle.name }))}
          </span>
        }
        acts={<Views asked={asked} view={view} />}
      />
      <Filters answer={answer} filter={filter} asked={asked} onChange={change} titleOf={titleOf} />
      {!answer.cycle ? (
        <WithoutCycle />
      ) : objectives.length === 0 && answer.imperatives.length === 0 ? (
        <WithoutObjectives cycle={answer.cycle.name} />
      ) : objectives.length > 0 && shown.size === 0 ? (
        <Empty
          acts={<Button onClick={() => change({ team: null, status: null, q: null, focus: null })}>{m.clear()}</Button>}
        >
          {m.noMatch()}
        </Empty>
      ) : (
        <>
          {objectives.length === 0 && <WithoutObjectives cycle={answer.cycle.name} />}
          {view === "map" ? (
            <StrategyMap
              answer={loaded}
              branches={branches}
              closed={closed}
              onToggle={(objective, open) => toggle(objective.id, open, false, branches.under)}
            />
          ) : (
            <Outline
              answer={loaded}
              branches={branches}
              closed={closed}
              onToggle={(id, open, branch) => toggle(id, open, branch, branches.under)}
              titleOf={titleOf}
            />
          )}
        </>
      )}
    </>
  );
}

function WithoutCycle() {
  const cycles = useAsk("okrs.cycles.list", {});
  const may = cycles.data?.can.create;
  return <Empty acts={may && <ButtonLink href="/settings/cycles">{m.planCycle()}</ButtonLink>}>{m.none()}</Empty>;
}

function WithoutObjectives({ cycle }: { cycle: string }) {
  const isGuest = useSession().member.role === "guest";
  return (
    <Empty acts={!isGuest && <ButtonLink href="/objectives">{m.write()}</ButtonLink>}>
      {isGuest ? m.emptyForGuests({ cycle }) : m.empty({ cycle })}
    </Empty>
  );
}

function Views({ asked, view }: { asked: URLSearchParams; view: "map" | "outline" }) {
  return (
    <nav className="seg" aria-label={m.view()}>
      {(["map", "outline"] as const).map((each) => (
        <Link
          key={each}
          href={`/map?${changed(asked, { view: each })}`}
          aria-current={each === view ? "true" : undefined}
        >
          {m[each]()}
        </Link>
      ))}
    </nav>
  );
}

interface FiltersProps {
  answer: Answer;
  filter: Filter;
  asked: URLSearchParams;
  onChange: (changes: Record<string, string | null>) => void;
  titleOf: (id: string) => string | undefined;
}

function Filters({ answer, filter, asked, onChange, titleOf }: FiltersProps) {
  const teams = new Map(answer.objectives.flatMap(({ team }) => (team ? [[team.id, team.name] as const] : [])));
  const counts = new Map<string, number>();
  for (const { status } of answer.objectives) counts.set(status, (counts.get(status) ?? 0) + 1);
  const cycles = useAsk("okrs.cycles.list", {});
  const toggleStatus = (status: string) => {
    const next = new Set(filter.statuses);
    if (!next.delete(status)) next.add(status);
    onChange({ status: [...next].join(",") || null });
  };
  return (
    <div className="flt">
      <Input
        type="search"
        defaultValue={asked.get("q") ?? ""}
        aria-label={m.find({ count: answer.objectives.length })}
        placeholder={m.find({ count: answer.objectives.length })}
        onChange={(event) => onChange({ q: event.target.value || null })}
      />
      <Select
        aria-label={m.team()}
        value={filter.teamId ?? ""}
        onChange={(event) => onChange({ team: event.target.value || null })}
      >
        <option value="">{m.allTeams()}</option>
        {[...teams].map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      {(cycles.data?.items.length ?? 0) > 1 && (
        <Select
          aria-label={m.cycle()}
          value={answer.cycle?.id ?? ""}
          onChange={(event) => onChange({ cycle: event.target.value })}
        >
          {cycles.data?.items.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      {filter.focus && (
        <Button size="sm" onClick={() => onChange({ focus: null })}>
          {m.focused({ title: titleOf(filter.focus) ?? "" })} · {m.whole()}
        </Button>
      )}
      <div className="chips">
        {worstFirst
          .filter((status) => counts.has(status))
          .map((status) => (
            <FilterChip
              key={status}
              on={filter.statuses.has(status)}
              onToggle={() => toggleStatus(status)}
              glyph={<StatusGlyph status={status} size={10} />}
              count={counts.get(status) ?? 0}
            >
              {statusWord(status)}
            </FilterChip>
          ))}
      </div>
    </div>
  );
}

/** Above sixty objectives every branch is closed but the viewer's own line, the first of them; a filter opens what it finds. */
function useBranches(answer: Answer, filter: Filter) {
  const [turned, turn] = useState<ReadonlyMap<string, boolean>>(new Map());
  const filtered = filter.teamId !== null || filter.statuses.size > 0 || filter.words !== "" || filter.focus !== null;
  const closed = useMemo(() => {
    const firstOfMine = answer.objectives.find((each) => each.mine && each.level === "company");
    const onMyLine = (each: MapObjective) => each.mine && (each.level !== "company" || each === firstOfMine);
    const openAtFirst = (each: MapObjective) => answer.complete || filtered || onMyLine(each);
    const all = [
      ...answer.objectives.map((each) => [each.id, openAtFirst(each)] as const),
      ...answer.imperatives.map(({ id }) => [id, true] as const),
      ["vision", true] as const,
      ["loose", answer.complete || filtered] as const,
    ];
    return new Set(all.filter(([id, open]) => !(turned.get(id) ?? open)).map(([id]) => id));
  }, [answer, turned, filtered]);
  const toggle = (id: string, open: boolean, branch: boolean, under: ReadonlyMap<string, readonly MapObjective[]>) => {
    const ids = branch ? [id, ...below(id, under)] : [id];
    turn((before) => new Map([...before, ...ids.map((each) => [each, open] as const)]));
  };
  return { closed, toggle };
}

function below(id: string, under: ReadonlyMap<string, readonly MapObjective[]>): string[] {
  return (under.get(id) ?? []).flatMap((child) => [child.id, ...below(child.id, under)]);
}

/** A large map comes without the key results of closed branches: they are asked for, a hundred objectives at a time, once opened. */
function useOpened(answer: Answer, closed: ReadonlySet<string>, shown: ReadonlySet<string>): Answer {
  const chunks = useMemo(() => {
    const there = new Set(answer.keyResults.map(({ objectiveId }) => objectiveId));
    const wanted = answer.complete
      ? []
      : answer.objectives
          .filter((each) => each.keyResults > 0 && !there.has(each.id) && shown.has(each.id) && !closed.has(each.id))
          .map(({ id }) => id);
    return Array.from({ length: Math.ceil(wanted.length / 100) }, (_, at) =>
      wanted.slice(at * 100, at * 100 + 100).join(","),
    );
  }, [answer, closed, shown]);
  const rest = useQueries({
    queries: chunks.map((objectiveIds) => ({
      queryKey: keyOf("alignment.keyResults", { objectiveIds }),
      queryFn: ({ signal }: { signal: AbortSignal }) => call("alignment.keyResults", { objectiveIds }, signal),
      meta: { live: ["key-result"] },
    })),
    combine: itemsOf,
  });
  return useMemo(
    () => (rest.length > 0 ? { ...answer, keyResults: [...answer.keyResults, ...rest] } : answer),
    [answer, rest],
  );
}

function itemsOf(asked: readonly { data?: OutputOf<"alignment.keyResults"> | undefined }[]) {
  return asked.flatMap(({ data }) => data?.items ?? []);
}

/** The address says what is filtered; words are compared in lower case. */
function filterOf(asked: URLSearchParams): Filter {
  return {
    teamId: asked.get("team"),
    statuses: new Set(worstFirst.filter((status) => asked.get("status")?.split(",").includes(status))),
    words: (asked.get("q") ?? "").toLocaleLowerCase(),
    focus: asked.get("focus"),
  };
}

function changed(asked: URLSearchParams, changes: Record<string, string | null>): string {
  const next = new URLSearchParams(asked);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) next.delete(key);
    else next.set(key, value);
  }
  return next.toString();
}
