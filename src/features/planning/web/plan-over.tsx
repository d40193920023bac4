import { Link } from "wouter";
import { Banner } from "../../../web/ui/banner.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import type { Studio } from "./asking.ts";
import catalogue from "./plan-over.messages.json";
import { useStudio } from "./studio-context.ts";

const m = messages(catalogue);

/** Nothing is drafted here any more: the plan was discarded, or its drafts are objectives now. */
export default function PlanOver() {
  const { studio, act, attempt } = useStudio();
  const { state, activated, can } = studio;
  if (state === "activated") return <Activated studio={studio} by={activated?.by?.name ?? m.somebody()} />;
  return (
    <Banner
      kind="note"
      fact={m.discardedFact()}
      acts={
        can.restore && (
          <Button onClick={() => void attempt(() => act("planning.plans.restore", { id: studio.id }))}>
            {m.bringBack()}
          </Button>
        )
      }
    >
      {m.discardedWords()}
    </Banner>
  );
}

function Activated({ studio, by }: { studio: Studio; by: string }) {
  const format = useFormat();
  const when = studio.activated ? format.moment(studio.activated.at) : "";
  return (
    <Banner kind="done" fact={m.activatedFact({ name: by, when })}>
      {studio.objectives.map(({ id, title }, at) => (
        <span key={id}>
          {at > 0 && ", "}
          <Link className="link" href={`/objectives/${id}`} dir="auto">
            {title}
          </Link>
        </span>
      ))}
    </Banner>
  );
}
