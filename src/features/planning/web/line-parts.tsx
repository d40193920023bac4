import { type FormEvent, useEffect, useRef, useState } from "react";
import { newId } from "../../../web/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Field, Input } from "../../../web/ui/field.tsx";
import { type Advice, type LineKind, type Lines, m } from "./asking.ts";
import { type Beginning, focusLine, lineOnPage, useStudio } from "./studio-context.ts";
import { useMade } from "./using-acts.ts";

/** How many threads are open on a line; leads to the words. */
export function CommentCount<Kind extends LineKind>({ of: { id, comments }, kind }: { of: Lines[Kind]; kind: Kind }) {
  const { commentOn } = useStudio();
  if (comments.open === 0) return null;
  return (
    <Button kind="quiet" size="sm" onClick={() => commentOn({ kind, id })}>
      {m.comments({ count: comments.open })}
    </Button>
  );
}

/** Moves a line one place among its siblings and keeps the focus on it. */
export function useOrder(
  siblings: readonly { id: string }[],
  id: string,
  reorder: (ids: string[]) => Promise<unknown>,
): (step: -1 | 1) => void {
  const { attempt, note } = useStudio();
  const order = async (ids: string[], before: string[]) => {
    await reorder(ids);
    note(() => order(before, ids));
    focusLine(id);
  };
  return (step) => {
    const before = siblings.map((each) => each.id);
    const [at, to] = [before.indexOf(id), before.indexOf(id) + step];
    if (to < 0 || to >= before.length) return;
    void attempt(() => order(before.toSpliced(at, 1).toSpliced(to, 0, id), before));
  };
}

/** What would make a line better; what stands beside it already is left out. */
export function LineAdvice({ of, without = [] }: { of: readonly Advice[]; without?: readonly Advice[] }) {
  const said = of.filter((each) => !without.includes(each));
  if (said.length === 0) return null;
  return (
    <ul className="plan-advice">
      {said.map((each) => (
        <li key={each}>{m[each]()}</li>
      ))}
    </ul>
  );
}

/** The first words of a new line: it is there once it has a title; Esc leaves them for the next time and goes back. */
export function NewLine({ kind, objectiveId }: Beginning) {
  const { studio, current, unfinished, act, attempt, begin } = useStudio();
  const noteMade = useMade();
  const place = objectiveId ?? kind;
  const [title, setTitle] = useState(unfinished.get(place) ?? "");
  const write = (words: string) => {
    unfinished.set(place, words);
    setTitle(words);
  };
  const [from] = useState(current ?? objectiveId);
  const goBack = () => {
    begin(null);
    if (from) lineOnPage(from)?.focus();
  };
  const [id] = useState(newId);
  const [hidden, hide] = useState(false);
  const [busy, waits] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const label = words[kind]();
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === "" || busy) return;
    waits(true);
    const made = await attempt(() => {
      if (kind === "draft-objective")
        return act("planning.draftObjectives.create", { id, planId: studio.id, title, private: hidden });
      if (kind === "draft-initiative") return act("planning.draftInitiatives.create", { id, planId: studio.id, title });
      return act("planning.draftKeyResults.create", { id, draftObjectiveId: objectiveId ?? "", title });
    });
    waits(false);
    if (!made) return;
    noteMade(kind, id, from);
    unfinished.delete(place);
    begin(null);
    focusLine(id);
  };
  return (
    <form className="new-line" onSubmit={(event) => void add(event)}>
      <Field label={label}>
        <Input
          ref={field}
          maxLength={300}
          placeholder={hints[kind]()}
          value={title}
          onChange={({ target }) => write(target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.preventDefault();
            event.stopPropagation();
            goBack();
          }}
        />
      </Field>
      {kind === "draft-objective" && studio.can.private && (
        <label className="ck">
          <input type="checkbox" checked={hidden} onChange={({ target }) => hide(target.checked)} />
          <span>
            {m.yoursAlone()} <small className="meta">{m.yoursAloneSays()}</small>
          </span>
        </label>
      )}
      <Button type="submit" size="sm" busy={busy}>
        {m.add()}
      </Button>
      <Button
        kind="quiet"
        size="sm"
        onClick={() => {
          unfinished.delete(place);
          goBack();
        }}
      >
        {m.cancel()}
      </Button>
    </form>
  );
}

const words: Record<LineKind, () => string> = {
  "draft-objective": m.newObjective,
  "draft-key-result": m.newKeyResult,
  "draft-initiative": m.newInitiative,
};
const hints: Record<LineKind, () => string> = {
  "draft-objective": m.objectiveHint,
  "draft-key-result": m.keyResultHint,
  "draft-initiative": m.initiativeHint,
};
