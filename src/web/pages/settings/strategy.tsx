import { Happenings } from "../../../features/activity/web/public.tsx";
import { Imperatives, StatementForm } from "../../../features/strategy/web/public.tsx";
import { useAsk } from "../../ask.ts";
import { useAskList } from "../../ask-list.ts";
import { Asked } from "../../asked.tsx";
import { More } from "../../more.tsx";
import { useSession } from "../../session.ts";
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
  const imperatives = useAsk("strategy.imperatives.list", { archived: "true" });
  const vision = useAsk("strategy.vision.get");
  const mission = useAsk("strategy.mission.get");
  if (!imperatives.data || !vision.data || !mission.data) return null;
  const ids = imperatives.data.items.slice(0, 100).map(({ id }) => id);
  const written = vision.data.text !== "" || mission.data.text !== "";
  const [subjectId, ...also] = written ? [organisation.id, ...ids] : ids;
  if (subjectId === undefined) return null;
  const statements = new Map(imperatives.data.items.map(({ id, statement }) => [id, statement]));
  return (
    <section aria-labelledby="history">
      <SectionHead id="history" title={m.history()} />
      <Told subjectId={subjectId} also={also} statements={statements} />
    </section>
  );
}

interface ToldProps {
  subjectId: string;
  also: string[];
  statements: ReadonlyMap<string, string>;
}

function Told({ subjectId, also, statements }: ToldProps) {
  const history = useAskList("activity.history.of", { subjectId, also, limit: 20 }, { live: told, keepPrevious: true });
  return (
    <Asked of={history} what={m.history()}>
      {({ items, pages }) => (
        <>
          <Happenings
            items={items.filter(({ subject }) => told.includes(subject.kind))}
            names={Object.assign({}, ...pages.map(({ names }) => names))}
            about={({ kind, subject }) => (kind === "imperative-written" ? undefined : statements.get(subject.id))}
          />
          <More of={history} />
        </>
      )}
    </Asked>
  );
}
