import { useState } from "react";
import { say } from "../../../web/ui/status-line.tsx";
import { useAskedAct } from "./asked-act.ts";
import { m } from "./dialog-words.ts";
import { PlanForm } from "./plan-form.tsx";
import { useStudio } from "./studio-context.ts";

/** Says what becomes of the drafts, what is not accepted or approved yet, and what stands in the way. */
export function ActivateDialog({ onClose }: { onClose: () => void }) {
  const { studio } = useStudio();
  const [unreviewed, without] = useState(false);
  const { objectives, initiatives, stops, state, level } = studio;
  const keyResults = objectives.flatMap((objective) => objective.keyResults);
  const open = keyResults.filter(({ acceptance }) => acceptance.answer !== "accepted");
  const approvalMissing = level !== "personal" && state !== "approved";
  const activate = useAskedAct("planning.plans.activate", () => {
    say(m.activatedNow({ count: objectives.length }));
    onClose();
  });
  return (
    <PlanForm
      title={m.activateTitle({ cycle: studio.cycle.name })}
      verb={m.activate()}
      busy={activate.busy}
      wrong={activate.besides("unreviewed")}
      onSubmit={() => void activate.send({ id: studio.id, version: studio.version, unreviewed })}
      onClose={onClose}
    >
      <p>
        {m.activateWords({
          objectives: objectives.length,
          keyResults: keyResults.length,
          initiatives: initiatives.length,
        })}
      </p>
      {stops.length > 0 && (
        <ul className="plan-stops">
          {stops.map(({ field, todo }) => (
            <li key={`${field}${todo}`} dir="auto">
              {todo}
            </li>
          ))}
        </ul>
      )}
      {open.length > 0 && (
        <>
          <p>{m.notAccepted({ count: open.length })}</p>
          <ul className="plan-open">
            {open.map(({ id, title, owner, acceptance }) => (
              <li key={id} dir="auto">
                {title}:{" "}
                {acceptance.answer === "declined"
                  ? m.declinedBy({ name: owner?.name ?? m.nobody() })
                  : owner
                    ? m.waitsFor({ name: owner.name })
                    : m["no-owner"]()}
              </li>
            ))}
          </ul>
        </>
      )}
      {approvalMissing && (
        <label className="ck">
          <input type="checkbox" checked={unreviewed} onChange={({ target }) => without(target.checked)} />
          <span>{m.withoutApproval()}</span>
        </label>
      )}
      {activate.problem?.at("unreviewed") && !unreviewed && (
        <p className="plan-bad" role="alert">
          {m.approvalMissing()}
        </p>
      )}
    </PlanForm>
  );
}
