import { Happenings } from "../../../features/activity/web/public.tsx";
import type { Objective } from "../../../features/okrs/web/public.tsx";
import { useAsk } from "../../ask.ts";
import { Asked } from "../../asked.tsx";
import { useSession } from "../../session.ts";
import { messages } from "../../ui/messages.ts";
import { SectionHead } from "../../ui/section-head.tsx";
import catalogue from "../objective.messages.json";

const m = messages(catalogue);

/** What happened to the objective and its key results, the newest first. Check-ins have a list of their own; guests see none. */
export function History({ objective }: { objective: Objective }) {
  const { role } = useSession().member;
  const keyResults = objective.keyResults.map(({ id }) => id).slice(0, 100);
  const asked = useAsk(
    "activity.history.of",
    { subjectId: objective.id, also: keyResults, limit: 30 },
    { live: ["objective", "key-result", "support"], enabled: role !== "guest" },
  );
  if (role === "guest" || asked.error?.status === 404) return null;
  const titles = new Map(objective.keyResults.map(({ id, title }) => [id, title]));
  return (
    <section aria-labelledby="history">
      <SectionHead id="history" title={m.history()} />
      <Asked of={asked} what={m.history()}>
        {({ items, names }) => (
          <Happenings
            items={items.filter(({ kind }) => !toldElsewhere.has(kind)).slice(0, 12)}
            names={names}
            about={({ kind, subject }) => (namesItself.has(kind) ? undefined : titles.get(subject.id))}
          />
        )}
      </Asked>
    </section>
  );
}

const namesItself = new Set(["key-result-created", "key-result-removed"]);
const toldElsewhere = new Set(["check-in-recorded", "objective-moved"]);
