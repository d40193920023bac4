import { useState } from "react";
import { useTell } from "../../../../web/ask.ts";
import { FormProblem } from "../../../../web/form-problem.tsx";
import { Button } from "../../../../web/ui/button.tsx";
import { Confirm } from "../../../../web/ui/confirm.tsx";
import { say } from "../../../../web/ui/status-line.tsx";
import type { Policy } from "../words.ts";
import { m } from "./edit-words.ts";

export function RemoveDraft({ policy: { id, title, can }, onDone }: { policy: Policy; onDone: () => void }) {
  const [asking, ask] = useState(false);
  const remove = useTell("policies.policies.remove", {
    invalidates: ["policies.policies.list"],
    onDone: () => {
      say(m.removed());
      onDone();
    },
  });
  if (!can.remove) return null;
  return (
    <>
      <Button kind="quiet" onClick={() => ask(true)}>
        {m.remove()}
      </Button>
      <Confirm
        open={asking}
        onClose={() => ask(false)}
        title={m.removeTitle({ title })}
        verb={m.remove()}
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ id })}
      >
        <p>{m.removeWords()}</p>
        <FormProblem of={remove.error} fields={[]} />
      </Confirm>
    </>
  );
}
