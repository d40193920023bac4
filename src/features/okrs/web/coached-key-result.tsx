import { type ReactNode, Suspense, useRef } from "react";
import { useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { newId } from "../../../web/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { CoachNote, lookOf, Marked } from "../../coach/web/public.tsx";
import { invalidates, type KeyResult } from "./asking.ts";
import catalogue from "./coached.messages.json";
import { Rewrite, uses } from "./title-coach.tsx";

const m = messages(catalogue);

export interface CoachedKeyResultProps {
  keyResult: KeyResult;
  onEdit: () => void;
  /** Whether another may stand beside it. */
  mayAdd: boolean;
  /** What later rooms can make of it. */
  also?: ReactNode;
}

/** The coach's note on a key result that is no outcome, with what can be done about it; nothing on one that is. */
export default function CoachedKeyResult({ keyResult, onEdit, mayAdd, also }: CoachedKeyResultProps) {
  const { id, title, coach: advice, version } = keyResult;
  const rewriting = useTell("okrs.keyResults.update", { invalidates });
  const keeping = useTell("okrs.keyResults.keepAsIs", { invalidates });
  const asking = useTell("okrs.keyResults.askCoachAgain", { invalidates });
  const splitting = useSplit(keyResult);
  const note = useRef<HTMLDivElement>(null);
  if (!advice || advice.verdict === "outcome") return null;
  const kept = advice.keptAsIs;
  const look = lookOf(advice, kept);
  const rewrite = kept || advice.rewrite === title ? null : advice.rewrite;
  /** The note may leave once the words are others: the focus goes to the title of its row. */
  const leave = () => note.current?.closest("li")?.querySelector<HTMLElement>("h2[tabindex], a")?.focus();
  const use = (words: string) =>
    rewriting.mutate(
      { id, version, title: words },
      {
        onSuccess: (now) => {
          leave();
          say(m.rewritten(), () => rewriting.mutate({ id, version: now.version, title }));
        },
      },
    );
  const keep = () => keeping.mutate({ id, title }, { onSuccess: () => say(m.keptAsIs(), () => asking.mutate({ id })) });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button within says the same, with its keys
    <div ref={note} className="coached" onKeyDown={(event) => rewrite && uses(event, () => use(rewrite))}>
      {!kept && (
        <p className="coached-w" dir="auto">
          <Marked text={title} advice={advice} look={look} />
        </p>
      )}
      <Suspense>
        <CoachNote
          of={title}
          advice={advice}
          kept={kept}
          without={["no-owner"]}
          onSplit={mayAdd ? (parts) => void splitting.split(parts).then(leave) : undefined}
        >
          {rewrite && <Rewrite text={rewrite} busy={rewriting.isPending} onUse={() => use(rewrite)} />}
          <p className="row">
            {!kept && advice.verdict === "output" && also}
            {!kept && (
              <Button size="sm" onClick={onEdit}>
                {m.editFirst()}
              </Button>
            )}
            <Button
              size="sm"
              kind="quiet"
              busy={keeping.isPending || asking.isPending}
              onClick={() => (kept ? asking.mutate({ id }) : keep())}
            >
              {kept ? m.askAgain() : m.keepAsIs()}
            </Button>
          </p>
          <FormProblem of={rewriting.error ?? keeping.error ?? asking.error ?? splitting.error} fields={[]} />
        </CoachNote>
      </Suspense>
    </div>
  );
}

/** One key result becomes two; the second begins without figures. Both or none, and it can be taken back. */
function useSplit({ id, title, version, objectiveId, owner, weight }: KeyResult) {
  const first = useTell("okrs.keyResults.update", { invalidates });
  const second = useTell("okrs.keyResults.create", { invalidates });
  const away = useTell("okrs.keyResults.remove", { invalidates });
  const split = async ([one, other]: [string, string]) => {
    const added = { id: newId(), objectiveId, title: other, ownerId: owner?.id ?? null, weight };
    await second.mutateAsync({ ...added, measure: { kind: "baseline" } });
    const now = await first.mutateAsync({ id, version, title: one }).catch((problem) => {
      away.mutate({ id: added.id });
      throw problem;
    });
    say(m.isSplit(), () => {
      away.mutate({ id: added.id });
      first.mutate({ id, version: now.version, title });
    });
  };
  return {
    split: async (into: [string, string]) => {
      if (!first.isPending && !second.isPending) await split(into).catch(() => undefined);
    },
    error: first.error ?? second.error ?? away.error,
  };
}
