import { useParams } from "wouter";
import { Studio } from "../../features/planning/web/public.tsx";
import { useAsk } from "../ask.ts";
import { Asked } from "../asked.tsx";
import { messages } from "../ui/messages.ts";
import { PageHead } from "../ui/page-head.tsx";
import NotFound from "./not-found.tsx";
import catalogue from "./plan.messages.json";

const m = messages(catalogue);

/** The planning studio of one plan. */
export default function PlanStudio() {
  const { id = "" } = useParams();
  const studio = useAsk("planning.plans.get", { id }, { live: ["imperative"] });
  if (studio.error?.leadsNowhere) return <NotFound />;
  return (
    <Asked of={studio} what={m.studio()} rows={8} head={<PageHead title={m.title()} />}>
      {(answer) => <Studio key={answer.id} studio={answer} />}
    </Asked>
  );
}
