import { useState } from "react";
import { useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Field, TextArea } from "../../../web/ui/field.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import { ActForm } from "../../okrs/web/public.tsx";
import type { RemedyProps } from "./remedy.tsx";
import { type Gap, m } from "./standing.ts";

type State = Gap["can"]["states"][number];

/** Accepts, declines with a reason, asks again, plans without or says it is done: what the viewer's side may. */
export function Settle({ gap, onDone }: RemedyProps) {
  const [declining, decline] = useState(false);
  const [first] = gap.subjects;
  const settle = useTell("alignment.dependencies.setState", {
    invalidates: ["alignment"],
    onDone: ({ title, state }) => {
      say(said[state]({ title }));
      onDone();
    },
  });
  if (!first) return null;
  const to = (state: State) => {
    if (state === "declined") return decline(true);
    settle.mutate({ id: first.id, version: gap.version ?? 1, state }, { onError: ({ message }) => say(message) });
  };
  return (
    <>
      {gap.can.states.map((state, nth) => (
        <Button key={state} kind={nth === 0 ? "plain" : "quiet"} busy={settle.isPending} onClick={() => to(state)}>
          {verbs[state]()}
        </Button>
      ))}
      {declining && <Decline {...{ gap, onDone }} onClose={() => decline(false)} />}
    </>
  );
}

const verbs: Record<State, () => string> = {
  proposed: m.askAgain,
  accepted: m.accept,
  declined: m.decline,
  withdrawn: m.planWithout,
  done: m.isDone,
};
const said: Record<State, (filling: { title: string }) => string> = {
  proposed: m.nowProposed,
  accepted: m.nowAccepted,
  declined: m.nowDeclined,
  withdrawn: m.nowWithdrawn,
  done: m.nowDone,
};

function Decline({ gap, onDone, onClose }: Pick<RemedyProps, "gap" | "onDone"> & { onClose: () => void }) {
  const [reason, because] = useState("");
  const [first] = gap.subjects;
  const decline = useTell("alignment.dependencies.setState", {
    invalidates: ["alignment"],
    onDone: ({ title }) => {
      say(m.nowDeclined({ title }));
      onClose();
      onDone();
    },
  });
  const submit = () =>
    void decline.mutate({ id: first?.id ?? "", version: gap.version ?? 1, state: "declined", reason });
  return (
    <Dialog open onClose={onClose} title={m.declineQuestion({ title: first?.title ?? "" })}>
      <ActForm verb={m.decline()} busy={decline.isPending} onSubmit={submit} onClose={onClose}>
        <Field label={m.reason()} hint={m.declineHint()} error={decline.error?.at("reason")}>
          <TextArea value={reason} onChange={({ target }) => because(target.value)} />
        </Field>
        <FormProblem of={decline.error} fields={["reason"]} />
      </ActForm>
    </Dialog>
  );
}
