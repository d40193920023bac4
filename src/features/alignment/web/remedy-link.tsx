import { useState } from "react";
import { useTell } from "../../../web/ask.ts";
import { newId } from "../../../web/id.ts";
import { useSession } from "../../../web/session.ts";
import { Button } from "../../../web/ui/button.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import { LinkPicker } from "../../okrs/web/public.tsx";
import type { RemedyProps } from "./remedy.tsx";
import { m, type Subject } from "./standing.ts";

/** What a step makes untrue. */
export const invalidates = ["okrs", "alignment", "focus"] as const;

/** Connects an orphan to the closest parent at once, to another by choice, or marks it as upkeep. */
export function LinkToParent({ gap, onDone }: RemedyProps) {
  const [orphan, parent] = gap.subjects;
  const undo = useUndo(onDone);
  const link = useTell("okrs.supports.create", {
    invalidates,
    onDone: ({ id, parent: { title } }) => {
      say(m.connected({ title }), undo.link(id));
      onDone();
    },
  });
  const mark = useTell("okrs.objectives.update", {
    invalidates,
    onDone: ({ id, title, version }) => {
      say(m.markedUpkeep({ title }), undo.upkeep(id, version));
      onDone();
    },
  });
  if (!orphan) return null;
  const connect = (to: Subject) =>
    link.mutate(
      { id: newId(), objectiveId: orphan.id, parent: { kind: to.kind as "objective" | "imperative", id: to.id } },
      { onError: ({ message }) => say(message) },
    );
  const upkeep = () =>
    mark.mutate({ id: orphan.id, version: gap.version ?? 1, upkeep: true }, { onError: ({ message }) => say(message) });
  return (
    <>
      {parent && (
        <>
          <Button busy={link.isPending} onClick={() => connect(parent)}>
            <span dir="auto">{m.connectTo({ title: parent.title })}</span>
          </Button>
          <small className="al-g-near">
            {m.closest({ likeness: Number(gap.values.likeness), teams: nearness(gap.values.teamsAbove) })}
          </small>
        </>
      )}
      <Choose
        subject={orphan}
        onDone={onDone}
        words={parent ? m.connectElse() : m.connect()}
        quiet={parent !== undefined}
      />
      <Button kind="quiet" busy={mark.isPending} onClick={upkeep}>
        {m.markUpkeep()}
      </Button>
    </>
  );
}

function nearness(teamsAbove: unknown): "same" | "above" | "other" {
  if (typeof teamsAbove !== "number") return "other";
  return teamsAbove === 0 ? "same" : "above";
}

interface ChooseProps {
  subject: Subject;
  words: string;
  /** Another step stands before it. */
  quiet?: boolean;
  onDone: () => void;
}

function Choose({ subject, words, quiet = false, onDone }: ChooseProps) {
  const [choosing, choose] = useState(false);
  return (
    <>
      <Button kind={quiet ? "quiet" : "plain"} onClick={() => choose(true)}>
        {words}
      </Button>
      <LinkPicker
        open={choosing}
        onClose={() => choose(false)}
        objective={{ id: subject.id, private: false, parents: [] }}
        onDone={onDone}
        onUndone={onDone}
      />
    </>
  );
}

/** Connects where the line ends; an imperative that was archived is brought back. */
export function LinkTheEnd({ gap, onDone }: RemedyProps) {
  const { role } = useSession().member;
  const [end, ...from] = gap.subjects;
  const [below] = from;
  if (end?.kind === "imperative")
    return (
      <>
        {(role === "owner" || role === "champion") && <BringBack imperative={end} onDone={onDone} />}
        {below && <Choose subject={below} onDone={onDone} words={m.connectThat({ title: below.title })} quiet />}
      </>
    );
  return end ? <Choose subject={end} onDone={onDone} words={m.connect()} /> : null;
}

function BringBack({ imperative: { id, title }, onDone }: { imperative: Subject; onDone: () => void }) {
  const again = useTell("strategy.imperatives.archive", { invalidates: [...invalidates, "strategy"], onDone });
  const back = useTell("strategy.imperatives.restore", {
    invalidates: [...invalidates, "strategy"],
    onDone: ({ version }) => {
      say(m.broughtBack({ title }), () => again.mutate({ id, version }));
      onDone();
    },
  });
  return (
    <Button busy={back.isPending} onClick={() => back.mutate({ id }, { onError: ({ message }) => say(message) })}>
      {m.bringBack()}
    </Button>
  );
}

/** The way back from a step; the index is counted again after it, too. */
function useUndo(onDone: () => void) {
  const unlink = useTell("okrs.supports.remove", { invalidates, onDone });
  const unmark = useTell("okrs.objectives.update", { invalidates, onDone });
  return {
    link: (id: string) => () => unlink.mutate({ id }),
    upkeep: (id: string, version: number) => () => unmark.mutate({ id, version, upkeep: false }),
  };
}
