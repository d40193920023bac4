import { useState } from "react";
import { Link, useSearchParams } from "wouter";
import type { OutputOf } from "../../../web/api.ts";
import { useAsk, useTell } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { Banner } from "../../../web/ui/banner.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Empty } from "../../../web/ui/empty.tsx";
import { useFocusBack } from "../../../web/ui/focus-back.ts";
import { useFormat } from "../../../web/ui/format.ts";
import { plus } from "../../../web/ui/icons.ts";
import { messages } from "../../../web/ui/messages.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import { Table } from "../../../web/ui/table.tsx";
import catalogue from "./engagement.messages.json";
import { LaunchForm } from "./launch-form.tsx";
import { PulseSettings } from "./pulse-settings.tsx";
import { Results } from "./results.tsx";
import { PulseAsksMe, UnderWay } from "./under-way.tsx";
import "./engagement.css";

const m = messages(catalogue);
const live = ["pulse", "organisation"];

type Settings = OutputOf<"engagement.pulse.settings">;
type Pulse = OutputOf<"engagement.pulse.list">["items"][number];

/** What asks me now, what the latest pulse told (or the one of the address), and what whoever may do with pulses does. */
export function EngagementPage({ id }: { id?: string | undefined }) {
  const settings = useAsk("engagement.pulse.settings", undefined, { live });
  const [address] = useSearchParams();
  const [launching, launch] = useState(address.has("ask"));
  const opener = useFocusBack(launching);
  const pulses = useAsk("engagement.pulse.list", {}, { live });
  const isFree = pulses.data?.items.every(isOver);
  const mayLaunch = settings.data?.on && settings.data.can.launch && isFree && !launching;
  return (
    <>
      <PageHead
        title={m.engagement()}
        sub={settings.data?.on ? promise(settings.data) : "\u00a0"}
        acts={
          mayLaunch && (
            <Button ref={opener} icon={plus} onClick={() => launch(true)}>
              {m.launch()}
            </Button>
          )
        }
      />
      <Asked of={settings} what={m.engagement()}>
        {(answer) => (
          <div className="pulse-p">
            {launching && answer.on && answer.can.launch && (
              <LaunchForm settings={answer} asks={address.get("ask")} onClose={() => launch(false)} />
            )}
            {answer.on || <SwitchOn settings={answer} />}
            <Pulses id={id} settings={answer} />
          </div>
        )}
      </Asked>
    </>
  );
}

/** One at a time: the next is launched once this holds of all. */
function isOver({ state }: Pick<Pulse, "state">): boolean {
  return state === "closed" || state === "withdrawn";
}

function promise({ confidential, answers }: Pick<Settings, "confidential" | "answers">): string {
  return confidential ? m.confidential({ answers }) : m.anonymous({ answers });
}

function SwitchOn({ settings: { version, can } }: { settings: Settings }) {
  const change = useTell("engagement.pulse.changeSettings", {
    invalidates: ["engagement"],
    onDone: () => say(m.switchedOn()),
  });
  return (
    <Empty
      title={m.off()}
      acts={
        can.change && (
          <Button kind="primary" busy={change.isPending} onClick={() => change.mutate({ version, on: true })}>
            {m.switchOn()}
          </Button>
        )
      }
    >
      {m.offWords()} {!can.change && m.offOthers()}
      {change.error && <Banner kind="error" fact={change.error.title} />}
    </Empty>
  );
}

function Pulses({ id, settings }: { id: string | undefined; settings: Settings }) {
  const pulses = useAsk("engagement.pulse.list", {}, { live });
  const mine = useAsk("engagement.pulse.mine", undefined, { live });
  return (
    <Asked of={pulses} what={m.pulse()}>
      {({ items }) => {
        const underWay = items.find((pulse) => !isOver(pulse));
        const shown = id ?? items.find(({ state }) => state === "closed")?.id;
        return (
          <>
            {underWay && <UnderWay pulse={underWay} mine={mine.data} />}
            {mine.data && <PulseAsksMe mine={mine.data} />}
            {shown ? <OnePulse id={shown} /> : settings.on && <Empty title={m.none()}>{m.noneWords()}</Empty>}
            {items.length > 1 && <Earlier pulses={items} />}
            {settings.can.audit && items.length > 0 && <Proof />}
            {settings.on && settings.can.change && <PulseSettings key={settings.version} settings={settings} />}
          </>
        );
      }}
    </Asked>
  );
}

function OnePulse({ id }: { id: string }) {
  const format = useFormat();
  const asked = useAsk("engagement.pulse.get", { id }, { live });
  return (
    <Asked of={asked} what={m.pulse()}>
      {(pulse) => (
        <>
          <p className="pulse-of">{m.pulseOf({ day: format.day(pulse.opensAt) })}</p>
          {pulse.results ? (
            <Results pulse={pulse} results={pulse.results} />
          ) : (
            <Banner kind="note" fact={pulse.state === "withdrawn" ? m.withdrawn() : m.notClosed()} />
          )}
        </>
      )}
    </Asked>
  );
}

function Earlier({ pulses }: { pulses: readonly Pulse[] }) {
  const format = useFormat();
  return (
    <section aria-labelledby="pulses">
      <SectionHead id="pulses" title={m.earlier()} />
      <Table heads={[m.pulse(), m.questions(), m.state()]}>
        {pulses.map((pulse) => (
          <tr key={pulse.id}>
            <th scope="row">
              <Link className="link" href={`/pulses/${pulse.id}`}>
                {m.pulseOf({ day: format.day(pulse.opensAt) })}
              </Link>
            </th>
            <td className="num">{pulse.questions.length}</td>
            <td>{states[pulse.state]()}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

const states = {
  planned: m.statePlanned,
  open: m.stateOpen,
  counting: m.stateCounting,
  closed: m.stateClosed,
  withdrawn: m.stateWithdrawn,
};

/** Runs the auditor over everything published and says what it found. */
function Proof() {
  const [wanted, want] = useState(false);
  const proof = useAsk("engagement.pulse.audit", undefined, { enabled: wanted });
  return (
    <section aria-labelledby="proof">
      <SectionHead id="proof" title={m.audit()} />
      <p className="meta">{m.auditWords()}</p>
      {proof.data ? (
        <Banner kind={proof.data.violations.length === 0 ? "done" : "error"} fact={proof.data.inWords}>
          {proof.data.violations.map(({ inWords }) => inWords).join(" ")}
        </Banner>
      ) : (
        <Button busy={wanted && proof.isFetching} onClick={() => (wanted ? void proof.refetch() : want(true))}>
          {m.audit()}
        </Button>
      )}
      {proof.error && <Banner kind="error" fact={proof.error.title} />}
    </section>
  );
}
