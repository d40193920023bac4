import { useState } from "react";
import { Comments, Composer, type Subject } from "../../../features/conversation/web/public.tsx";
import type { Objective } from "../../../features/okrs/web/public.tsx";
import { useAsk } from "../../ask.ts";
import { Asked } from "../../asked.tsx";
import { useSession } from "../../session.ts";
import { Button } from "../../ui/button.tsx";
import { messages } from "../../ui/messages.ts";
import { SectionHead } from "../../ui/section-head.tsx";
import catalogue from "./comments.messages.json";

const m = messages(catalogue);
const invalidates = ["okrs.objectives.comments", "activity"] as const;

/** What was said about the objective and its key results. Guests read none. */
export function ObjectiveComments({ objective }: { objective: Objective }) {
  const { role } = useSession().member;
  const asked = useAsk(
    "okrs.objectives.comments",
    { id: objective.id },
    { live: ["objective", "key-result"], enabled: role !== "guest" },
  );
  const [about, comment] = useState<Subject | null>(null);
  if (role === "guest") return null;
  const titles = new Map(objective.keyResults.map(({ id, title }) => [id, title]));
  const whereOf = ({ id }: Subject) => {
    const title = titles.get(id);
    return title === undefined ? null : m.onKeyResult({ title });
  };
  const ofObjective: Subject = { kind: "objective", id: objective.id };
  return (
    <section aria-labelledby="comments">
      <SectionHead
        id="comments"
        title={m.title()}
        aside={
          <Button size="sm" onClick={() => comment(ofObjective)}>
            {m.add()}
          </Button>
        }
      />
      <Asked of={asked} what={m.title()}>
        {({ items }) => <Comments {...{ items, whereOf, invalidates }} mayWrite />}
      </Asked>
      {about && (
        <>
          <label className="field">
            <span className="label">{m.about()}</span>
            <select
              className="input"
              value={about.id}
              onChange={({ target: { value: id } }) =>
                comment(id === objective.id ? ofObjective : { kind: "key-result", id })
              }
            >
              <option value={objective.id}>{m.theObjective()}</option>
              {objective.keyResults.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          <Composer
            subject={about}
            label={m.yours()}
            verb={m.send()}
            invalidates={invalidates}
            onClose={() => comment(null)}
          />
        </>
      )}
    </section>
  );
}
