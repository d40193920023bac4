import { useEffect, useRef, useState } from "react";
import { newId } from "../../../web/id.ts";
import { Banner } from "../../../web/ui/banner.tsx";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { Empty } from "../../../web/ui/empty.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { useKeys } from "../../../web/ui/keys.ts";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { Throughline } from "../../../web/ui/throughline.tsx";
import catalogue from "./check-in.messages.json";
import { CheckInHead } from "./check-in-head.tsx";
import { CheckInItem } from "./check-in-item.tsx";
import { CheckInKeys } from "./check-in-keys.tsx";
import type { Theirs } from "./conflict.tsx";
import { after, type Entry, idOf, nextToWrite, withEntry } from "./desk.ts";
import { isTouched, newDraft, readDraft, readReport, type Subject } from "./draft.ts";
import { sameAsBefore } from "./report-field.tsx";
import { SoFar } from "./so-far.tsx";
import { useDesk } from "./use-desk.ts";
import { useSending } from "./use-sending.ts";
import "./check-in.css";

const m = messages(catalogue);

/** The stepper. `only` one key result's check-in is shown where one was asked for; the others stay on the desk. */
export function CheckInDesk({ waiting, only }: { waiting: readonly Subject[]; only: string | null }) {
  const { locale } = useFormat();
  const { desk, change, keptAt } = useDesk(waiting);
  const { send, busy, refusals, settle } = useSending(change);
  const [chosen, choose] = useState<string>();
  const [lookedAt, lookAt] = useState<string>();
  const { form, focusOn } = useFocusAfter();
  const shown = only ? desk.filter((entry) => idOf(entry) === only) : desk;
  const writing = shown.filter(({ stage }) => stage === "writing");
  const active = writing.find((entry) => idOf(entry) === chosen) ?? writing[0];
  const ready = shown.filter(({ stage }) => stage === "ready");
  const isSent = shown.every(({ stage }) => stage === "sent");
  const alter = (id: string, part: Partial<Entry>) =>
    change((now) => withEntry(now, id, (entry) => ({ ...entry, ...part })));

  const open = (id: string) => {
    alter(id, { stage: "writing" });
    choose(id);
    focusOn(".is-active");
  };
  /** Whether it can be sent; where not, what is wrong is said and has the focus. */
  const isReadThrough = (entry: Entry) => {
    const [problem] = readDraft(entry.draft, entry.subject, locale).problems;
    if (!problem) return true;
    lookAt(idOf(entry));
    focusOn(`.is-active [data-field="${problem.field}"]`);
    return false;
  };
  const saveAndNext = () => {
    if (!active || !isReadThrough(active)) return;
    alter(idOf(active), { stage: "ready" });
    const next = nextToWrite(shown, idOf(active));
    choose(next);
    focusOn(next ? ".is-active" : ".ci-foot");
  };
  const sendAll = async () => {
    const begun = active && (ready.length === 0 || isTouched(active.draft, active.subject)) ? active : undefined;
    if (busy || (begun && !isReadThrough(begun))) return;
    if (begun) alter(idOf(begun), { stage: "ready" });
    const sending = begun ? [...ready, begun] : ready;
    const refused = await send(sending);
    const back = sending.map(idOf).find((id) => refused[id] && !refused[id].unreachable);
    if (back) open(back);
    else if (Object.keys(refused).length === 0) focusOn(".is-active, .ci-sent");
  };
  const discard = (entry: Entry) => {
    settle(idOf(entry));
    alter(idOf(entry), { draft: newDraft(entry.subject, newId) });
    say(m.discarded(), () => alter(idOf(entry), { draft: entry.draft }));
  };
  const again = ({ subject: { correcting: _, ...subject } }: Entry) => {
    const id = subject.keyResult.id;
    alter(id, { subject, draft: newDraft(subject, newId), sent: null });
    open(id);
  };
  const same = () => active && alter(idOf(active), { draft: { ...active.draft, ...sameAsBefore(active.subject) } });
  useKeys([
    { keys: "mod+arrowdown", does: m.next(), run: saveAndNext },
    { keys: "mod+enter", does: m.sendAll(), run: () => void sendAll() },
    { keys: "=", does: m.same(), run: same },
  ]);

  if (shown.length === 0) return <NothingDue />;
  const offline = Object.values(refusals).some(({ unreachable }) => unreachable);
  return (
    <>
      <CheckInHead entries={shown} keptAt={keptAt} />
      <form className="split ci" ref={form} onSubmit={(event) => event.preventDefault()} noValidate>
        {isSent && <AllSent />}
        <div className="ci-list">
          <Throughline label={m.checkIns()}>
            {shown.map((entry) => (
              <CheckInItem
                key={idOf(entry)}
                entry={entry}
                isActive={entry === active}
                isLookedAt={lookedAt === idOf(entry)}
                refusal={refusals[idOf(entry)]}
                onOpen={() => open(idOf(entry))}
                onChange={(part) => alter(idOf(entry), { draft: { ...entry.draft, ...part } })}
                onDiscard={() => discard(entry)}
                onAgain={() => again(entry)}
                onKeep={(theirs) => {
                  settle(idOf(entry));
                  alter(idOf(entry), goingOnWith(theirs, entry));
                }}
                onGoOn={(newest) => {
                  settle(idOf(entry));
                  alter(idOf(entry), after(newest, entry));
                }}
              />
            ))}
          </Throughline>
        </div>
        <aside className="stack rail">
          {active && (
            <SoFar
              subject={active.subject}
              report={readReport(active.draft, active.subject.keyResult, locale).report}
            />
          )}
          {!isSent && <CheckInKeys />}
        </aside>
        {!isSent && (
          <footer className="ci-foot" tabIndex={-1}>
            {offline && (
              <Banner kind="error" fact={m.unreachable()}>
                {m.unreachableSafe()}
              </Banner>
            )}
            <p>
              <b>{m.readyOf({ ready: ready.length, all: ready.length + writing.length })}</b>{" "}
              <span>{m.toGo({ count: writing.length })}</span>
            </p>
            {active && (
              <Button keys="mod+arrowdown" onClick={saveAndNext}>
                {writing.length > 1 ? m.next() : m.save()}
              </Button>
            )}
            <Button kind="primary" keys="mod+enter" busy={busy} onClick={() => void sendAll()}>
              {m.send({ count: ready.length })}
            </Button>
          </footer>
        )}
      </form>
    </>
  );
}

/** What was chosen of two corrections, and the version it corrects. */
function goingOnWith({ draft, version }: Theirs, entry: Entry): Partial<Entry> {
  return { draft: { ...entry.draft, ...draft }, sent: entry.sent && { ...entry.sent, version } };
}

function AllSent() {
  return (
    <div className="ci-sent">
      <Banner
        kind="done"
        fact={m.allSent()}
        acts={
          <ButtonLink href="/" size="sm">
            {m.toToday()}
          </ButtonLink>
        }
      >
        {m.allSentWords()}
      </Banner>
    </div>
  );
}

function NothingDue() {
  return (
    <>
      <CheckInHead entries={[]} keptAt={null} />
      <Empty title={m.nothingDue()} acts={<ButtonLink href="/">{m.toToday()}</ButtonLink>}>
        {m.nothingDueWords()}
      </Empty>
    </>
  );
}

/** Puts the focus where the work goes on, once the page shows it: on a place's first field, else on its first act. */
function useFocusAfter() {
  const form = useRef<HTMLFormElement>(null);
  const [wanted, want] = useState<{ place: string }>();
  useEffect(() => {
    if (!wanted) return;
    const place = form.current?.querySelector(wanted.place);
    const field = place?.querySelector<HTMLElement>("input:checked, input:not([type=radio]), textarea, input");
    (field ?? place?.querySelector<HTMLElement>("button.primary, button, a"))?.focus();
  }, [wanted]);
  return { form, focusOn: (place: string) => want({ place }) };
}
