import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import { useAsk } from "../../../../web/ask.ts";
import { Asked } from "../../../../web/asked.tsx";
import { Button } from "../../../../web/ui/button.tsx";
import { Empty } from "../../../../web/ui/empty.tsx";
import { plus } from "../../../../web/ui/icons.ts";
import { messages } from "../../../../web/ui/messages.ts";
import { PageHead } from "../../../../web/ui/page-head.tsx";
import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { type PolicyInList, useSentenceWords, w } from "../words.ts";
import { BeginPolicy } from "./begin-policy.tsx";
import { ForYou } from "./for-you.tsx";
import catalogue from "./list.messages.json";
import { Tried } from "./tried.tsx";
import "./list.css";

const m = messages(catalogue);
const live = ["policy", "organisation"];

/** Every policy: what runs, what comes, and what was tried. */
export function PoliciesPage() {
  const asked = useAsk("policies.policies.list", {}, { live });
  const [beginning, begin] = useState(false);
  return (
    <>
      <PageHead
        title={m.policies()}
        sub={m.sub()}
        acts={
          asked.data?.can.write && (
            <Button kind="primary" icon={plus} onClick={() => begin(true)}>
              {m.write()}
            </Button>
          )
        }
      />
      <Asked of={asked} what={m.policies()} rows={5}>
        {({ items, can }) => <Loaded items={items} mayWrite={can.write} onWrite={() => begin(true)} />}
      </Asked>
      <BeginPolicy open={beginning} onClose={() => begin(false)} />
    </>
  );
}

interface LoadedProps {
  items: readonly PolicyInList[];
  mayWrite: boolean;
  onWrite: () => void;
}

function Loaded({ items, mayWrite, onWrite }: LoadedProps) {
  if (items.length === 0)
    return (
      <Empty title={m.none()} acts={mayWrite && <Button onClick={onWrite}>{m.write()}</Button>}>
        {mayWrite ? m.noneMay() : m.noneMember()}
      </Empty>
    );
  const runs = items.filter(({ state }) => state === "running" || state === "due" || state === "kept");
  const comes = items.filter(({ state }) => state === "draft" || state === "sealed");
  return (
    <div className="split">
      <div className="stack">
        <Group id="running" title={m.running()} items={runs} none={m.noneRunning()} />
        <Group id="coming" title={m.coming()} items={comes} none={m.noneComing()} />
        <Tried />
      </div>
      <ForYou />
    </div>
  );
}

interface GroupProps {
  id: string;
  title: string;
  items: readonly PolicyInList[];
  none: ReactNode;
}

function Group({ id, title, items, none }: GroupProps) {
  return (
    <section aria-labelledby={id}>
      <SectionHead id={id} title={title} />
      {items.length === 0 && <p className="small">{none}</p>}
      <ul className="pol-l">
        {items.map((policy) => (
          <li key={policy.id}>
            <Row policy={policy} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ policy }: { policy: PolicyInList }) {
  const { id, title, kind, rule, state, startsOn, decidesOn, lastDay, verdict } = policy;
  const { day } = useSentenceWords();
  const when = [
    startsOn && (state === "draft" || state === "sealed" ? m.from : m.since)({ day: day(startsOn) }),
    lastDay && m.until({ day: day(lastDay) }),
    decidesOn && state !== "kept" && m.decide({ day: day(decidesOn) }),
  ];
  return (
    <>
      <Link href={`/policies/${id}`} className="pol-t" dir="auto">
        {title}
      </Link>
      <span className={state === "due" ? "pol-s is-due" : "pol-s"}>{w[state]()}</span>
      {verdict && <span className="pol-s is-verdict">{w[verdict]()}</span>}
      {rule && (
        <p className="small" dir="auto">
          {rule}
        </p>
      )}
      <p className="meta">{[w[kind](), ...when].filter(Boolean).join(" · ")}</p>
    </>
  );
}
