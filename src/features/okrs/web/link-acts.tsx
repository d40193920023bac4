import { useState } from "react";
import { Button } from "../../../web/ui/button.tsx";
import { penLine } from "../../../web/ui/icons.ts";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./acts.messages.json";
import type { Objective, ParentLink } from "./asking.ts";
import { ChangeLinkForm } from "./forms.tsx";
import { mayCount } from "./may-count.ts";
import { Unlink } from "./unlink.tsx";

const m = messages(catalogue);

/** What can be done with a link to a parent: change whether and how much it counts, take it away. */
export function LinkActs({ link, objective }: { link: ParentLink; objective: Pick<Objective, "id" | "private"> }) {
  const [changing, change] = useState(false);
  const { kind, title } = link.parent;
  return (
    <>
      {mayCount({ kind, isPrivate: objective.private }) && (
        <Button kind="quiet" size="sm" icon={penLine} iconOnly onClick={() => change(true)}>
          {m.changeLink({ title })}
        </Button>
      )}
      <Unlink link={link} objectiveId={objective.id} />
      <ChangeLinkForm open={changing} onClose={() => change(false)} link={link} objective={objective} />
    </>
  );
}
