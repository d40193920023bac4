import { type ReactNode, useCallback, useState } from "react";
import { useLocation, useSearch } from "wouter";
import { useAsk } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { useSession } from "../../../web/session.ts";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { Empty } from "../../../web/ui/empty.tsx";
import { Select } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { isId, oneOf, understood } from "../../../web/understood.ts";
import { Answer } from "./answer.tsx";
import { Course } from "./course.tsx";
import { Covered } from "./covered.tsx";
import { GapList, kinds } from "./gap-list.tsx";
import { Placed } from "./placed.tsx";
import { live, m, type Standing } from "./standing.ts";
import "./alignment.css";

const means = { cycle: isId, team: isId, kind: oneOf(kinds) };

/** The index of a cycle with its parts, how it moved, who has a line, and every place where the line breaks. */
export function AlignmentPage({ missing }: { missing: ReactNode }) {
  const { role } = useSession().member;
  const asked = understood(useSearch(), means);
  const cycleId = asked.get("cycle") ?? undefined;
  const standing = useAsk("alignment.alignment.get", { cycleId, limit: 12 }, { live, keepPrevious: true });
  if (standing.error?.leadsNowhere) return missing;
  return (
    <Asked of={standing} what={m.alignment()} rows={8} head={<PageHead title={m.alignment()} />}>
      {(answer) => (answer.cycle ? <Whole standing={answer} asked={asked} /> : <WithoutCycle role={role} />)}
    </Asked>
  );
}

function WithoutCycle({ role }: { role: string }) {
  const plans = role === "owner" || role === "champion";
  return (
    <>
      <PageHead title={m.alignment()} />
      <Empty title={m.noCycle()} acts={plans && <ButtonLink href="/settings/cycles">{m.planCycle()}</ButtonLink>}>
        {m.noCycleWords()}
      </Empty>
    </>
  );
}

function Whole({ standing, asked }: { standing: Standing; asked: URLSearchParams }) {
  const [, go] = useLocation();
  const format = useFormat();
  const change = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(asked);
    for (const [key, value] of Object.entries(changes)) value ? next.set(key, value) : next.delete(key);
    go(next.size > 0 ? `/alignment?${next}` : "/alignment", { replace: true });
  };
  const { cycle, index, history } = standing;
  const kind = asked.get("kind");
  const teamId = asked.get("team");
  const [printing, wantPrinted] = useState(false);
  const onWhole = useCallback(() => {
    addEventListener("afterprint", () => wantPrinted(false), { once: true });
    print();
  }, []);
  const isWhole = standing.gaps.next === null && kind === null && teamId === null;
  return (
    <div className="al">
      <PageHead
        title={m.alignment()}
        sub={<When standing={standing} />}
        acts={
          <>
            <ChooseCycle id={cycle?.id ?? ""} onChange={(id) => change({ cycle: id, team: null, kind: null })} />
            <Button busy={printing} onClick={() => (isWhole ? print() : wantPrinted(true))}>
              {m.print()}
            </Button>
          </>
        }
      />
      {index === null ? <NothingYet standing={standing} /> : <Answer standing={standing} />}
      <div className="al-rest">
        <GapList {...{ standing, kind, teamId, printing, onWhole }} onChange={change} />
        <div className="stack">
          {cycle && index !== null && <Course cycle={cycle} history={history} />}
          {standing.placed.some(({ priority, placed }) => priority !== null || placed !== null) && (
            <Placed standing={standing} />
          )}
          <Covered of={standing.coverage} onShow={(kind) => change({ kind, team: null })} />
        </div>
      </div>
      <p className="meta al-foot">{m.foot({ when: format.moment(new Date()), cycle: cycle?.name ?? "" })}</p>
    </div>
  );
}

function When({ standing: { cycle } }: { standing: Standing }) {
  const format = useFormat();
  if (!cycle) return null;
  const dates = format.dates(cycle.startsOn, cycle.endsOn);
  return (
    <span dir="auto">
      {cycle.state === "planning" ? (
        m.planned({ cycle: cycle.name, dates })
      ) : (
        <>
          {m.during({ cycle: cycle.name, dates })} <span className="al-press">{m.pressFigure()}</span>
        </>
      )}
    </span>
  );
}

function ChooseCycle({ id, onChange }: { id: string; onChange: (id: string) => void }) {
  const cycles = useAsk("okrs.cycles.list", {}, { live: ["cycle"] });
  const items = cycles.data?.items ?? [];
  if (items.length < 2) return null;
  return (
    <Select aria-label={m.cycle()} value={id} onChange={({ target }) => onChange(target.value)}>
      {items.map((cycle) => (
        <option key={cycle.id} value={cycle.id}>
          {cycle.name}
        </option>
      ))}
    </Select>
  );
}

/** No part has data: there is no index, and nothing is shown in its place. */
function NothingYet({ standing: { cycle } }: { standing: Standing }) {
  return (
    <Empty
      title={m.nothingYet()}
      acts={<ButtonLink href={`/objectives?cycle=${cycle?.id}`}>{m.objectives()}</ButtonLink>}
    >
      {m.nothingYetWords()}
    </Empty>
  );
}
