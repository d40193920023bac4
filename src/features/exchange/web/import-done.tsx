import { useEffect, useRef } from "react";
import { pageAt } from "../../../web/addresses.ts";
import type { OutputOf } from "../../../web/api.ts";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { KeptLines } from "./earlier-imports.tsx";
import catalogue from "./import.messages.json";

const m = messages(catalogue);

/** What came in, where to see it, and what stays with the import. */
export function ImportDone({
  of: done,
  onAnother,
}: {
  of: OutputOf<"exchange.imports.create">;
  onAnother: () => void;
}) {
  const { fileName, rows, made } = done;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const sum = (pick: (actions: (typeof rows)["objective"]) => number) =>
    Object.values(rows).reduce((total, actions) => total + pick(actions), 0);
  const created = sum(({ create }) => create);
  const changed = sum((actions) => actions.changed);
  const there = sum(({ unchanged, already }) => unchanged + already);
  const [map, objectives, people] = ["/map", "/objectives", "/settings/people"].map(pageAt);
  const head = created + changed === 0 ? m.doneNothing({ file: fileName }) : m.done({ file: fileName });
  return (
    <>
      <PageHead title={m.title()} acts={<Button onClick={onAnother}>{m.importAnother()}</Button>} />
      <section className="im-top" aria-labelledby="im-done">
        <h2 id="im-done" className="im-h" tabIndex={-1} ref={heading}>
          <bdi>{head}</bdi>
        </h2>
        <p>{m.doneSummary({ created, changed, there })}</p>
        {made.members + made.teams + made.cycles > 0 && <p>{m.madeFirst(made)}</p>}
        <div className="row">
          {map && (
            <ButtonLink href={map} kind="primary">
              {m.seeMap()}
            </ButtonLink>
          )}
          {objectives && <ButtonLink href={objectives}>{m.seeObjectives()}</ButtonLink>}
          {people && made.members > 0 && <ButtonLink href={people}>{m.seePeople()}</ButtonLink>}
        </div>
      </section>
      <KeptLines of={done} />
    </>
  );
}
