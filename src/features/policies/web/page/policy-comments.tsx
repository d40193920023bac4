import { useState } from "react";
import { useAsk } from "../../../../web/ask.ts";
import { Asked } from "../../../../web/asked.tsx";
import { Button } from "../../../../web/ui/button.tsx";
import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { Comments, Composer } from "../../../conversation/web/public.tsx";
import { m } from "./page-words.ts";

const invalidates = ["conversation.comments"] as const;

/** What members say about it, from its first draft on. */
export default function PolicyComments({ id }: { id: string }) {
  const asked = useAsk("conversation.comments.list", { subjectKind: "policy", subjectId: id }, { live: ["policy"] });
  const [writing, write] = useState(false);
  return (
    <section aria-labelledby="comments">
      <SectionHead
        id="comments"
        title={m.comments()}
        aside={
          <Button size="sm" onClick={() => write(true)}>
            {m.comment()}
          </Button>
        }
      />
      <Asked of={asked} what={m.comments()}>
        {({ items }) => <Comments items={items} whereOf={() => null} invalidates={invalidates} mayWrite />}
      </Asked>
      {writing && (
        <Composer
          subject={{ kind: "policy", id }}
          label={m.yourComment()}
          verb={m.comment()}
          invalidates={invalidates}
          onClose={() => write(false)}
        />
      )}
    </section>
  );
}
