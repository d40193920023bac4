import { useState } from "react";
import { useAsk, useTell } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { newId } from "../../../web/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Field, Input } from "../../../web/ui/field.tsx";
import { useSettled } from "../../../web/ui/settled.ts";
import { useAskedAct } from "./asked-act.ts";
import { m } from "./dialog-words.ts";
import { focusLine, useStudio } from "./studio-context.ts";
import "./dialogs.css";

/** Objectives to begin from: the organisation's own first, then built in by function, each phrased as an outcome. */
export function TemplatesDialog({ onClose }: { onClose: () => void }) {
  const { studio } = useStudio();
  const [typed, type] = useState("");
  const q = useSettled(typed.trim(), 150);
  const [id] = useState(newId);
  const asked = useAsk("planning.objectiveTemplates.list", q ? { q } : {}, { keepPrevious: true });
  const remove = useTell("planning.objectiveTemplates.remove", { invalidates: ["planning.objectiveTemplates"] });
  const use = useAskedAct("planning.objectiveTemplates.use", () => {
    onClose();
    focusLine(id);
  });
  const wrong = use.besides() ?? remove.error?.message;
  return (
    <Dialog open onClose={onClose} title={m.templatesTitle()}>
      <Field label={m.findTemplate()}>
        <Input type="search" autoComplete="off" value={typed} onChange={({ target }) => type(target.value)} />
      </Field>
      {wrong && (
        <p className="plan-bad" role="alert">
          {wrong}
        </p>
      )}
      <Asked of={asked} what={m.templates()}>
        {({ items }) => (
          <ul className="plan-tpl">
            {items.length === 0 && <li className="small">{m.noTemplate()}</li>}
            {items.map((template) => (
              <li key={template.id}>
                <div>
                  <span className="meta">{m[`area-${template.area}`]()}</span>
                  <p className="serif" dir="auto">
                    {template.title}
                  </p>
                  <p className="meta" dir="auto">
                    {template.keyResults.map(({ title }) => title).join(" · ")}
                  </p>
                </div>
                <Button
                  size="sm"
                  aria-label={m.takeTemplateOf({ title: template.title })}
                  onClick={() => void use.send({ id: template.id, planId: studio.id, draftObjectiveId: id })}
                >
                  {m.takeTemplate()}
                </Button>
                {template.can.remove && (
                  <Button size="sm" kind="quiet" onClick={() => remove.mutate({ id: template.id })}>
                    {m.remove()}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Asked>
      <p className="row dlg-acts">
        <Button onClick={onClose}>{m.close()}</Button>
      </p>
    </Dialog>
  );
}
