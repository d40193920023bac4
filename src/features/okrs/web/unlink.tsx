import { useTell } from "../../../web/ask.ts";
import { newId } from "../../../web/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { unlink } from "../../../web/ui/further-icons.ts";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import catalogue from "./acts.messages.json";
import { invalidates, type ParentLink } from "./asking.ts";

const m = messages(catalogue);

interface UnlinkProps {
  link: Pick<ParentLink, "id" | "parent" | "mode" | "weight">;
  /** The objective below. */
  objectiveId: string;
}

/** Takes a link to a parent away, with the way back. */
export function Unlink({ link: { id, parent, mode, weight }, objectiveId }: UnlinkProps) {
  const { title } = parent;
  const back = useTell("okrs.supports.create", { invalidates, onDone: () => say(m.connected({ title })) });
  const remove = useTell("okrs.supports.remove", {
    invalidates,
    onDone: () => {
      const again = { id: newId(), objectiveId, parent: { kind: parent.kind, id: parent.id }, mode, weight };
      say(m.disconnected({ title }), () => back.mutate(again));
    },
  });
  const take = () => remove.mutate({ id }, { onError: ({ message }) => say(message) });
  return (
    <Button kind="quiet" size="sm" icon={unlink} iconOnly busy={remove.isPending} onClick={take}>
      {m.disconnect({ title })}
    </Button>
  );
}
