import { Suspense, useState } from "react";
import { CoachedKeyResult, type KeyResult, KeyResultForm, type Objective } from "../../../features/okrs/web/public.tsx";
import { MakeInitiative } from "../../../features/roadmap/web/public.tsx";
import { Button } from "../../ui/button.tsx";
import { messages } from "../../ui/messages.ts";
import catalogue from "../objective.messages.json";

const m = messages(catalogue);

/** The coach's note below a key result, for whoever may change it; an output can be made the initiative that it is. */
export function Coach({ keyResult, objective }: { keyResult: KeyResult; objective: Objective }) {
  const [doing, does] = useState<"edit" | "initiative" | null>(null);
  const { coach, can, state } = keyResult;
  if (!can.edit || state !== "open" || !coach || coach.verdict === "outcome") return null;
  const done = () => does(null);
  const makes = can.remove && (
    <Button size="sm" onClick={() => does("initiative")}>
      {m.makeInitiative()}
    </Button>
  );
  return (
    <Suspense>
      <CoachedKeyResult keyResult={keyResult} onEdit={() => does("edit")} also={makes} />
      <KeyResultForm open={doing === "edit"} onClose={done} onDone={done} objective={objective} keyResult={keyResult} />
      {doing === "initiative" && <MakeInitiative keyResult={keyResult} onClose={done} />}
    </Suspense>
  );
}
