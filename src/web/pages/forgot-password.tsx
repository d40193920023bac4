import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import { useTell } from "../ask.ts";
import { FormProblem } from "../form-problem.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Field, Input } from "../ui/field.tsx";
import { messages } from "../ui/messages.ts";
import { Door } from "./door.tsx";
import catalogue from "./forgot-password.messages.json";

const m = messages(catalogue);
const fields = ["email"];

export default function ForgotPassword() {
  const [email, setEmail] = useState("");
  const ask = useTell("signIn.passwordReset.ask");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate({ email });
  };
  return (
    <Door title={m.title()}>
      {ask.isSuccess ? (
        <Banner kind="done" fact={m.sent()}>
          {m.sentWords({ email })}
        </Banner>
      ) : (
        <form className="door-f" onSubmit={submit} noValidate>
          <Field label={m.email()} hint={m.hint()} error={ask.error?.at("email")}>
            <Input
              type="email"
              autoComplete="username"
              required
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          </Field>
          <FormProblem of={ask.error} fields={fields} />
          <p className="row">
            <Button type="submit" kind="primary" busy={ask.isPending}>
              {m.submit()}
            </Button>
          </p>
        </form>
      )}
      <Link href="/sign-in" className="link small">
        {m.back()}
      </Link>
    </Door>
  );
}
