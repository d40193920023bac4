import { useState } from "react";
import { useLocation } from "wouter";
import { useTell } from "../../../../web/ask.ts";
import { FormProblem } from "../../../../web/form-problem.tsx";
import { newId } from "../../../../web/id.ts";
import { useKept } from "../../../../web/kept.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Dialog } from "../../../../web/ui/dialog.tsx";
import { Field, Input } from "../../../../web/ui/field.tsx";
import { messages } from "../../../../web/ui/messages.ts";
import { KindSelect } from "../kind-select.tsx";
import { invalidates, type Kind } from "../words.ts";
import catalogue from "./list.messages.json";

const m = messages(catalogue);

/** Names a draft; the rest is written on its own page. */
export function BeginPolicy({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title={m.beginTitle()}>
      <Fields onClose={onClose} />
    </Dialog>
  );
}

function Fields({ onClose }: { onClose: () => void }) {
  const [, go] = useLocation();
  const [id] = useState(newId);
  const [value, set, forget] = useKept<{ title: string; kind: Kind }>("new-policy", () => {
    return { title: "", kind: "hybrid-flexible" };
  });
  const begin = useTell("policies.policies.create", {
    invalidates,
    onDone: () => {
      forget();
      go(`/policies/${id}/edit`);
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate({ id, ...value });
      }}
    >
      <Field label={m.title()} hint={m.titleHint()} error={begin.error?.at("title")}>
        <Input value={value.title} onChange={({ target }) => set({ ...value, title: target.value })} />
      </Field>
      <Field label={m.kind()} error={begin.error?.at("kind")}>
        <KindSelect value={value.kind} onChange={(kind) => set({ ...value, kind })} />
      </Field>
      <FormProblem of={begin.error} fields={["title", "kind"]} />
      <p className="row dlg-acts">
        <Button
          onClick={() => {
            forget();
            onClose();
          }}
        >
          {m.cancel()}
        </Button>
        <Button type="submit" kind="primary" busy={begin.isPending}>
          {m.begin()}
        </Button>
      </p>
    </form>
  );
}
