import { useState } from "react";
import {
  ChangeTargetForm,
  type KeyResult,
  KeyResultForm,
  type Objective,
  OverruleForm,
  StateMenu,
} from "../../../features/okrs/web/public.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { MenuItem } from "../../ui/menu.tsx";
import { messages } from "../../ui/messages.ts";
import catalogue from "../objective.messages.json";
import { addressOfCheckIn } from "./opened.ts";

const m = messages(catalogue);
const targeted: readonly string[] = ["metric", "threshold", "range"];

/** What can be done with a key result, for whoever may. */
export function KeyResultActs({ keyResult, objective }: { keyResult: KeyResult; objective: Objective }) {
  const [doing, does] = useState<"edit" | "target" | "overrule" | null>(null);
  const { id, title, can, version, state, stateReason, status, measure } = keyResult;
  const done = () => does(null);
  const mayDo = { close: can.close, remove: can.remove };
  const anything = can.edit || can.close || can.changeTarget || can.overrule || can.remove;
  return (
    <span className="kr-acts">
      {can.checkIn && measure.kind !== "contributions" && (
        <ButtonLink size="sm" href={addressOfCheckIn(id)}>
          {m.checkIn()}
          <span className="sr">{m.onIt({ title })}</span>
        </ButtonLink>
      )}
      {anything && (
        <StateMenu of="key-result" {...{ id, version, state, stateReason, title }} can={mayDo}>
          {can.edit && <MenuItem onSelect={() => does("edit")}>{m.edit()}</MenuItem>}
          {can.changeTarget && targeted.includes(measure.kind) && (
            <MenuItem onSelect={() => does("target")}>{m.changeTarget()}</MenuItem>
          )}
          {can.overrule && <MenuItem onSelect={() => does("overrule")}>{m.overrule()}</MenuItem>}
        </StateMenu>
      )}
      <KeyResultForm open={doing === "edit"} onClose={done} onDone={done} objective={objective} keyResult={keyResult} />
      <ChangeTargetForm open={doing === "target"} onClose={done} keyResult={keyResult} />
      <OverruleForm
        open={doing === "overrule"}
        onClose={done}
        of="key-result"
        id={id}
        version={version}
        reading={status}
      />
    </span>
  );
}
