import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { roles, roleWord } from "./member-table.tsx";
import catalogue from "./people.messages.json";
import "./role-list.css";

const m = messages(catalogue);

/** What a role may do, in a sentence each. */
export function RoleList() {
  return (
    <section aria-labelledby="rl">
      <SectionHead id="rl" title={m.whatARoleMayDo()} />
      <dl className="rls">
        {roles.map((role) => (
          <div key={role}>
            <dt>{roleWord(role)}</dt>
            <dd>{m[`${role}May`]()}</dd>
          </div>
        ))}
      </dl>
      <p className="meta rls-n">{m.leadsMay()}</p>
    </section>
  );
}
