import { Suspense, useCallback, useMemo, useState } from "react";
import { later } from "../../../web/later.tsx";
import { Problem } from "../../../web/problem.ts";
import { quietly } from "../../../web/quietly.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Empty } from "../../../web/ui/empty.tsx";
import { useCoach } from "../../coach/web/public.tsx";
import { inWords, m, type Studio as Plan } from "./asking.ts";
import { From } from "./from.tsx";
import { InitiativeLines } from "./initiative-lines.tsx";
import { NewLine } from "./line-parts.tsx";
import { ObjectiveLines } from "./objective-lines.tsx";
import { usePast } from "./past.ts";
import { useSaving } from "./saving.ts";
import {
  type AtWork,
  type Beginning,
  type CommentSubject,
  type Doing,
  StudioContext,
  useStudio,
} from "./studio-context.ts";
import { Notices, StudioHead } from "./studio-head.tsx";
import "./studio.css";

// Nothing of it is shown, so the page does not wait for it.
const KeysAndPresence = quietly(() => import("./keys-and-presence.tsx"));
const Dialogs = later(() => import("./dialogs.tsx"));
const ReviewPanel = later(() => import("./review-panel.tsx"));
const PlanComments = later(() => import("./plan-comments.tsx"));

/** One plan on one page: the line it comes from, the text, the coach at the margin; then what is said about it. */
export function Studio({ studio }: { studio: Plan }) {
  const [current, setCurrent] = useState<string | null>(null);
  const [beginning, begin] = useState<Beginning | null>(null);
  const [unfinished] = useState(() => new Map<string, string>());
  const [doing, does] = useState<Doing | null>(null);
  const [subject, commentOn] = useState<CommentSubject | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const coach = useCoach();

  const attempt = useCallback(async (work: () => Promise<unknown>) => {
    try {
      setWrong(null);
      await work();
      return true;
    } catch (reason) {
      setWrong(reason instanceof Problem ? inWords(reason) : m.metElsewhere());
      return false;
    }
  }, []);
  const past = usePast(attempt);
  const saving = useSaving(studio.id, past);
  const work: AtWork = useMemo(
    () => ({ ...saving, ...past, studio, current, beginning, begin, unfinished, doing, does, commentOn, attempt }),
    [saving, past, studio, current, beginning, unfinished, doing, attempt],
  );
  return (
    <StudioContext value={work}>
      <Suspense>
        <KeysAndPresence />
      </Suspense>
      <StudioHead />
      <Notices wrong={wrong} onSeen={() => setWrong(null)} />
      {/** biome-ignore lint/a11y/noStaticElementInteractions: hears which line has the focus, for the line above and for others */}
      <div
        className="plan"
        onFocus={({ target }) => {
          const id = target.closest<HTMLElement>("[data-line]")?.dataset.line;
          if (id) setCurrent(id);
        }}
      >
        <From />
        <div className="draft">
          {studio.review && (
            <Suspense>
              <ReviewPanel />
            </Suspense>
          )}
          {studio.objectives.length === 0 && beginning === null && <NoObjectives />}
          {studio.objectives.map((objective, at) => (
            <ObjectiveLines key={objective.id} objective={objective} at={at + 1} coach={coach} />
          ))}
          {beginning?.kind === "draft-objective" && <NewLine kind="draft-objective" />}
          {studio.objectives.length > 0 && <InitiativeLines />}
          <Suspense>
            <PlanComments subject={subject} onSubject={commentOn} />
          </Suspense>
        </div>
      </div>
      {doing && (
        <Suspense>
          <Dialogs />
        </Suspense>
      )}
    </StudioContext>
  );
}

/** Where the line stops: the first objective, from one's own words or from a template. */
function NoObjectives() {
  const { studio, begin, does } = useStudio();
  const { can } = studio;
  return (
    <Empty
      acts={
        can.draft && (
          <>
            <Button kind="primary" keys="n" onClick={() => begin({ kind: "draft-objective" })}>
              {m.addObjective()}
            </Button>
            <Button onClick={() => does({ what: "templates" })}>{m.fromTemplate()}</Button>
          </>
        )
      }
    >
      {can.draft ? m.emptyPlan() : m["no-objectives"]()}
    </Empty>
  );
}
