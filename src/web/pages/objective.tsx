import { Suspense, useState } from "react";
import { useLocation, useParams } from "wouter";
import { CheckInFeed } from "../../features/cadence/web/public.tsx";
import { KeyResultForm, LinkPicker, type Objective, ObjectiveForm } from "../../features/okrs/web/public.tsx";
import { useAsk } from "../ask.ts";
import { Asked } from "../asked.tsx";
import { later } from "../later.tsx";
import { useKeys } from "../ui/keys.ts";
import { messages } from "../ui/messages.ts";
import { PageHead } from "../ui/page-head.tsx";
import NotFound from "./not-found.tsx";
import { Connected } from "./objective/connected.tsx";
import { Head } from "./objective/head.tsx";
import { Line } from "./objective/line.tsx";
import { useOpened } from "./objective/opened.ts";
import catalogue from "./objective.messages.json";
import "./objective.css";

const m = messages(catalogue);
const HealthMetrics = later(() => import("./objective/below.tsx").then((below) => ({ default: below.HealthMetrics })));
const Opposing = later(() => import("./objective/below.tsx").then((below) => ({ default: below.Opposing })));
const RolledOver = later(() => import("./objective/below.tsx").then((below) => ({ default: below.RolledOver })));
const Dependencies = later(() =>
  import("./objective/below.tsx").then((below) => ({ default: below.DependenciesOfObjective })),
);
const ObjectiveComments = later(() =>
  import("./objective/below.tsx").then((below) => ({ default: below.ObjectiveComments })),
);
const History = later(() => import("./objective/below.tsx").then((below) => ({ default: below.History })));

/** One objective: its line upward, how it is measured, what was reported, what it is connected with, what happened. */
export default function ObjectivePage() {
  const { id = "" } = useParams();
  const objective = useAsk(
    "okrs.objectives.get",
    { id },
    { live: ["support", "imperative", "health-metric", "key-result"] },
  );
  if (objective.error?.leadsNowhere) return <NotFound />;
  return (
    <Asked of={objective} what={m.what()} rows={6} head={<PageHead title={m.what()} />}>
      {(answer) => <Loaded key={answer.id} objective={answer} />}
    </Asked>
  );
}

export type Doing = "edit" | "key-result" | "link";

function Loaded({ objective }: { objective: Objective }) {
  const [doing, does] = useState<Doing | null>(null);
  const [, go] = useLocation();
  const { can, keyResults } = objective;
  const opened = useOpened(keyResults);
  const done = () => does(null);
  useKeys([
    ...(can.edit ? [{ keys: "e", does: m.edit(), run: () => does("edit") }] : []),
    ...(can.addKeyResult ? [{ keys: "n", does: m.addKeyResult(), run: () => does("key-result") }] : []),
    ...(opened.checkIn ? [{ keys: "c", does: m.checkIn(), run: () => go(opened.checkIn ?? "") }] : []),
  ]);
  return (
    <>
      <Head objective={objective} checkIn={opened.checkIn} onDo={does} />
      <div className="split obj">
        <div className="stack">
          <Line objective={objective} opened={opened.id} onDo={does} />
          <Suspense>
            <Opposing objective={objective} />
            <HealthMetrics objective={objective} />
            <RolledOver objectiveId={objective.id} />
            <ObjectiveComments objective={objective} />
          </Suspense>
        </div>
        <aside className="stack" aria-label={m.beside()}>
          <CheckInFeed objectiveId={objective.id} keyResults={keyResults} />
          <Connected objective={objective} onConnect={can.link ? () => does("link") : undefined} />
          <Suspense>
            <Dependencies objective={objective} />
            <History objective={objective} />
          </Suspense>
        </aside>
      </div>
      <ObjectiveForm open={doing === "edit"} onClose={done} onDone={done} objective={objective} />
      <KeyResultForm open={doing === "key-result"} onClose={done} onDone={done} objective={objective} />
      <LinkPicker open={doing === "link"} onClose={done} objective={objective} />
    </>
  );
}
