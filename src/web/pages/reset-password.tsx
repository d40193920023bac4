import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import { useTell } from "../ask.ts";
import { FormProblem } from "../form-problem.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Field, Input } from "../ui/field.tsx";
import { messages } from "../ui/messages.ts";
import { Door } from "./door.tsx";
import catalogue from "./reset-password.messages.json";

const m = messages(catalogue);
const fields = ["password"];

/** Opened from the mail: the token stands after # so that it is sent to no server and kept in no log. */
export default function ResetPassword() {
  const token = location.hash.slice(1);
  const [password, setPassword] = useState("");
  const reset = useTell("signIn.passwordReset.use");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reset.mutate({ token, password });
  };
  return (
    <Door title={m.title()}>
      {reset.isSuccess ? (
        <Banner kind="done" fact={m.changed()} acts={<ButtonLink href="/sign-in">{m.signIn()}</ButtonLink>}>
          {m.ended()}
        </Banner>
      ) : token === "" ? (
        <Banner kind="note" fact={m.noToken()}>
          <Link href="/forgot-password" className="link">
            {m.another()}
          </Link>
        </Banner>
      ) : (
        <form className="door-f" onSubmit={submit} noValidate>
          <Field label={m.password()} hint={m.hint()} error={reset.error?.at("password")}>
            <Input
              type="password"
              autoComplete="new-password"
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </Field>
          <FormProblem of={reset.error} fields={fields} />
          <p className="row">
            <Button type="submit" kind="primary" busy={reset.isPending}>
              {m.submit()}
            </Button>
          </p>
        </form>
      )}
    </Door>
  );
}
