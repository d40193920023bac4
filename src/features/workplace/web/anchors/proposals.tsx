import { type FormEvent, useState } from "react";
import type { OutputOf } from "../../../../web/api.ts";
import { useAsk, useTell } from "../../../../web/ask.ts";
import { FormProblem } from "../../../../web/form-problem.tsx";
import { Button } from "../../../../web/ui/button.tsx";
import { Field, Input } from "../../../../web/ui/field.tsx";
import { useFormat } from "../../../../web/ui/format.ts";
import { messages } from "../../../../web/ui/messages.ts";
import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { say } from "../../../../web/ui/status-line.tsx";
import catalogue from "./anchors.messages.json";
import { useDaysInWords } from "./days-in-words.ts";

const m = messages(catalogue);

type Proposal = OutputOf<"workplace.anchorDays.list">["items"][number];

/** What waits to be decided, and in its fold what was. */
export function Proposals() {
  const list = useAsk("workplace.anchorDays.list", {}, { live: ["team"] });
  const items = list.data?.items ?? [];
  const waiting = items.filter(({ state }) => state === "proposed");
  const before = items.filter(({ state }) => state !== "proposed");
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="an-waiting" className="an-p">
      {waiting.length > 0 && (
        <>
          <SectionHead id="an-waiting" title={m.waiting()} />
          <ul>
            {waiting.map((proposal) => (
              <Waiting key={proposal.id} proposal={proposal} />
            ))}
          </ul>
        </>
      )}
      {before.length > 0 && (
        <details>
          <summary id={waiting.length > 0 ? undefined : "an-waiting"}>{m.history()}</summary>
          <ul>
            {before.map((proposal) => (
              <li key={proposal.id}>
                <What proposal={proposal} /> <span className="meta">{howItEnded(proposal)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function What({ proposal: { team, days, from } }: { proposal: Proposal }) {
  const format = useFormat();
  const inWords = useDaysInWords();
  const said = { team: team.name, from: format.date(from) };
  return (
    <span dir="auto">{days.length === 0 ? m.heldNone(said) : m.held({ ...said, days: inWords(days, m.none()) })}</span>
  );
}

function howItEnded({ state, stateBy: { id, name }, proposedBy, reason }: Proposal): string {
  if (state === "accepted") return m.stateAccepted({ name });
  if (state === "withdrawn" && id !== proposedBy.id) return m.stateGaveWay({ name });
  return state === "declined" ? m.stateDeclined({ name, reason }) : m.stateWithdrawn({ name });
}

function Waiting({ proposal }: { proposal: Proposal }) {
  const inWords = useDaysInWords();
  const [declining, decline] = useState(false);
  const [reason, write] = useState("");
  const said = { team: proposal.team.name };
  const done = { accepted: m.accepted, declined: m.declined, withdrawn: m.withdrawn };
  const move = useTell("workplace.anchorDays.setState", {
    invalidates: ["workplace"],
    onDone: ({ state }) => state !== "proposed" && say(done[state](said)),
  });
  const to = (state: keyof typeof done) =>
    move.mutate({ id: proposal.id, version: proposal.version, state, ...(state === "declined" ? { reason } : {}) });
  const named = { ...said, days: inWords(proposal.days, m.none()) };
  const { states } = proposal.can;
  return (
    <li>
      <What proposal={proposal} /> <span className="meta">{m.by({ name: proposal.proposedBy.name })}</span>
      <span className="row">
        {states.includes("accepted") && (
          <Button size="sm" kind="primary" aria-label={m.acceptOf(named)} onClick={() => to("accepted")}>
            {m.accept()}
          </Button>
        )}
        {states.includes("declined") && !declining && (
          <Button size="sm" aria-label={m.declineOf(named)} onClick={() => decline(true)}>
            {m.decline()}
          </Button>
        )}
        {states.includes("withdrawn") && (
          <Button size="sm" kind="quiet" aria-label={m.withdrawOf(named)} onClick={() => to("withdrawn")}>
            {m.withdraw()}
          </Button>
        )}
      </span>
      {declining && (
        <form
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            to("declined");
          }}
        >
          <Field label={m.reason()} error={move.error?.at("reason")}>
            <Input value={reason} onChange={({ target }) => write(target.value)} />
          </Field>
          <Button type="submit" size="sm" busy={move.isPending}>
            {m.decline()}
          </Button>
        </form>
      )}
      <FormProblem of={move.error} fields={["reason"]} />
    </li>
  );
}
