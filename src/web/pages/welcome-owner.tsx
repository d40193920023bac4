import { Field, Input } from "../ui/field.tsx";
import { messages } from "../ui/messages.ts";
import { SectionHead } from "../ui/section-head.tsx";
import catalogue from "./welcome.messages.json";
import type { Beginning, Said } from "./welcome-beginning.ts";

const m = messages(catalogue);

/** How the owner signs in. */
export function OwnerFields({ beginning, change, wrong }: Said) {
  const { name, email, password } = beginning.owner;
  const set = (part: Partial<Beginning["owner"]>) =>
    change((before) => ({ ...before, owner: { ...before.owner, ...part } }));
  return (
    <section className="wel-s" aria-labelledby="wel-s">
      <SectionHead id="wel-s" title={m.owner()} aside={m.ownerAside()} />
      <Field label={m.name()} error={wrong("owner.name")}>
        <Input autoComplete="name" value={name} onChange={({ target }) => set({ name: target.value })} />
      </Field>
      <Field label={m.email()} error={wrong("owner.email")}>
        <Input
          type="email"
          autoComplete="username"
          value={email}
          onChange={({ target }) => set({ email: target.value })}
        />
      </Field>
      <Field label={m.password()} hint={m.passwordHint()} error={wrong("owner.password") ?? wrong("password")}>
        <Input
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={({ target }) => set({ password: target.value })}
        />
      </Field>
    </section>
  );
}
