import { useState } from "react";
import { useAsk } from "../../../web/ask.ts";
import { Field, Input } from "../../../web/ui/field.tsx";
import { useSettled } from "../../../web/ui/settled.ts";
import { useAskedAct } from "./asked-act.ts";
import { type Objective, ownerWords } from "./asking.ts";
import { m } from "./dialog-words.ts";
import { PlanForm } from "./plan-form.tsx";
import { focusLine, useStudio } from "./studio-context.ts";

type Parent = NonNullable<Objective["parent"]>;

interface Offered extends Parent {
  detail: string;
}

/** Connects a draft to what it supports: an imperative, what stands already, or another draft. */
export function ParentDialog({ objective, onClose }: { objective: Objective; onClose: () => void }) {
  const [parent, choose] = useState<Parent | null>(objective.parent);
  const [typed, type] = useState("");
  const q = useSettled(typed.trim(), 150);
  const offered = useOffered(q, objective.id);
  const shown =
    parent && !offered.some(({ id }) => id === parent.id)
      ? [{ ...parent, detail: m[`a-${parent.kind}`]() }, ...offered]
      : offered;
  const connect = useAskedAct("planning.draftObjectives.update", () => {
    onClose();
    focusLine(objective.id);
  });
  const submit = () =>
    void connect.send({
      id: objective.id,
      version: objective.version,
      parent: parent && { kind: parent.kind, id: parent.id },
    });
  return (
    <PlanForm
      title={m.connectTitle()}
      verb={parent ? m.connect() : m.connectNothing()}
      busy={connect.busy}
      wrong={connect.besides()}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={m.findParent()}>
        <Input type="search" autoComplete="off" value={typed} onChange={({ target }) => type(target.value)} />
      </Field>
      <fieldset className="plan-found">
        <legend className="sr">{m.offered()}</legend>
        <label className="ck">
          <input type="radio" name="parent" checked={parent === null} onChange={() => choose(null)} />
          <span>{m.connectNothing()}</span>
        </label>
        {shown.map(({ detail, ...place }) => (
          <label className="ck" key={place.id}>
            <input type="radio" name="parent" checked={place.id === parent?.id} onChange={() => choose(place)} />
            <span>
              <span dir="auto">{place.title}</span> <small className="meta">{detail}</small>
            </span>
          </label>
        ))}
      </fieldset>
    </PlanForm>
  );
}

/** Imperatives and drafts are offered before a word is typed; what stands already is found by its title. */
function useOffered(q: string, objectiveId: string): Offered[] {
  const { studio } = useStudio();
  const imperatives = useAsk("strategy.imperatives.list");
  const found = useAsk("okrs.search", { q, limit: 20, asParent: true }, { enabled: q !== "", keepPrevious: true });
  const fits = ({ title }: { title: string }) => title.toLocaleLowerCase().includes(q.toLocaleLowerCase());
  const drafts = [
    ...studio.objectives.map(({ id, title }) => ({ id, title, detail: m.thisPlan() })),
    ...studio.others.flatMap(({ items, ...whose }) =>
      items
        .filter(({ kind }) => kind === "draft-objective")
        .map(({ id, title }) => ({ id, title, detail: m.draftOf({ whose: ownerWords({ ...whose, owner: null }) }) })),
    ),
  ];
  const offered: Offered[] = [
    ...(imperatives.data?.items ?? []).map(({ id, statement }) => ({
      kind: "imperative" as const,
      id,
      title: statement,
      detail: m.imperative(),
    })),
    ...drafts.filter(({ id }) => id !== objectiveId).map((draft) => ({ kind: "draft-objective" as const, ...draft })),
    ...(q === "" ? [] : (found.data?.items ?? [])).flatMap(({ kind, id, title }) =>
      kind === "objective" || kind === "key-result"
        ? [{ kind: kind as Parent["kind"], id, title, detail: m[`a-${kind}`]() }]
        : [],
    ),
  ];
  return offered.filter(fits);
}
