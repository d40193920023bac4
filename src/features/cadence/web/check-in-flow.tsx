import { useMemo, useState } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { useAsk } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { useSession } from "../../../web/session.ts";
import { ButtonLink } from "../../../web/ui/button.tsx";
import { Empty } from "../../../web/ui/empty.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import catalogue from "./check-in.messages.json";
import { CheckInDesk } from "./check-in-desk.tsx";
import type { Subject } from "./draft.ts";

const m = messages(catalogue);

/** Checking in on what is due, or on the one key result that was asked for, due or not. */
export function CheckInFlow({ keyResultId }: { keyResultId: string | null }) {
  const { role } = useSession().member;
  return role === "guest" ? <NotForGuests /> : <Waiting keyResultId={keyResultId} />;
}

function NotForGuests() {
  return (
    <>
      <PageHead title={m.title()} />
      <Empty title={m.notForGuests()} acts={<ButtonLink href="/objectives">{m.toObjectives()}</ButtonLink>}>
        {m.notForGuestsWords()}
      </Empty>
    </>
  );
}

function Waiting({ keyResultId }: { keyResultId: string | null }) {
  const due = useAsk("cadence.checkIns.due", undefined, { live: ["key-result", "check-in"] });
  return (
    <>
      {due.data === undefined && <PageHead title={m.title()} />}
      <Asked of={due} what={m.checkIns()}>
        {({ items }) => <Chosen key={keyResultId} items={items} keyResultId={keyResultId} />}
      </Asked>
    </>
  );
}

type Due = OutputOf<"cadence.checkIns.due">["items"];

/** Whether it was due is decided on arrival: once it is sent it no longer is, and stays where it is. */
function Chosen({ items, keyResultId }: { items: Due; keyResultId: string | null }) {
  const [isDue] = useState(keyResultId === null || items.some(({ keyResult: { id } }) => id === keyResultId));
  return isDue ? (
    <CheckInDesk waiting={items} only={keyResultId} />
  ) : (
    <Early items={items} keyResultId={keyResultId ?? ""} />
  );
}

/** Nothing waits for it: its owner checks in early, corrects what they said, or somebody who leads it reports. */
function Early({ items, keyResultId }: { items: Due; keyResultId: string }) {
  const asked = useAsk("okrs.keyResults.get", { id: keyResultId });
  const objective = useAsk(
    "okrs.objectives.get",
    { id: asked.data?.objectiveId ?? "" },
    { enabled: asked.data !== undefined },
  );
  const told = useAsk("cadence.checkIns.list", { keyResultId, limit: 30 });
  if (asked.error?.leadsNowhere) return <NotYours />;
  return (
    <>
      {!(asked.data && objective.data && told.data) && <PageHead title={m.title()} />}
      <Asked of={asked} what={m.title()}>
        {(keyResult) => (
          <Asked of={objective} what={m.title()}>
            {(of) => (
              <Asked of={told} what={m.checkIns()}>
                {(checkIns) => <EarlyOn items={items} keyResult={keyResult} objective={of} checkIns={checkIns.items} />}
              </Asked>
            )}
          </Asked>
        )}
      </Asked>
    </>
  );
}

interface EarlyOnProps {
  items: Due;
  keyResult: OutputOf<"okrs.keyResults.get">;
  objective: OutputOf<"okrs.objectives.get">;
  checkIns: OutputOf<"cadence.checkIns.list">["items"];
}

function EarlyOn({ items, keyResult, objective, checkIns }: EarlyOnProps) {
  const { member } = useSession();
  const waiting = useMemo((): Subject[] => {
    const [last] = checkIns;
    const correcting = last?.can.edit && last.member.id === member.id ? { correcting: last } : {};
    const { id, title, commitment, cycle } = objective;
    return [
      ...items,
      { keyResult, objective: { id, title, commitment }, cycle, last: last ?? null, due: null, ...correcting },
    ];
  }, [items, keyResult, objective, checkIns, member.id]);
  if (keyResult.can.checkIn) return <CheckInDesk waiting={waiting} only={keyResult.id} />;
  return <NotYours />;
}

/** What is not there and what is not yours look alike. */
function NotYours() {
  return (
    <>
      <PageHead title={m.title()} />
      <Empty title={m.notYours()} acts={<ButtonLink href="/">{m.toToday()}</ButtonLink>}>
        {m.notYoursWords()}
      </Empty>
    </>
  );
}
