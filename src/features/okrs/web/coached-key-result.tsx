import type { ReactNode } from "react";
import { useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import { CoachNote, lookOf, Marked } from "../../coach/web/public.tsx";
import { invalidates, type KeyResult, m } from "./asking.ts";
import { Rewrite, uses } from "./title-coach.tsx";

export interface CoachedKeyResultProps {
  keyResult: KeyResult;
  onEdit: () => void;
  /** What later rooms can make of it. */
  also?: ReactNode;
}

/** The coach's note on a key result that is no outcome, with what can be done about it; nothing on one that is. */
export function CoachedKeyResult({ keyResult, onEdit, also }: CoachedKeyResultProps) {
  const { id, title, coach: advice, version } = keyResult;
  const rewriting = useTell("okrs.keyResults.update", { invalidates });
  const keeping = useTell("okrs.keyResults.keepAsIs", { invalidates });
  const asking = useTell("okrs.keyResults.askCoachAgain", { invalidates });
  if (!advice || advice.verdict === "outcome") return null;
  const look = lookOf(advice, advice.keptAsIs);
  const rewrite = advice.keptAsIs || advice.rewrite === title ? null : advice.rewrite;
  const use = (words: string) =>
    rewriting.mutate(
      { id, version, title: words },
      {
        onSuccess: (now) => say(m.rewritten(), () => rewriting.mutate({ id, version: now.version, title })),
      },
    );
  const keep = () => keeping.mutate({ id, title }, { onSuccess: () => say(m.keptAsIs(), () => asking.mutate({ id })) });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button within says the same, with its keys
    <div className="coached" onKeyDown={(event) => rewrite && uses(event, () => use(rewrite))}>
      {!advice.keptAsIs && (
        <p className="coached-w" dir="auto">
          <Marked text={title} advice={advice} look={look} />
        </p>
      )}
      <CoachNote of={title} advice={advice} kept={advice.keptAsIs} without={["no-owner"]}>
        {rewrite && <Rewrite text={rewrite} busy={rewriting.isPending} onUse={() => use(rewrite)} />}
        <p className="row">
          {advice.keptAsIs ? (
            <Button size="sm" kind="quiet" busy={asking.isPending} onClick={() => asking.mutate({ id })}>
              {m.askCoachAgain()}
            </Button>
          ) : (
            <>
              {advice.verdict === "output" && also}
              <Button size="sm" onClick={onEdit}>
                {m.editFirst()}
              </Button>
              <Button size="sm" kind="quiet" busy={keeping.isPending} onClick={keep}>
                {m.keepAsIs()}
              </Button>
            </>
          )}
        </p>
        <FormProblem of={rewriting.error ?? keeping.error ?? asking.error} fields={[]} />
      </CoachNote>
    </div>
  );
}
