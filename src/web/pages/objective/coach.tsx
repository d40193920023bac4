import { Suspense, useState } from "react";
import { CoachedKeyResult, type KeyResult, KeyResultForm, type Objective } from "../../../features/okrs/web/public.tsx";
import { MakeInitiative } from "../../../features/roadmap/web/public.tsx";
import { Button } from "../../ui/button.tsx";
import { messages } from "../../ui/messages.ts";
import catalogue from "./coach.messages.json";

const m = messages(catalogue);

export interface CoachProps {
  keyResult: KeyResult;
  objective: Objective;
}

/** The coach's note below a key result that is no outcome; an output can be made the initiative that it is. */
export default function Coach({ keyResult, objective }: CoachProps) {
  const [doing, does] = useState<"edit" | "initiative" | null>(null);
  const done = () => does(null);
  const makes = keyResult.can.remove && (
    <Button size="sm" onClick={() => does("initiative")}>
      {m.makeInitiative()}
    </Button>
  );
  return (
    <Suspense>
      <CoachedKeyResult
        keyResult={keyResult}
        mayAdd={objective.can.addKeyResult}
        onEdit={() => does("edit")}
        also={makes}
      />
      <KeyResultForm open={doing === "edit"} onClose={done} onDone={done} objective={objective} keyResult={keyResult} />
      {doing === "initiative" && <MakeInitiative keyResult={keyResult} onClose={done} />}
    </Suspense>
  );
}
