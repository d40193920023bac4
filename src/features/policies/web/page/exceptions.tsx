import { Suspense, useState } from "react";
import { useAsk, useTell } from "../../../../web/ask.ts";
import { Asked } from "../../../../web/asked.tsx";
import { FormProblem } from "../../../../web/form-problem.tsx";
import { later } from "../../../../web/later.tsx";
import { Button } from "../../../../web/ui/button.tsx";
import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { say } from "../../../../web/ui/status-line.tsx";
import { invalidates, type Policy, useSentenceWords } from "../words.ts";
import { m } from "./page-words.ts";

const ExceptionForm = later(() => import("./exception-form.tsx"));

/** Who was let out, who agreed, and why, as far as the reader may know. */
export function Exceptions({ policy }: { policy: Policy }) {
  const { day } = useSentenceWords();
  const [letting, letOut] = useState(false);
  const asked = useAsk("policies.policyExceptions.list", { policyId: policy.id }, { live: ["policy"] });
  const end = useTell("policies.policyExceptions.end", { invalidates, onDone: () => say(m.ended()) });
  return (
    <section aria-labelledby="exceptions">
      <SectionHead id="exceptions" title={m.exceptions()} />
      <Asked of={asked} what={m.exceptions()}>
        {({ items }) => (
          <ul className="pol-past">
            {items.length === 0 && <li className="small">{m.noExceptions()}</li>}
            {items.map(({ id, member, approver, reason, from, to, can }) => (
              <li key={id}>
                <b dir="auto">{member.name}</b>
                <p className="meta" dir="auto">
                  {to ? m.exceptionDays({ from: day(from), to: day(to) }) : m.exceptionOpen({ from: day(from) })},{" "}
                  {m.agreedBy({ name: approver.name })}
                </p>
                {reason && (
                  <p className="small" dir="auto">
                    {reason}
                  </p>
                )}
                {can.end && (
                  <Button
                    size="sm"
                    aria-label={m.endOf({ name: member.name })}
                    onClick={() => end.mutate({ policyId: policy.id, id })}
                  >
                    {m.end()}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Asked>
      <FormProblem of={end.error} fields={[]} />
      {policy.can.except && (
        <Button size="sm" onClick={() => letOut(true)}>
          {m.letOut()}
        </Button>
      )}
      {letting && (
        <Suspense>
          <ExceptionForm policy={policy} onClose={() => letOut(false)} />
        </Suspense>
      )}
    </section>
  );
}
