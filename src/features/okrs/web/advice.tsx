import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./advice.messages.json";
import type { Objective } from "./asking.ts";
import "./advice.css";

const m = messages(catalogue);

type Key = Objective["advice"][number] | Objective["keyResults"][number]["advice"][number];

/** What would make it better, in calm sentences; `said` leaves out what stands beside it already. */
export function Advice({ of, said = [] }: { of: readonly Key[]; said?: readonly Key[] }) {
  const advice = of.filter((each) => !said.includes(each));
  if (advice.length === 0) return null;
  return (
    <ul className="advice">
      {advice.map((each) => (
        <li key={each}>{m[each]()}</li>
      ))}
    </ul>
  );
}
