import { useEffect } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { keyOf, useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { queryClient } from "../../../web/query-client.ts";
import { switchSingleKeys } from "../../../web/ui/keys.ts";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./profile.messages.json";

const m = messages(catalogue);

/** Single letters as shortcuts, on or off at once (WCAG 2.1.4); this browser follows what the member chose anywhere. */
export function SingleKeys({ member }: { member: OutputOf<"people.members.get"> }) {
  const on = member.singleKeys ?? true;
  const change = useTell("people.members.update", {
    onDone: (answer) => queryClient.setQueryData(keyOf("people.members.get", { id: member.id }), answer),
  });
  useEffect(() => switchSingleKeys(on), [on]);
  return (
    <>
      <label className="ck">
        <input
          type="checkbox"
          checked={on}
          disabled={change.isPending}
          onChange={() => change.mutate({ id: member.id, version: member.version, singleKeys: !on })}
        />
        {m.singleKeys()}
      </label>
      <p className="meta">{m.singleKeysWords()}</p>
      <FormProblem of={change.error} fields={[]} />
    </>
  );
}
