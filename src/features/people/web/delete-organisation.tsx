import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import { useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { queryClient } from "../../../web/query-client.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Field, Input } from "../../../web/ui/field.tsx";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./organisation.messages.json";

const m = messages(catalogue);

/** Deletes the organisation whole, after its name was typed out. */
export function DeleteOrganisation({ name }: { name: string }) {
  const [asking, ask] = useState(false);
  return (
    <>
      <p className="small">{m.deleteWords()}</p>
      <p className="row form-acts">
        <Button kind="danger" onClick={() => ask(true)}>
          {m.deleteWhole()}
        </Button>
      </p>
      <Dialog open={asking} onClose={() => ask(false)} title={m.deleteTitle({ name })}>
        <DeleteForm name={name} onClose={() => ask(false)} />
      </Dialog>
    </>
  );
}

function DeleteForm({ name, onClose }: { name: string; onClose: () => void }) {
  const [, go] = useLocation();
  const [typed, type] = useState("");
  const remove = useTell("people.organisation.remove", {
    onDone: () => {
      queryClient.clear();
      go("/sign-in", { replace: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    remove.mutate({ name: typed });
  };
  return (
    <form onSubmit={submit} noValidate>
      <p>{m.deleteLoses()}</p>
      <Field label={m.typeName({ name })} error={remove.error?.at("name")}>
        <Input autoComplete="off" value={typed} onChange={({ target }) => type(target.value)} />
      </Field>
      <FormProblem of={remove.error} fields={["name"]} />
      <p className="row dlg-acts">
        <Button onClick={onClose}>{m.cancel()}</Button>
        <Button type="submit" kind="danger" busy={remove.isPending}>
          {m.deleteWhole()}
        </Button>
      </p>
    </form>
  );
}
