import { useState } from "react";
import { Happenings } from "../../../features/activity/web/public.tsx";
import { useAskList } from "../../ask-list.ts";
import { Asked } from "../../asked.tsx";
import { More } from "../../more.tsx";
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
  const asked = useAskList("activity.audit.list", { about }, { live: subjects, keepPrevious: true });
  return (
    <>
      <PageHead title={m.audit()} sub={m.auditSub()} />
      <p className="chips">
        {subjects.map((subject) => (
          <FilterChip
            key={subject}
            on={subject === about}
            onToggle={() => setAbout(subject === about ? undefined : subject)}
          >
            {words[subject]}
          </FilterChip>
        ))}
      </p>
      <Asked of={asked} what={m.audit()} rows={6}>
        {({ items, pages }) => (
          <>
            {items.length === 0 && <p className="small">{m.nothingYet()}</p>}
            <Happenings items={items} names={Object.assign({}, ...pages.map(({ names }) => names))} />
            <More of={asked} />
          </>
        )}
      </Asked>
    </>
  );
}
