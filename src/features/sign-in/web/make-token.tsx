import { type FormEvent, useEffect, useRef, useState } from "react";
import type { InputOf } from "../../../web/api.ts";
import { useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { newId } from "../../../web/id.ts";
import { useSession } from "../../../web/session.ts";
import { Banner } from "../../../web/ui/banner.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { CopyField } from "../../../web/ui/copy-field.tsx";
import { Field, Input, Select } from "../../../web/ui/field.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { scopesOfferedTo } from "../permissions.ts";
import catalogue from "./sign-in.messages.json";
import "./tokens.css";

const m = messages(catalogue);
const fields = ["name", "scopes", "days"];
const lifetimes = [7, 30, 90, 365];

type Asked = InputOf<"signIn.tokens.create">;

/** Asks for a token, then shows it this once. */
export function MakeToken({ onClose }: { onClose: () => void }) {
  const make = useTell("signIn.tokens.create", { invalidates: ["signIn.tokens"] });
  if (!make.data) return <AskForToken make={make} onClose={onClose} />;
  const { name, token } = make.data;
  return (
    <div className="tok-new">
      <Banner kind="done" fact={m.made({ name })}>
        {m.once()}
      </Banner>
      <CopyField label={m.token()} value={token} />
      <p className="row">
        <Button onClick={onClose}>{m.done()}</Button>
      </p>
    </div>
  );
}

interface AskProps {
  make: ReturnType<typeof useTell<"signIn.tokens.create">>;
  onClose: () => void;
}

function AskForToken({ make, onClose }: AskProps) {
  const { role } = useSession().member;
  const first = useRef<HTMLInputElement>(null);
  const [asked, ask] = useState<Asked>(() => ({ id: newId(), name: "", scopes: ["read"], days: 90 }));
  useEffect(() => first.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate(asked);
  };
  const toggle = (scope: Asked["scopes"][number]) =>
    ask({
      ...asked,
      scopes: asked.scopes.includes(scope) ? asked.scopes.filter((other) => other !== scope) : [...asked.scopes, scope],
    });
  return (
    <form className="tok-new" onSubmit={submit} noValidate>
      <Field label={m.name()} hint={m.nameHint()} error={make.error?.at("name")}>
        <Input ref={first} value={asked.name} onChange={({ target }) => ask({ ...asked, name: target.value })} />
      </Field>
      <fieldset>
        <legend className="label">{m.mayDo()}</legend>
        {scopesOfferedTo(role).map((scope) => (
          <label key={scope} className="ck">
            <input type="checkbox" checked={asked.scopes.includes(scope)} onChange={() => toggle(scope)} />
            {m[scope]()}
          </label>
        ))}
        {make.error?.at("scopes") && <p className="meta">{make.error.at("scopes")}</p>}
      </fieldset>
      <Field label={m.endsAfter()} error={make.error?.at("days")}>
        <Select value={Number(asked.days)} onChange={({ target }) => ask({ ...asked, days: Number(target.value) })}>
          {lifetimes.map((days) => (
            <option key={days} value={days}>
              {days === 365 ? m.oneYear() : m.days({ count: days })}
            </option>
          ))}
        </Select>
      </Field>
      <FormProblem of={make.error} fields={fields} />
      <p className="row">
        <Button type="submit" kind="primary" busy={make.isPending}>
          {m.make()}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {m.cancel()}
        </Button>
      </p>
    </form>
  );
}
