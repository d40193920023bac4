import { type FormEvent, useState } from "react";
import { useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Field, Input } from "../../../web/ui/field.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import catalogue from "./sign-in.messages.json";

const m = messages(catalogue);
const fields = ["current", "password"];
const empty = { current: "", password: "" };

/** `email` is told to password managers, so that they know whose password changes. */
export function ChangePassword({ email }: { email: string }) {
  const [typed, type] = useState(empty);
  const change = useTell("signIn.password.change", {
    invalidates: ["signIn.sessions"],
    onDone: () => {
      type(empty);
      say(m.passwordChanged());
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(typed);
  };
  return (
    <form className="narrow" onSubmit={submit} noValidate>
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field label={m.currentPassword()} error={change.error?.at("current")}>
        <Input
          type="password"
          autoComplete="current-password"
          value={typed.current}
          onChange={({ target }) => type({ ...typed, current: target.value })}
        />
      </Field>
      <Field label={m.newPassword()} hint={m.newPasswordHint()} error={change.error?.at("password")}>
        <Input
          type="password"
          autoComplete="new-password"
          value={typed.password}
          onChange={({ target }) => type({ ...typed, password: target.value })}
        />
      </Field>
      <FormProblem of={change.error} fields={fields} />
      <p className="row form-acts">
        <Button type="submit" busy={change.isPending}>
          {m.changePassword()}
        </Button>
      </p>
    </form>
  );
}
