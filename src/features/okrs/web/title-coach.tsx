import type { KeyboardEvent } from "react";
import { Button } from "../../../web/ui/button.tsx";
import { useSettled } from "../../../web/ui/settled.ts";
import { type CoachContext, CoachNote, lookOf, Marked, useCoach } from "../../coach/web/public.tsx";
import { m } from "./asking.ts";
import "./title-coach.css";

interface TitleCoachProps {
  title: string;
  context: CoachContext;
  /** Puts other words in its place. */
  onUse: (title: string) => void;
}

/** Milliseconds after the last key. */
const pause = 300;

/** What the coach says of a title while it is written: a moment after the last key, and never in the way. */
export function TitleCoach({ title, context, onUse }: TitleCoachProps) {
  const coach = useCoach();
  const text = useSettled(title.trim(), pause);
  if (!coach || text === "") return null;
  const advice = coach(text, context);
  const rewrite = advice.rewrite === text ? null : advice.rewrite;
  const look = lookOf(advice, false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button within says the same, with its keys
    <div className="coached" onKeyDown={(event) => rewrite && uses(event, () => onUse(rewrite))}>
      {look !== "good" && (
        <p className="coached-w" dir="auto">
          <Marked text={text} advice={advice} look={look} />
        </p>
      )}
      <CoachNote of={m.title()} advice={advice} kept={false} without={saidByTheFields}>
        {rewrite && <Rewrite text={rewrite} onUse={() => onUse(rewrite)} />}
      </CoachNote>
    </div>
  );
}

/** What stands beside the title as fields of its own. */
const saidByTheFields = ["no-baseline", "no-target", "no-direction", "no-data-source", "no-owner"] as const;

/** Other words, and the button that takes them. */
export function Rewrite({ text, onUse, busy = false }: { text: string; onUse: () => void; busy?: boolean }) {
  return (
    <p className="row">
      <span className="coached-r" dir="auto">
        {text}
      </span>
      <Button size="sm" keys="mod+enter" busy={busy} onClick={onUse}>
        {m.useRewrite()}
      </Button>
    </p>
  );
}

/** ⌘↵ on the note takes the rewrite, and does not send the form. */
export function uses(event: KeyboardEvent, use: () => void): void {
  if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
  event.preventDefault();
  event.stopPropagation();
  use();
}
