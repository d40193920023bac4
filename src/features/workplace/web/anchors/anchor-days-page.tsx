import { useSearchParams } from "wouter";
import { useAsk } from "../../../../web/ask.ts";
import { Asked } from "../../../../web/asked.tsx";
import { useSession } from "../../../../web/session.ts";
import { ButtonLink } from "../../../../web/ui/button.tsx";
import { Empty } from "../../../../web/ui/empty.tsx";
import { messages } from "../../../../web/ui/messages.ts";
import { PageHead } from "../../../../web/ui/page-head.tsx";
import catalogue from "./anchors.messages.json";
import { Proposals } from "./proposals.tsx";
import { Workbench } from "./workbench.tsx";
import "./anchors.css";

const m = messages(catalogue);

/** Which days teams come in together: what waits, what could be, and what was. The team stands in the address. */
export function AnchorDaysPage() {
  const [search, setSearch] = useSearchParams();
  const { member } = useSession();
  const teams = useAsk("people.teams.list", undefined, { live: ["team"] });
  return (
    <>
      <PageHead
        title={m.title()}
        sub={m.sub()}
        acts={
          <ButtonLink href="/workplace" kind="quiet">
            {m.toWeek()}
          </ButtonLink>
        }
      />
      <Asked of={teams} what={m.what()} rows={6}>
        {({ items }) => {
          const named = items.find(({ id }) => id === search.get("team"));
          const own = items.find(({ lead }) => lead?.id === member.id);
          const team = named ?? own ?? items.find(({ membersWithBelow }) => membersWithBelow > 0) ?? items[0];
          if (!team) return <Empty title={m.noTeams()}>{m.noTeamsWords()}</Empty>;
          return (
            <>
              <Proposals />
              <Workbench
                key={team.id}
                teamId={team.id}
                teams={items}
                choose={(id) => setSearch({ team: id }, { replace: true })}
              />
            </>
          );
        }}
      </Asked>
    </>
  );
}
