import { useMemo } from "react";
import { Link, useLocation, useSearch } from "wouter";
import {
  branchesOf,
  type Filter,
  Outline,
  onShow,
  PoliciesInOutline,
  StrategyMap,
  type Through,
} from "../../features/alignment/web/public.tsx";
import type { OutputOf } from "../api.ts";
import { useAsk } from "../ask.ts";
import { Asked } from "../asked.tsx";
import { useSession } from "../session.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Empty } from "../ui/empty.tsx";
import { messages } from "../ui/messages.ts";
import { PageHead } from "../ui/page-head.tsx";
import { worstFirst } from "../ui/status.tsx";
import { isId, oneOf, understood } from "../understood.ts";
import catalogue from "./map.messages.json";
import { useBranches, useOpened } from "./map-branches.ts";
import { Filters } from "./map-filters.tsx";
import NotFound from "./not-found.tsx";
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
  const isGuest = useSession().member.role === "guest";
  // They come when they come: the map stands without them.
  const through = useAsk("policies.policies.lines", {}, { enabled: !isGuest, live: ["policy"] }).data?.items ?? none;
  if (answer.error?.leadsNowhere) return <NotFound />;
  return (
    <Asked of={answer} what={m.what()} rows={8} head={<PageHead title={m.title()} />}>
      {(map) => <Loaded key={map.cycle?.id} answer={map} asked={asked} through={through} />}
    </Asked>
  );
}

const none: readonly Through[] = [];

function Loaded({ answer, asked, through }: { answer: Answer; asked: URLSearchParams; through: readonly Through[] }) {
  const [, go] = useLocation();
  const view =
    asked.get("view") === "outline" || (asked.get("view") === null && matchMedia("(max-width: 760px)").matches)
      ? "outline"
      : "map";
  const address = asked.toString();
  const filter = useMemo(() => filterOf(new URLSearchParams(address)), [address]);
  const shown = useMemo(() => onShow(answer.objectives, filter), [answer.objectives, filter]);
  const { closed, toggle, toggleAll } = useBranches(answer, filter);
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
          {objectives.length > 0 && (
            <p className="row map-all">
              <Button size="sm" onClick={() => toggleAll(true)}>
                {m.openAll()}
              </Button>
              <Button size="sm" onClick={() => toggleAll(false)}>
                {m.closeAll()}
              </Button>
            </p>
          )}
          {view === "map" ? (
            <StrategyMap
              answer={loaded}
              through={through}
              branches={branches}
              closed={closed}
              onToggle={(objective, open) => toggle(objective.id, open, false, branches.under)}
            />
          ) : (
            <>
              <Outline
                answer={loaded}
                branches={branches}
                closed={closed}
                onToggle={(id, open, branch) => toggle(id, open, branch, branches.under)}
                titleOf={titleOf}
              />
              <PoliciesInOutline through={through} answer={loaded} />
            </>
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
