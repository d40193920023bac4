import { type FormEvent, useState } from "react";
import { Link, useLocation, useSearchParams } from "wouter";
import { keyOf, useAsk, useTell } from "../ask.ts";
import { FormProblem } from "../form-problem.tsx";
import { queryClient } from "../query-client.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Field, Input } from "../ui/field.tsx";
import { messages } from "../ui/messages.ts";
import { Door } from "./door.tsx";
import catalogue from "./sign-in.messages.json";

const m = messages(catalogue);
const fields = ["email", "password"];

export default function SignIn() {
  const [, go] = useLocation();
  const [search] = useSearchParams();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useTell("signIn.session.create", {
    onDone: (session) => {
      queryClient.clear();
      queryClient.setQueryData(keyOf("signIn.session.current"), session);
      go(ownAddress(search.get("next")), { replace: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ email, password });
  };
  return (
    <Door title={m.title()}>
      <NobodyYet />
      <form className="door-f" onSubmit={submit} noValidate>
        <Field label={m.email()} error={signIn.error?.at("email")}>
          <Input
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <Field label={m.password()} error={signIn.error?.at("password")}>
          <Input
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <FormProblem of={signIn.error} fields={fields} />
        <p className="row">
          <Button type="submit" kind="primary" busy={signIn.isPending}>
            {m.submit()}
          </Button>
          <Link href="/forgot-password" className="link">
            {m.forgot()}
          </Link>
        </p>
      </form>
      <p className="meta">{m.help()}</p>
    </Door>
  );
}

/** On a server without an organisation: who can begin, and how. */
function NobodyYet() {
  const status = useAsk("welcome.firstRun.status");
  if (!status.data?.needed) return null;
  return (
    <Banner kind="note" fact={m.nobodyYet()}>
      {m.setupLink()}
    </Banner>
  );
}

/** Only addresses of our own are followed after signing in. */
function ownAddress(next: string | null): string {
  return next?.startsWith("/") && !next.startsWith("//") && !next.includes("\\") ? next : "/";
}
