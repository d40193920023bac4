import { useAskedAct } from "./asked-act.ts";
import { ownerWords } from "./asking.ts";
import { m } from "./dialog-words.ts";
import { PlanForm } from "./plan-form.tsx";
import { useStudio } from "./studio-context.ts";

/** Everyone's drafts leave the page at once, so it asks; the plan can be brought back. */
export function DiscardDialog({ onClose }: { onClose: () => void }) {
  const { studio, act, undoable } = useStudio();
  const { id } = studio;
  const discard = useAskedAct("planning.plans.discard", () => {
    undoable(m.discardedNow(), () => act("planning.plans.restore", { id }));
    onClose();
  });
  return (
    <PlanForm
      title={m.discardTitle({ whose: ownerWords(studio), cycle: studio.cycle.name })}
      verb={m.discard()}
      danger
      busy={discard.busy}
      wrong={discard.besides()}
      onSubmit={() => void discard.send({ id })}
      onClose={onClose}
    >
      <p>{m.discardedWords()}</p>
    </PlanForm>
  );
}
