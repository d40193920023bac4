import { useState } from "react";
import type { OutputOf } from "../../api.ts";
import { useTell } from "../../ask.ts";
import { FormProblem } from "../../form-problem.tsx";
import { Button } from "../../ui/button.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { useFormat } from "../../ui/format.ts";
import { messages } from "../../ui/messages.ts";
import { say } from "../../ui/status-line.tsx";
import catalogue from "./cycle.messages.json";

const m = messages(catalogue);

type Cycle = OutputOf<"okrs.cycles.get">;
type State = Cycle["state"];

/** Where a cycle stands and its next steps. Only closing it for good asks first: nothing leads back. */
export function StateSteps({ cycle }: { cycle: Cycle }) {
  const format = useFormat();
  const [asking, ask] = useState(false);
  const step = useTell("okrs.cycles.setState", {
    invalidates: ["okrs", "alignment", "focus", "cadence", "activity.history"],
    onDone: ({ name, state, startsOn }) => {
      ask(false);
      const early = state === "active" && startsOn > format.today();
      say(early ? m.activeEarly({ name, day: format.date(startsOn) }) : m[`${state}Said`]({ name }));
    },
  });
  const take = (state: State, withOpen = false) =>
    step.mutate({ id: cycle.id, version: cycle.version, state, withOpen });
  /** It was refused with what is open named, so whoever goes on knows it. */
  const isNamed = asking && step.error !== null;
  return (
    <div className="steps">
      <span className={cycle.state === "active" ? "step is-on" : "step"}>{stateWord(cycle.state)}</span>
      {cycle.nextStates.map((state) => (
        <Button
          key={state}
          size="sm"
          busy={step.isPending}
          aria-label={m.stepOf({ step: stepWord(cycle.state, state), name: cycle.name })}
          onClick={() => (state === "closed" ? ask(true) : take(state))}
        >
          {stepWord(cycle.state, state)}
        </Button>
      ))}
      {!asking && <FormProblem of={step.error} fields={[]} />}
      <Confirm
        open={asking}
        onClose={() => ask(false)}
        title={m.closeTitle({ name: cycle.name })}
        verb={isNamed ? m.closeWithOpen() : m.close()}
        busy={step.isPending}
        onConfirm={() => take("closed", isNamed)}
      >
        <p>{m.closeWords()}</p>
        <FormProblem of={step.error} fields={[]} />
      </Confirm>
    </div>
  );
}

export function stateWord(state: State): string {
  return m[state]();
}

function stepWord(from: State, to: State): string {
  if (to === "active") return from === "closing" ? m.reopen() : m.start();
  return to === "closing" ? m.beginClosing() : m.close();
}
