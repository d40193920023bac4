import { useState } from "react";
import { useLocation, useSearch } from "wouter";
import { ObjectiveForm } from "../../features/okrs/web/public.tsx";
import type { OutputOf } from "../api.ts";
import { useAsk } from "../ask.ts";
import { Asked } from "../asked.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Empty } from "../ui/empty.tsx";
import { plus } from "../ui/icons.ts";
import { useKeys } from "../ui/keys.ts";
import { messages } from "../ui/messages.ts";
import { PageHead } from "../ui/page-head.tsx";
import { Filters } from "./objectives/filters.tsx";
import { changed, filterOf, isFiltered, understoodIn, unfiltered, usePages } from "./objectives/pages.ts";
import { Rows } from "./objectives/rows.tsx";
import catalogue from "./objectives.messages.json";
import "./objectives.css";

const m = messages(catalogue);

/** The objectives of a cycle; what is filtered stands in the address. */
export default function Objectives() {
  const cycles = useAsk("okrs.cycles.list", {}, { live: ["cycle"] });
  return (
    <Asked of={cycles} what={m.title()} rows={8} head={<PageHead title={m.title()} />}>
      {(answer) => {
        const none = answer.items.length === 0;
        return none ? <WithoutCycle mayPlan={answer.can.create} /> : <List cycles={answer} />;
      }}
    </Asked>
  );
}

function WithoutCycle({ mayPlan }: { mayPlan: boolean }) {
  return (
    <>
      <PageHead title={m.title()} />
      <Empty acts={mayPlan && <ButtonLink href="/settings/cycles">{m.planCycle()}</ButtonLink>}>{m.noCycle()}</Empty>
    </>
  );
}

function List({ cycles }: { cycles: OutputOf<"okrs.cycles.list"> }) {
  const asked = understoodIn(useSearch());
  const [, go] = useLocation();
  const [writing, write] = useState(false);
  const cycle =
    [asked.get("cycle"), cycles.currentId].map((id) => cycles.items.find((each) => each.id === id)).find(Boolean) ??
    cycles.items[0];
  const cycleId = cycle?.id ?? "";
  const pages = usePages(filterOf(asked, cycleId));
  const can = pages.data?.pages[0]?.can;
  const mayCreate = Boolean(can?.create) && cycle?.state !== "closed";
  const change = (changes: Record<string, string | null>) =>
    go(`/objectives${changed(asked, changes)}`, { replace: true });
  useKeys(mayCreate ? [{ keys: "n", does: m.new(), run: () => write(true) }] : []);
  const create = mayCreate && (
    <Button kind="primary" icon={plus} keys="n" onClick={() => write(true)}>
      {m.new()}
    </Button>
  );
  return (
    <>
      <PageHead title={m.title()} sub={cycle && <span dir="auto">{cycle.name}</span>} acts={create} />
      <Filters asked={asked} cycles={cycles.items} cycleId={cycleId} onChange={change} />
      <Asked of={pages} what={m.title()} rows={8}>
        {(answer) => {
          const rows = answer.pages.flatMap(({ items }) => items);
          if (rows.length > 0 || pages.hasNextPage) return <Rows rows={rows} />;
          return isFiltered(asked) ? (
            <Empty title={m.noMatchTitle()} acts={<Button onClick={() => change(unfiltered)}>{m.clear()}</Button>}>
              {m.noMatch()}
            </Empty>
          ) : (
            <Empty acts={mayCreate && <Button onClick={() => write(true)}>{m.new()}</Button>}>
              {mayCreate || can?.create ? m.none() : m.noneForGuests()}
            </Empty>
          );
        }}
      </Asked>
      {pages.hasNextPage && (
        <p className="objs-more">
          <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {m.more()}
          </Button>
        </p>
      )}
      <ObjectiveForm
        open={writing}
        onClose={() => write(false)}
        onDone={({ id }) => go(`/objectives/${id}`)}
        cycleId={cycleId}
        where={can}
      />
    </>
  );
}
