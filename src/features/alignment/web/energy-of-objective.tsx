import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import { useTell } from "../../../web/ask.ts";
import { Conflict, versionMet } from "../../../web/conflict.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Field, Input } from "../../../web/ui/field.tsx";
import { useFocusBack } from "../../../web/ui/focus-back.ts";
import { useFormat } from "../../../web/ui/format.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { readFigure } from "../../okrs/web/public.tsx";
import { type EnergyOfObjective, energyWords, m, peopleWords } from "./energy-words.ts";

/** One objective's share of its team; pressed, it is written in its place by whoever may. */
export function EnergyItem({ of: objective }: { of: EnergyOfObjective }) {
  const format = useFormat();
  const [writing, write] = useState(false);
  const opener = useFocusBack(writing);
  const { id, title, energy, people, upkeep, reaches, can } = objective;
  const now = energyWords(energy, format);
  return (
    <li>
      <span>
        <Link href={`/objectives/${id}`} dir="auto">
          {title}
        </Link>
        {upkeep && <span className="tag">{m.upkeep()}</span>}
        {!upkeep && !reaches && <span className="tag">{m.noLine()}</span>}
      </span>
      {!writing && (
        <span className="en-v num">
          {people !== null && <span className="meta">{peopleWords(people, format)}</span>}
          {can.edit ? (
            <button ref={opener} type="button" aria-label={m.change({ title, now })} onClick={() => write(true)}>
              {now}
            </button>
          ) : (
            now
          )}
        </span>
      )}
      {writing && <EnergyForm of={objective} onClose={() => write(false)} />}
    </li>
  );
}

function EnergyForm({ of: objective, onClose }: { of: EnergyOfObjective; onClose: () => void }) {
  const format = useFormat();
  const [before] = useState(objective);
  const { id, title } = before;
  const [typed, type] = useState(before.energy ?? "");
  const [unread, refuse] = useState<string>();
  const save = useTell("okrs.objectives.update", { invalidates: ["okrs", "alignment", "focus"] });
  const send = async (version: number, energy: string | null) => {
    const saved = await save.mutateAsync({ id, version, energy }).catch(() => null);
    if (!saved) return;
    const undo = () => save.mutate({ id, version: saved.version, energy: before.energy });
    const words = energy === null ? m.savedNone({ title }) : m.saved({ title, now: energyWords(energy, format) });
    say(words, undo);
    onClose();
  };
  const submit = (version: number) => {
    const figure = typed.trim() === "" ? null : readFigure(typed, format.locale);
    refuse(figure && !figure.ok ? `${figure.expected}. ${figure.todo}` : undefined);
    if (!figure || figure.ok) void send(version, figure?.value ?? null);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) submit(before.version);
  };
  const words = (field: string, value: unknown) =>
    field === "energy"
      ? { label: m.conflictField(), value: energyWords(value === null ? null : String(value), format) }
      : undefined;
  return (
    <form onSubmit={onSubmit} noValidate>
      <Field label={m.field({ title })} error={unread ?? save.error?.at("energy")}>
        <Input
          inputMode="decimal"
          autoFocus
          value={typed}
          onChange={({ target }) => type(target.value)}
          onKeyDown={(event) => event.key === "Escape" && onClose()}
        />
      </Field>
      <Button onClick={onClose}>{m.cancel()}</Button>
      <Button kind="primary" type="submit" busy={save.isPending}>
        {m.save()}
      </Button>
      <Conflict of={save.error} words={words} onMine={submit} onTheirs={onClose} />
      <FormProblem of={versionMet(save.error) ? null : save.error} fields={["energy"]} />
    </form>
  );
}
