import { useState } from "react";
import { useAsk, useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { newId } from "../../../web/id.ts";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Field, Input } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { useSettled } from "../../../web/ui/settled.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { readFigure } from "../figures.ts";
import { ActForm } from "./act-form.tsx";
import { invalidates, type Objective, type ParentLink } from "./asking.ts";
import { m, type Unread, wrongIn } from "./form-words.ts";
import { LinkFields } from "./link-fields.tsx";
import { mayCount } from "./may-count.ts";

type Place = ParentLink["parent"];

export interface LinkPickerProps {
  open: boolean;
  onClose: () => void;
  /** The one below. */
  objective: Pick<Objective, "id" | "private"> & { parents: readonly { parent: { id: string } }[] };
  /** After it was connected; not where it was left. */
  onDone?: (made: { id: string; title: string }) => void;
  onUndone?: () => void;
}

/** Connects an objective to what it supports: another objective, a key result or an imperative. */
export function LinkPicker({ open, onClose, ...form }: LinkPickerProps) {
  return (
    <Dialog open={open} onClose={onClose} title={m.linkTitle()}>
      <Form onClose={onClose} {...form} />
    </Dialog>
  );
}

function Form({ objective, onClose, onDone, onUndone }: Omit<LinkPickerProps, "open">) {
  const { locale } = useFormat();
  const [id] = useState(newId);
  const [parent, choose] = useState<Place | null>(null);
  const [mode, count] = useState<ParentLink["mode"]>("supports");
  const [typed, weigh] = useState("1");
  const [tried, trying] = useState<Unread | null>(null);
  const weight = readFigure(typed, locale);
  const unlink = useTell("okrs.supports.remove", { invalidates, onDone: onUndone });
  const link = useTell("okrs.supports.create", {
    invalidates,
    onDone: (made) => {
      const undo = () => unlink.mutate({ id: made.id }, { onError: ({ message }) => say(message) });
      say(m.connected({ title: made.parent.title }), undo);
      onClose();
      onDone?.({ id: made.id, title: made.parent.title });
    },
  });
  const counts = mode === "contributes" && mayCount({ kind: parent?.kind ?? null, isPrivate: objective.private });
  const problems = new Map<string, { expected: string; todo: string }>();
  if (!parent) problems.set("parent", { expected: m.aParent(), todo: m.chooseParent() });
  if (counts && !weight.ok) problems.set("weight", weight);
  const wrong = wrongIn(tried, problems, link.error);
  const submit = () => {
    trying(problems);
    if (!parent) return false;
    const place = { kind: parent.kind, id: parent.id };
    const how = counts ? { mode, weight: weight.ok ? weight.value : typed } : { mode: "supports" as const };
    link.mutate({ id, objectiveId: objective.id, parent: place, ...how });
  };
  return (
    <ActForm verb={m.connect()} busy={link.isPending} onSubmit={submit} onClose={onClose}>
      <Find objective={objective} value={parent} choose={choose} error={wrong("parent") ?? wrong("parent.id")} />
      <LinkFields
        kind={parent?.kind ?? null}
        isPrivate={objective.private}
        mode={mode}
        onMode={count}
        weight={typed}
        onWeight={weigh}
        wrong={wrong}
      />
      <FormProblem of={link.error} fields={["parent", "parent.id", "mode", "weight"]} />
    </ActForm>
  );
}

interface FindProps {
  objective: LinkPickerProps["objective"];
  value: Place | null;
  choose: (place: Place) => void;
  error: string | undefined;
}

/** Finds by the words of a title; imperatives are offered before anything is typed. */
function Find({ objective, value, choose, error }: FindProps) {
  const [typed, type] = useState("");
  const q = useSettled(typed.trim(), 150);
  const found = useAsk("okrs.search", { q, limit: 20, asParent: true }, { enabled: q !== "", keepPrevious: true });
  const imperatives = useAsk("strategy.imperatives.list");
  const taken = new Set(objective.parents.map(({ parent }) => parent.id));
  const offered: Place[] = [
    ...(imperatives.data?.items ?? [])
      .filter(({ statement }) => statement.toLocaleLowerCase().includes(q.toLocaleLowerCase()))
      .map(({ id, statement }) => ({ kind: "imperative" as const, id, title: statement })),
    ...(q === "" ? [] : (found.data?.items ?? [])).flatMap(({ kind, id, title, objectiveId }) =>
      (kind === "objective" || kind === "key-result") && objectiveId !== objective.id && id !== objective.id
        ? [{ kind, id, title } as Place]
        : [],
    ),
  ].filter(({ id }) => !taken.has(id));
  const shown = value && !offered.some(({ id }) => id === value.id) ? [value, ...offered] : offered;
  return (
    <>
      <Field label={m.find()} error={error}>
        <Input type="search" autoComplete="off" value={typed} onChange={({ target }) => type(target.value)} />
      </Field>
      <fieldset>
        <legend className="sr">{m.found()}</legend>
        <div className="act-f-found">
          {shown.map((place) => (
            <label className="ck" key={place.id}>
              <input type="radio" name="parent" checked={place.id === value?.id} onChange={() => choose(place)} />
              <span>
                <span dir="auto">{place.title}</span>
                <small>{kinds[place.kind]()}</small>
              </span>
            </label>
          ))}
        </div>
        <p className="meta" role="status">
          {shown.length === 0 && q !== "" && !found.isFetching ? m.noneFound() : ""}
        </p>
      </fieldset>
    </>
  );
}

const kinds = { objective: m.anObjective, "key-result": m.aKeyResult, imperative: m.anImperative };
