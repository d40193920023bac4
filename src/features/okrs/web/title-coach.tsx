import { type KeyboardEvent, Suspense } from "react";
import { Button } from "../../../web/ui/button.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { useSettled } from "../../../web/ui/settled.ts";
import { type CoachContext, CoachNote, lookOf, Marked, useCoach } from "../../coach/web/public.tsx";
import catalogue from "./coached.messages.json";
import "./title-coach.css";

const m = messages(catalogue);

export interface TitleCoachProps {
  title: string;
  context: CoachContext;
  /** Words that are kept as they are. */
  keptWords?: string | undefined;
  /** Puts other words in its place. */
  onUse: (title: string) => void;
  /** Puts the first part in its place; the second follows. Left out where nothing can follow. */
  onSplit?: (parts: [string, string]) => void;
}

/** Milliseconds after the last key. */
const pause = 300;

/** What the coach says of a title while it is written: a moment after the last key, and never in the way. */
export default function TitleCoach({ title, context, keptWords, onUse, onSplit }: TitleCoachProps) {
  const coach = useCoach();
  const text = useSettled(title.trim(), pause);
  if (!coach || text === "") return null;
  const advice = coach(text, context);
  const kept = text === keptWords && advice.verdict !== "outcome";
  const rewrite = kept || advice.rewrite === text ? null : advice.rewrite;
  const look = lookOf(advice, kept);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button within says the same, with its keys
    <div className="coached" onKeyDown={(event) => rewrite && uses(event, () => onUse(rewrite))}>
      {(look === "output" || look === "vague") && (
        <p className="coached-w" dir="auto">
          <Marked text={text} advice={advice} look={look} />
        </p>
      )}
      <Suspense>
        <CoachNote of={m.whatIsWritten()} advice={advice} kept={kept} without={saidByTheFields} onSplit={onSplit}>
          {rewrite && <Rewrite text={rewrite} onUse={() => onUse(rewrite)} />}
        </CoachNote>
      </Suspense>
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
