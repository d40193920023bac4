import type { OutputOf } from "../../../web/api.ts";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./outcome-shares.messages.json";

const m = messages(catalogue);

type Share = OutputOf<"okrs.outcomes.shares">["items"][number];

/** How many key results of all these teams are outcomes: one sentence, wherever a cycle is told. Counts, and no share. */
export function OutcomesInWords({ shares }: { shares: readonly Share[] }) {
  const sum = (field: "keyResults" | "outcomes" | "outputs" | "unsure" | "kept") =>
    shares.reduce((total, share) => total + share[field], 0);
  const kept = sum("kept");
  return (
    <>
      {m.ofCycle({
        keyResults: sum("keyResults"),
        outcomes: sum("outcomes"),
        outputs: sum("outputs"),
        unsure: sum("unsure"),
      })}{" "}
      {kept > 0 && m.kept({ count: kept })}
    </>
  );
}
