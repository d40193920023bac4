import { useAsk } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { Comments, Composer, type Subject } from "../../conversation/web/public.tsx";
import type { Studio } from "./asking.ts";
import catalogue from "./plan-comments.messages.json";
import { type CommentSubject, focusLine, useStudio } from "./studio-context.ts";

const m = messages(catalogue);

interface PlanCommentsProps {
  /** What is being commented on; null while nothing is. */
  subject: CommentSubject | null;
  onSubject: (subject: CommentSubject | null) => void;
}

const live = ["plan", "draft-objective", "draft-key-result", "draft-initiative"];
const invalidates = ["planning.plans"] as const;

/** What was said about the plan and each of its lines. */
export default function PlanComments({ subject, onSubject }: PlanCommentsProps) {
  const { studio } = useStudio();
  const asked = useAsk("planning.plans.comments", { id: studio.id }, { live });
  const close = () => {
    onSubject(null);
    if (subject && subject.kind !== "plan") focusLine(subject.id);
  };
  return (
    <section aria-labelledby="plan-comments" className="d-com">
      <div className="d-h">
        <h2 id="plan-comments">{m.commentsTitle()}</h2>
        {asked.data && (
          <span className="meta">{m.commentCounts({ open: asked.data.open, resolved: asked.data.resolved })}</span>
        )}
        {studio.can.comment && !subject && (
          <Button size="sm" kind="quiet" onClick={() => onSubject({ kind: "plan", id: studio.id })}>
            {m.addComment()}
          </Button>
        )}
      </div>
      <Asked of={asked} what={m.commentsTitle()}>
        {({ items }) => (
          <Comments
            items={items}
            whereOf={(about) => whereOf(studio, about)}
            invalidates={invalidates}
            mayWrite={studio.can.comment}
          />
        )}
      </Asked>
      {subject && (
        <Composer
          key={subject.id}
          subject={subject}
          label={m.commentOn({ where: whereOf(studio, subject) ?? m.thePlan() })}
          verb={m.comment()}
          invalidates={invalidates}
          onClose={close}
        />
      )}
    </section>
  );
}

/** "key result 2 of objective 1"; null for the plan as a whole and for what was removed. */
function whereOf(studio: Studio, { id }: Subject): string | null {
  const at = studio.objectives.findIndex((objective) => objective.id === id);
  if (at >= 0) return m.whereObjective({ at: at + 1 });
  for (const [place, { keyResults }] of studio.objectives.entries()) {
    const keyResult = keyResults.findIndex((each) => each.id === id);
    if (keyResult >= 0)
      return studio.objectives.length > 1
        ? m.whereKeyResultOf({ at: keyResult + 1, objective: place + 1 })
        : m.whereKeyResult({ at: keyResult + 1 });
  }
  const initiative = studio.initiatives.findIndex((each) => each.id === id);
  return initiative >= 0 ? m.whereInitiative({ at: initiative + 1 }) : null;
}
