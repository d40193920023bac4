import { useState } from "react";
import { Happenings } from "../../../features/activity/web/public.tsx";
import { Imperatives, StatementForm } from "../../../features/strategy/web/public.tsx";
import { useAsk } from "../../ask.ts";
import { Asked } from "../../asked.tsx";
import { useSession } from "../../session.ts";
import { Button } from "../../ui/button.tsx";
import { messages } from "../../ui/messages.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { SectionHead } from "../../ui/section-head.tsx";
import "./settings.css";
import catalogue from "./settings.messages.json";

const m = messages(catalogue);

/** The top of the line: vision, mission, imperatives, and who changed what. */
export default function Strategy() {
  return (
    <>
      <PageHead title={m.strategy()} sub={m.strategySub()} />
      <StatementForm kind="vision" />
      <StatementForm kind="mission" />
      <Imperatives />
      <History />
    </>
  );
}

const told = ["vision", "mission", "imperative"];

/** One list for all of it; of an imperative it says which. */
function History() {
  const { organisation } = useSession();
  const [limit, more] = useState(20);
  const imperatives = useAsk("strategy.imperatives.list", { archived: "true" });
  const vision = useAsk("strategy.vision.get");
  const mission = useAsk("strategy.mission.get");
  const known = imperatives.data && vision.data && mission.data;
  const written = Boolean(vision.data?.text || mission.data?.text);
  const ids = (imperatives.data?.items ?? []).slice(0, 100).map(({ id }) => id);
  const [subjectId = "", ...also] = written ? [organisation.id, ...ids] : ids;
  const history = useAsk(
    "activity.history.of",
    { subjectId, also, limit },
    { enabled: known !== undefined && subjectId !== "", keepPrevious: true, live: told },
  );
  if (subjectId === "") return null;
  const statements = new Map(imperatives.data?.items.map(({ id, statement }) => [id, statement]));
  return (
    <section aria-labelledby="history">
      <SectionHead id="history" title={m.history()} />
      <Asked of={history} what={m.history()}>
        {({ items, names, next }) => (
          <>
            <Happenings
              items={items.filter(({ subject }) => told.includes(subject.kind))}
              names={names}
              about={({ kind, subject }) => (kind === "imperative-written" ? undefined : statements.get(subject.id))}
            />
            {next && limit < 200 && (
              <p className="row form-acts">
                <Button busy={history.isFetching} onClick={() => more(200)}>
                  {m.more()}
                </Button>
              </p>
            )}
          </>
        )}
      </Asked>
    </section>
  );
}
