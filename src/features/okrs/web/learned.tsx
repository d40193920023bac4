import { useTell } from "../../../web/ask.ts";
import { Field, Select } from "../../../web/ui/field.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import catalogue from "./acts.messages.json";
import { invalidates, type Objective } from "./asking.ts";

const m = messages(catalogue);

type What = Objective["learned"];
const all = ["validated", "invalidated", "not-yet-observable"] as const;

/** What a learning objective has shown. Kept at once, with the way back. */
export function Learned({ objective }: { objective: Objective }) {
  const { id, version, learned } = objective;
  const back = useTell("okrs.objectives.setLearned", { invalidates, onDone: (after) => say(words(after.learned)) });
  const set = useTell("okrs.objectives.setLearned", {
    invalidates,
    onDone: (after) => say(words(after.learned), () => back.mutate({ id, version: after.version, learned })),
  });
  const problem = set.error ?? back.error;
  return (
    <Field label={m.learned()} error={problem ? (problem.at("learned") ?? problem.message) : undefined}>
      <Select
        value={(set.isPending ? set.variables.learned : learned) ?? ""}
        onChange={({ target }) => set.mutate({ id, version, learned: (target.value || null) as What })}
      >
        <option value="">{m.notSaid()}</option>
        {all.map((each) => (
          <option key={each} value={each}>
            {m[each]()}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function words(learned: What): string {
  return learned ? m.learnedNow({ what: m[learned]() }) : m.notSaid();
}
