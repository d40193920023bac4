import { useState } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { useTell } from "../../../web/ask.ts";
import { Banner } from "../../../web/ui/banner.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Confirm } from "../../../web/ui/confirm.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { AnswerForm } from "./answer-form.tsx";
import catalogue from "./engagement.messages.json";

const m = messages(catalogue);

type Mine = OutputOf<"engagement.pulse.mine">;
type Pulse = OutputOf<"engagement.pulse.list">["items"][number];

/** The pulse that asks me, with its questions; nothing once I have answered. */
export function PulseAsksMe({ mine }: { mine: Mine }) {
  const format = useFormat();
  const { pulse, answered } = mine;
  if (!pulse || answered) return null;
  return (
    <section className="pulse-card" aria-labelledby="pulse-asks">
      <h2 id="pulse-asks">{m.asksYou()}</h2>
      <p className="meta">{m.asksYouWords({ count: pulse.questions.length, when: format.moment(pulse.closesAt) })}</p>
      <AnswerForm pulse={pulse} mine={mine} />
    </section>
  );
}

/**
 * The pulse that is not over yet, called by the day it opened as everywhere: answered or not asked, and how whoever
 * launched it ends it. Where it asks me, its card says until when.
 */
export function UnderWay({ pulse, mine }: { pulse: Pulse; mine: Mine | undefined }) {
  const answered = mine?.answered ?? false;
  const asksMe = mine?.pulse?.id === pulse.id && !answered;
  const format = useFormat();
  const [closing, close] = useState(false);
  const end = useTell("engagement.pulse.close", {
    invalidates: ["engagement", "alignment"],
    onDone: () => {
      close(false);
      say(m.closed());
    },
  });
  const when = format.moment(pulse.closesAt);
  const words = {
    planned: m.plannedWords({ when: format.moment(pulse.opensAt) }),
    counting: m.counting(),
    open: asksMe ? "" : answered ? m.answeredWords({ when }) : m.closesWords({ when }),
    closed: "",
    withdrawn: "",
  };
  if (asksMe && !pulse.can.close) return null;
  return (
    <>
      <Banner
        kind={answered ? "done" : "note"}
        fact={answered ? m.answered() : m.pulseOf({ day: format.day(pulse.opensAt) })}
        acts={pulse.can.close && <Button onClick={() => close(true)}>{m.closeNow()}</Button>}
      >
        {words[pulse.state]}
      </Banner>
      {end.error && <Banner kind="error" fact={end.error.title} />}
      <Confirm
        open={closing}
        onClose={() => close(false)}
        title={m.closeTitle()}
        verb={m.closeNow()}
        busy={end.isPending}
        onConfirm={() => end.mutate({ id: pulse.id })}
      >
        {m.closeWords()}
      </Confirm>
    </>
  );
}
