import { type FormEvent, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import { useAsk, useTell } from "../ask.ts";
import { FormProblem } from "../form-problem.tsx";
import { queryClient } from "../query-client.ts";
import { Banner } from "../ui/banner.tsx";
import { Bare } from "../ui/bare.tsx";
import { Button } from "../ui/button.tsx";
import { lock } from "../ui/further-icons.ts";
import { Icon } from "../ui/icon.tsx";
import { useKeys } from "../ui/keys.ts";
import { messages } from "../ui/messages.ts";
import { unwritten } from "./welcome-beginning.ts";
import { LookAround } from "./welcome-demo.tsx";
import { GrowingLine } from "./welcome-line.tsx";
import { OrganisationFields } from "./welcome-organisation.tsx";
import { OwnerFields } from "./welcome-owner.tsx";
import "./welcome.css";
import catalogue from "./welcome.messages.json";

const m = messages(catalogue);

const fields = [
  ...["organisation.name", "organisation.timeZone", "vision", "mission", "imperative"],
  ...["owner.name", "owner.email", "owner.password", "password"],
];

/** The first run: the setup link carries its secret after #, so that it is kept in no log. */
export default function Welcome() {
  const status = useAsk("welcome.firstRun.status");
  const secret = location.hash.slice(1);
  const began = status.data?.needed === false;
  const demo = status.data?.demo === true;
  return (
    <Bare aside={m.where({ host: location.host })}>
      <div className="wel-page">
        <h1>{m.title()}</h1>
        <p className="sub">{m.sub()}</p>
        {began && (
          <Banner kind="note" fact={m.began()}>
            <Link href="/sign-in" className="link">
              {m.signIn()}
            </Link>
          </Banner>
        )}
        {!began && secret === "" && (
          <Banner kind="note" fact={m.noSecret()}>
            {m.noSecretWords()}
          </Banner>
        )}
        {(began || secret === "") && demo && <LookAround />}
        {!began && secret !== "" && <BeginForm secret={secret} demo={demo} />}
      </div>
    </Bare>
  );
}

function BeginForm({ secret, demo }: { secret: string; demo: boolean }) {
  const [, go] = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const [beginning, change] = useState(unwritten);
  const begin = useTell("welcome.firstRun.begin", {
    onDone: () => {
      queryClient.clear();
      go("/", { replace: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate({ secret, ...beginning });
  };
  const said = { beginning, change, wrong: (field: string) => begin.error?.at(field) };
  useKeys([{ keys: "mod+enter", does: m.submit(), run: () => form.current?.requestSubmit() }]);
  return (
    <form className="split wel" ref={form} onSubmit={submit} noValidate>
      <div>
        <OrganisationFields {...said} />
        <GrowingLine {...said} />
      </div>
      <div>
        <OwnerFields {...said} />
        {demo && <LookAround />}
      </div>
      <footer className="wel-f">
        <FormProblem of={begin.error} fields={fields} />
        <p>
          <Icon of={lock} size={14} />
          <span>{m.stays({ host: location.host })}</span>
        </p>
        <Button type="submit" kind="primary" keys="mod+enter" busy={begin.isPending}>
          {m.submit()}
        </Button>
      </footer>
    </form>
  );
}
