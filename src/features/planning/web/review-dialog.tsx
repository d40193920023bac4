import { useState } from "react";
import { Avatar } from "../../../web/ui/avatar.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Field, Input } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { x } from "../../../web/ui/further-icons.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { MemberPicker } from "../../people/web/public.tsx";
import { useAskedAct } from "./asked-act.ts";
import type { Named } from "./asking.ts";
import { closingWords } from "./closing-words.ts";
import { m } from "./dialog-words.ts";
import { PlanForm } from "./plan-form.tsx";
import { useStudio } from "./studio-context.ts";

/** Names who reviews the plan, and until when where each of them is. */
export function ReviewDialog({ onClose }: { onClose: () => void }) {
  const { studio } = useStudio();
  const format = useFormat();
  const before = studio.review;
  const [reviewers, choose] = useState<Named[]>(
    (before?.reviewers ?? []).filter(({ left }) => !left).map(({ member }) => member),
  );
  const [on, setOn] = useState(before?.closes?.on ?? "");
  const [at, setAt] = useState(before?.closes?.at.slice(0, 5) ?? "17:00");
  const ask = useAskedAct("planning.plans.askForReview", () => {
    say(m.reviewAsked({ names: format.list(reviewers.map(({ name }) => name)) }));
    onClose();
  });
  const refused = ask.problem?.problems.find(({ field }) => field.startsWith("reviewerIds"));
  const submit = () =>
    void ask.send({
      id: studio.id,
      version: studio.version,
      reviewerIds: reviewers.map(({ id }) => id),
      closes: on === "" ? null : { on, at: at || "17:00" },
    });
  return (
    <PlanForm
      title={m.reviewTitle()}
      verb={m.askForReview()}
      busy={ask.busy}
      wrong={ask.besides("reviewerIds", "closes")}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{m.reviewWords()}</p>
      <MemberPicker
        label={m.reviewers()}
        placeholder={m.findReviewer()}
        guests={false}
        without={reviewers.map(({ id }) => id)}
        error={refused && ask.problem?.at(refused.field)}
        onPick={(member) => choose([...reviewers, member])}
      />
      <ul className="plan-picked" aria-label={m.chosen()}>
        {reviewers.map((member) => (
          <li key={member.id}>
            <Avatar name={member.name} size={20} />
            <span dir="auto">{member.name}</span>
            <Button
              kind="quiet"
              size="sm"
              icon={x}
              iconOnly
              onClick={() => choose(reviewers.filter(({ id }) => id !== member.id))}
            >
              {m.leaveOut({ name: member.name })}
            </Button>
          </li>
        ))}
      </ul>
      <div className="plan-two">
        <Field label={m.closesOn()} optional error={ask.problem?.at("closes") ?? ask.problem?.at("closes.on")}>
          <Input type="date" dir="ltr" value={on} onChange={({ target }) => setOn(target.value)} />
        </Field>
        <Field label={m.closesAt()} error={ask.problem?.at("closes.at")}>
          <Input type="time" dir="ltr" value={at} onChange={({ target }) => setAt(target.value)} />
        </Field>
      </div>
      {on !== "" && <p role="status">{m.whereEachIs({ when: closingWords({ on, at }, format) })}</p>}
    </PlanForm>
  );
}
