import { useState } from "react";
import { Happenings } from "../../../features/activity/web/public.tsx";
import { useAsk } from "../../ask.ts";
import { Asked } from "../../asked.tsx";
import { Button } from "../../ui/button.tsx";
import { FilterChip } from "../../ui/filter-chip.tsx";
import { messages } from "../../ui/messages.ts";
import { PageHead } from "../../ui/page-head.tsx";
import "./settings.css";
import catalogue from "./settings.messages.json";

const m = messages(catalogue);
const subjects = ["organisation", "member", "team", "invitation", "api-token"] as const;
type Subject = (typeof subjects)[number];
const words: Record<Subject, string> = {
  organisation: m.organisation(),
  member: m.members(),
  team: m.teams(),
  invitation: m.invitations(),
  "api-token": m.tokens(),
};

/** Who changed people, tokens and settings; earlier pages are read on by "Show more". */
export default function Audit() {
  const [about, setAbout] = useState<Subject>();
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined]);
  const choose = (subject: Subject) => {
    setAbout(subject === about ? undefined : subject);
    setPages([undefined]);
  };
  return (
    <>
      <PageHead title={m.audit()} sub={m.auditSub()} />
      <p className="chips">
        {subjects.map((subject) => (
          <FilterChip key={subject} on={subject === about} onToggle={() => choose(subject)}>
            {words[subject]}
          </FilterChip>
        ))}
      </p>
      {pages.map((after, at) => (
        <AuditPage
          key={after ?? about ?? ""}
          about={about}
          after={after}
          onMore={at === pages.length - 1 ? (next) => setPages([...pages, next]) : undefined}
        />
      ))}
    </>
  );
}

interface AuditPageProps {
  about: Subject | undefined;
  after: string | undefined;
  onMore: ((next: string) => void) | undefined;
}

function AuditPage({ about, after, onMore }: AuditPageProps) {
  const asked = useAsk("activity.audit.list", { about, after }, after === undefined ? { live: [...subjects] } : {});
  return (
    <Asked of={asked} what={m.audit()} rows={6}>
      {({ items, names, next }) => (
        <>
          {items.length === 0 && <p className="small">{m.nothingYet()}</p>}
          <Happenings items={items} names={names} />
          {next && onMore && (
            <p className="row form-acts">
              <Button onClick={() => onMore(next)}>{m.more()}</Button>
            </p>
          )}
        </>
      )}
    </Asked>
  );
}
