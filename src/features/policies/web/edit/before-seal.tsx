import { Suspense } from "react";
import { later } from "../../../../web/later.tsx";
import { check } from "../../../../web/ui/further-icons.ts";
import { Icon } from "../../../../web/ui/icon.tsx";
import { SectionHead } from "../../../../web/ui/section-head.tsx";
import type { Policy } from "../words.ts";
import { m, missing } from "./edit-words.ts";

const CouldTell = later(() => import("../evidence/could-tell.tsx"));

/** What keeps the draft, as it was saved, from being sealed. */
export function BeforeSeal({ policy: { id, toSeal } }: { policy: Policy }) {
  return (
    <aside className="stack" aria-labelledby="pe-before">
      <Suspense>
        <CouldTell id={id} />
      </Suspense>
      <section>
        <SectionHead id="pe-before" title={m.before()} aside={m.beforeAside()} />
        <ul className="pe-care">
          {toSeal.map((each) => (
            <li key={each.field}>
              <span aria-hidden="true">–</span>
              <span>{missing(each)}</span>
            </li>
          ))}
          {toSeal.length === 0 && (
            <li>
              <Icon of={check} size={14} />
              <span>{m.ready()}</span>
            </li>
          )}
        </ul>
      </section>
    </aside>
  );
}
