import { Suspense, useEffect, useRef } from "react";
import { Link } from "wouter";
import { KeyResultCourse, KeyResultRow, type Objective } from "../../../features/okrs/web/public.tsx";
import { useAsk } from "../../ask.ts";
import { later } from "../../later.tsx";
import { quietly } from "../../quietly.ts";
import { useSession } from "../../session.ts";
import { Button } from "../../ui/button.tsx";
import { plus } from "../../ui/icons.ts";
import { messages } from "../../ui/messages.ts";
import { LineEnd, LineKnot, LineStop, Throughline } from "../../ui/throughline.tsx";
import catalogue from "../objective.messages.json";
import type { Doing } from "../objective.tsx";
import type { CoachProps } from "./coach.tsx";
import { Facts } from "./facts.tsx";
import { KeyResultActs } from "./key-result-acts.tsx";

const m = messages(catalogue);
const Coach = quietly<CoachProps>(() => import("./coach.tsx"));
const Work = later(() => import("./below.tsx").then((below) => ({ default: below.Work })));

interface LineProps {
  objective: Objective;
  /** The key result whose course is drawn. */
  opened: string | null;
  onDo: (doing: Doing) => void;
}

/** From what it supports through the objective to what is measured, and what is made to move that. */
export function Line({ objective, opened, onDo }: LineProps) {
  const { keyResults, can } = objective;
  useFocusOn(opened);
  const add = can.addKeyResult && (
    <Button size="sm" icon={plus} keys="n" onClick={() => onDo("key-result")}>
      {m.addKeyResult()}
    </Button>
  );
  return (
    <Throughline label={m.line()}>
      <Above objective={objective} onDo={onDo} />
      <LineKnot level={m[`level-${objective.level}`]()} size="page">
        {objective.title}
      </LineKnot>
      <li className="obj-facts">
        <Facts objective={objective} />
      </li>
      {keyResults.map((keyResult) =>
        keyResult.id === opened ? (
          <Opened key={keyResult.id} objective={objective} keyResult={keyResult} />
        ) : (
          <KeyResultRow
            key={keyResult.id}
            keyResult={keyResult}
            aspirational={objective.commitment === "aspirational"}
            title={
              <Link href={`/objectives/${objective.id}?kr=${keyResult.id}`} replace>
                {keyResult.title}
              </Link>
            }
            acts={<KeyResultActs objective={objective} keyResult={keyResult} />}
            below={<Coached objective={objective} keyResult={keyResult} />}
          />
        ),
      )}
      {keyResults.length === 0 ? (
        <LineStop title={m.noKeyResultsTitle()} acts={add}>
          {m.noKeyResults()}
        </LineStop>
      ) : (
        <>
          {add && <li className="obj-add">{add}</li>}
          <LineEnd>
            <Suspense>
              <Work objective={objective} />
            </Suspense>
          </LineEnd>
        </>
      )}
    </Throughline>
  );
}

/** The row that was pressed gives way to its course: the focus goes to its heading. */
function useFocusOn(opened: string | null): void {
  const before = useRef(opened);
  useEffect(() => {
    if (opened !== before.current) document.getElementById(`kr-${opened}`)?.focus();
    before.current = opened;
  }, [opened]);
}

/** What it supports, the imperative first; where that is missing the line turns dotted and says so. */
function Above({ objective, onDo }: Omit<LineProps, "opened">) {
  const { line, can, upkeep } = objective;
  const above = line.slice(0, -1);
  // What it supports may be out of a guest's sight.
  const isGuest = useSession().member.role === "guest";
  const isLoose = !isGuest && line[0]?.kind !== "imperative" && !upkeep && !objective.private;
  return (
    <>
      {isLoose && (
        <li className="obj-loose">
          <span>{above.length === 0 ? m.supportsNothing() : m.noImperative()}</span>
          {above.length === 0 && can.link && (
            <Button size="sm" onClick={() => onDo("link")}>
              {m.connect()}
            </Button>
          )}
        </li>
      )}
      {above.map(({ kind, id, title }) => (
        <LineKnot key={id} level={m[kind]()} size="small">
          {kind === "objective" ? <Link href={`/objectives/${id}`}>{title}</Link> : title}
        </LineKnot>
      ))}
    </>
  );
}

function Opened({ objective, keyResult }: { objective: Objective; keyResult: Objective["keyResults"][number] }) {
  const told = useAsk("cadence.checkIns.list", { keyResultId: keyResult.id, limit: 200 }, { live: ["check-in"] });
  return (
    <KeyResultCourse
      keyResult={keyResult}
      cycle={objective.cycle}
      checkIns={told.data?.items}
      aspirational={objective.commitment === "aspirational"}
      acts={<KeyResultActs objective={objective} keyResult={keyResult} />}
      below={<Coached objective={objective} keyResult={keyResult} />}
    />
  );
}

/** The coach speaks to whoever may change the words. */
function Coached({ objective, keyResult }: CoachProps) {
  if (!keyResult.can.edit || keyResult.state !== "open") return null;
  return (
    <Suspense>
      <Coach objective={objective} keyResult={keyResult} />
    </Suspense>
  );
}
