import { useState } from "react";
import { useTell } from "../../../web/ask.ts";
import { Conflict, versionMet } from "../../../web/conflict.tsx";
import { changesOf } from "../../../web/draft.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { readFigure } from "../figures.ts";
import { ActForm } from "./act-form.tsx";
import { invalidates, type Objective, type ParentLink, writtenFigure } from "./asking.ts";
import { m, type Unread, wrongIn } from "./form-words.ts";
import { LinkFields } from "./link-fields.tsx";
import { mayCount } from "./may-count.ts";

export interface ChangeLinkFormProps {
  open: boolean;
  onClose: () => void;
  link: ParentLink;
  objective: Pick<Objective, "private">;
}

/** Changes whether and how much a link to a parent counts. */
export function ChangeLinkForm({ open, onClose, link, objective }: ChangeLinkFormProps) {
  return (
    <Dialog open={open} onClose={onClose} title={m.changeLinkOf({ title: link.parent.title })}>
      <Form link={link} objective={objective} onClose={onClose} />
    </Dialog>
  );
}

function Form({ link, objective, onClose }: Omit<ChangeLinkFormProps, "open">) {
  const { locale } = useFormat();
  const [before] = useState(link);
  const [mode, count] = useState(before.mode);
  const [typed, weigh] = useState(() => writtenFigure(before.weight, locale));
  const [tried, trying] = useState<Unread | null>(null);
  const { kind, title } = before.parent;
  const counts = mode === "contributes" && mayCount({ kind, isPrivate: objective.private });
  const reading = readFigure(typed, locale);
  const problems = new Map(counts && !reading.ok ? [["weight", reading] as const] : []);
  const save = useTell("okrs.supports.update", {
    invalidates,
    onDone: () => {
      say(m.linkChanged({ title }));
      onClose();
    },
  });
  const wrong = wrongIn(tried, problems, save.error);
  const write = (version: number) => {
    trying(problems);
    const now = { mode, weight: counts ? (reading.ok ? reading.value : typed) : before.weight };
    save.mutate({ id: before.id, version, ...changesOf({ from: { mode: before.mode, weight: before.weight }, now }) });
  };
  return (
    <ActForm verb={m.save()} busy={save.isPending} onSubmit={() => write(before.version)} onClose={onClose}>
      <LinkFields
        kind={kind}
        isPrivate={objective.private}
        mode={mode}
        onMode={count}
        weight={typed}
        onWeight={weigh}
        wrong={wrong}
      />
      <Conflict of={save.error} words={linkWords} onMine={write} onTheirs={onClose} />
      <FormProblem of={versionMet(save.error) ? null : save.error} fields={["mode", "weight"]} />
    </ActForm>
  );
}

function linkWords(field: string, value: unknown) {
  if (field === "mode") return { label: m.mode(), value: m[value as ParentLink["mode"]]() };
  return field === "weight" ? { label: m.weightField(), value: String(value) } : undefined;
}
