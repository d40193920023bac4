import type { ReactNode } from "react";
import { Link } from "wouter";
import { useAsk } from "../../../../web/ask.ts";
import { Asked } from "../../../../web/asked.tsx";
import { Empty } from "../../../../web/ui/empty.tsx";
import { PageHead } from "../../../../web/ui/page-head.tsx";
import type { Policy } from "../words.ts";
import { EditForm } from "./edit-form.tsx";
import { m } from "./edit-words.ts";

/** Where a draft is written; what is sealed leads to its page. */
export function PolicyEditPage({ id, missing }: { id: string; missing: ReactNode }) {
  const asked = useAsk("policies.policies.get", { id }, { live: ["policy"] });
  if (asked.error?.leadsNowhere) return missing;
  return (
    <Asked of={asked} what={m.policy()} head={<PageHead title={m.policy()} />} rows={8}>
      {(policy) => (policy.can.edit ? <EditForm policy={policy} /> : <NotHere policy={policy} />)}
    </Asked>
  );
}

function NotHere({ policy: { id, title, sealed } }: { policy: Policy }) {
  return (
    <>
      <PageHead title={title} />
      <Empty
        title={sealed ? m.notDraft() : m.notYours()}
        acts={
          <Link className="btn" href={`/policies/${id}`}>
            {m.toPolicy()}
          </Link>
        }
      >
        {sealed ? m.notDraftWords() : ""}
      </Empty>
    </>
  );
}
