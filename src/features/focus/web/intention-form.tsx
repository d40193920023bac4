import { type FormEvent, useState } from "react";
import type { InputOf } from "../../../web/api.ts";
import { useAsk, useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { newId } from "../../../web/id.ts";
import { useSession } from "../../../web/session.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Field, Input, Select } from "../../../web/ui/field.tsx";
import { arrowDown, arrowUp } from "../../../web/ui/further-icons.ts";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import catalogue from "./forms.messages.json";
import type { Intention, Tie } from "./intention.tsx";

const m = messages(catalogue);

interface IntentionFormProps {
  /** Left out where a new one is written. */
  intention?: Intention;
  ties: readonly Tie[];
  onClose: () => void;
  onMove?: (id: string, by: 1 | -1) => void;
}

/** Writing an intention, or changing one: its words, what it is for, its place, and letting it go. */
export default function IntentionForm({ intention, ties, onClose, onMove }: IntentionFormProps) {
  const { member } = useSession();
  const mine = useAsk("roadmap.initiatives.list", { ownerId: member.id });
  const initiatives = (mine.data?.items ?? []).filter(({ state }) => state === "planned" || state === "doing");
  const forKeyResults = ties.map((each) => ({ ...each, key: `keyResultId ${each.id}` }));
  const forInitiatives = initiatives.map((each) => ({ ...each, key: `initiativeId ${each.id}` }));
  const known = [...forKeyResults, ...forInitiatives];
  const [id] = useState(() => intention?.id ?? newId());
  const [text, write] = useState(intention?.text ?? "");
  const [chosen, choose] = useState(intention ? keyOfTie(intention.tie) : "");
  const tie = chosen || (known[0]?.key ?? "");
  const told = { invalidates: ["focus"] as const, onDone: onClose };
  const create = useTell("focus.intentions.create", told);
  const update = useTell("focus.intentions.update", told);
  const letGo = useTell("focus.intentions.letGo", told);
  const saving = intention ? update : create;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = { id, text: text.trim(), ...tieOf(tie) };
    if (intention) update.mutate({ ...said, version: intention.version });
    else create.mutate(said);
  };
  const drop = () => {
    if (!intention) return;
    letGo.mutate({ id });
    say(m.gone({ text: intention.text }), () => letGo.mutate({ id, letGo: false }));
  };
  if (mine.data && known.length === 0 && !intention) return <NoTie onClose={onClose} />;
  return (
    <form className="todo-f" onSubmit={submit} onKeyDown={(event) => event.key === "Escape" && onClose()} noValidate>
      <Field label={m.text()} error={saving.error?.at("text")}>
        <Input autoFocus placeholder={m.textHint()} value={text} onChange={(event) => write(event.target.value)} />
      </Field>
      <Field label={m.for()} error={saving.error?.at("keyResultId") ?? saving.error?.at("initiativeId")}>
        <Select value={tie} onChange={(event) => choose(event.target.value)}>
          {intention?.tie.title && !known.some(({ key }) => key === tie) && (
            <option value={tie}>{intention.tie.title}</option>
          )}
          <Options label={m.keyResults()} of={forKeyResults} />
          <Options label={m.initiatives()} of={forInitiatives} />
        </Select>
      </Field>
      <FormProblem of={saving.error ?? letGo.error} fields={["text", "keyResultId", "initiativeId"]} />
      <p className="row">
        <Button type="submit" kind="primary" size="sm" busy={saving.isPending}>
          {intention ? m.save() : m.addIt()}
        </Button>
        <Button size="sm" onClick={onClose}>
          {m.cancel()}
        </Button>
        {intention && (
          <>
            <Button kind="quiet" size="sm" iconOnly icon={arrowUp} onClick={() => onMove?.(id, -1)}>
              {m.earlier()}
            </Button>
            <Button kind="quiet" size="sm" iconOnly icon={arrowDown} onClick={() => onMove?.(id, 1)}>
              {m.later()}
            </Button>
            <Button kind="quiet" size="sm" onClick={drop}>
              {m.letGo()}
            </Button>
          </>
        )}
      </p>
    </form>
  );
}

function Options({ label, of }: { label: string; of: readonly { key: string; title: string }[] }) {
  if (of.length === 0) return null;
  return (
    <optgroup label={label}>
      {of.map(({ key, title }) => (
        <option key={key} value={key}>
          {title}
        </option>
      ))}
    </optgroup>
  );
}

/** An intention serves something: there is nothing yet that it could serve. */
function NoTie({ onClose }: { onClose: () => void }) {
  return (
    <div className="todo-f">
      <p className="small" role="status">
        {m.noTie()}
      </p>
      <p className="row">
        <Button size="sm" onClick={onClose}>
          {m.cancel()}
        </Button>
      </p>
    </div>
  );
}

function keyOfTie({ kind, id }: Intention["tie"]): string {
  return `${kind === "key-result" ? "keyResultId" : "initiativeId"} ${id}`;
}

function tieOf(tie: string): Pick<InputOf<"focus.intentions.create">, "keyResultId" | "initiativeId"> {
  const [field = "", id] = tie.split(" ");
  return { [field]: id };
}
