import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import { keyOf, useTell } from "./ask.ts";
import { FormProblem } from "./form-problem.tsx";
import { useSession } from "./session.ts";
import catalogue from "./sign-in-again.messages.json";
import { Button } from "./ui/button.tsx";
import { Dialog } from "./ui/dialog.tsx";
import { Field, Input } from "./ui/field.tsx";
import { messages } from "./ui/messages.ts";

const m = messages(catalogue);

/** Over a page whose session has ended: the same person signs in and goes on where they were, with what they wrote. */
export default function SignInAgain({ onClose }: { onClose: () => void }) {
  const { email, id } = useSession().member;
  const queries = useQueryClient();
  const [here, go] = useLocation();
  const [password, type] = useState("");
  const signIn = useTell("signIn.session.create", {
    onDone: (session) => {
      if (session.member.id !== id) queries.clear();
      queries.setQueryData(keyOf("signIn.session.current"), session);
      void queries.invalidateQueries();
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ email, password });
  };
  const somebodyElse = () => {
    queries.clear();
    go(`/sign-in?next=${encodeURIComponent(here + location.search)}`);
  };
  return (
    <Dialog open onClose={onClose} title={m.sessionEnded()}>
      <form onSubmit={submit} noValidate>
        <p>{m.sessionEndedWords({ email })}</p>
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <Field label={m.password()} error={signIn.error?.at("password") ?? signIn.error?.at("email")}>
          <Input
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={({ target }) => type(target.value)}
          />
        </Field>
        <FormProblem of={signIn.error} fields={["email", "password"]} />
        <p className="row dlg-acts">
          <Button kind="quiet" onClick={somebodyElse}>
            {m.signInAs()}
          </Button>
          <Button type="submit" kind="primary" busy={signIn.isPending}>
            {m.signIn()}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
