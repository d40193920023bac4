import { useParams, useSearchParams } from "wouter";
import { LineOfSight } from "../../features/alignment/web/public.tsx";
import { useAsk } from "../ask.ts";
import { Asked } from "../asked.tsx";
import { useSession } from "../session.ts";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import { messages } from "../ui/messages.ts";
import { PageHead } from "../ui/page-head.tsx";
import { Work } from "./line/work.tsx";
import catalogue from "./line.messages.json";
import NotFound from "./not-found.tsx";

const m = messages(catalogue);
const live = ["objective", "key-result", "support", "imperative", "vision"];
const kinds = ["objective", "key-result", "team", "member"] as const;

/** The line of sight of an objective, key result, team (?of=team) or member, on paper too. */
export default function LinePage() {
  const { id = "" } = useParams();
  const [search] = useSearchParams();
  const kind = kinds.find((each) => each === search.get("of")) ?? "objective";
  const format = useFormat();
  const { organisation } = useSession();
  const sight = useAsk("alignment.lineOf", { kind, id }, { live });
  const mission = useAsk("strategy.mission.get");
  const objectiveIds = sight.data?.lines.flatMap(
    ({ places }) => places.find((each) => each.kind === "objective")?.id ?? [],
  );
  const keyResults = useAsk(
    "alignment.keyResults",
    { objectiveIds: objectiveIds?.slice(0, 100) ?? [] },
    { enabled: Boolean(objectiveIds?.length), live },
  );
  const measured = objectiveIds?.length === 0 ? { ...keyResults, data: { items: [] } } : keyResults;
  const name = useNameOf(kind, id) ?? sight.data?.lines[0]?.places[0]?.title;
  if (sight.error?.leadsNowhere) return <NotFound />;
  return (
    <>
      <PageHead
        title={m.title()}
        sub={<span dir="auto">{name ? m.of({ name }) : m.ofNobody()}</span>}
        acts={sight.data && <Button onClick={() => window.print()}>{m.print()}</Button>}
      />
      <Asked of={sight} what={m.title()} rows={6}>
        {(answer) => (
          // A line whose key results did not come is not drawn as one that has none.
          <Asked of={measured} what={m.keyResults()} rows={6}>
            {({ items }) => (
              <LineOfSight
                sight={answer}
                mission={mission.data?.text ?? ""}
                keyResults={items}
                below={(objectiveId, own) => (
                  <Work
                    objectiveId={objectiveId}
                    keyResultIds={own.map((each) => each.id)}
                    memberId={kind === "member" ? id : null}
                  />
                )}
              />
            )}
          </Asked>
        )}
      </Asked>
      {sight.data && (
        <p className="meta sight-f">{m.made({ when: format.moment(new Date()), organisation: organisation.name })}</p>
      )}
    </>
  );
}

/** What a team or member is called; an objective is named by its line. */
function useNameOf(kind: (typeof kinds)[number], id: string): string | undefined {
  const team = useAsk("people.teams.get", { id }, { enabled: kind === "team" });
  const member = useAsk("people.members.get", { id }, { enabled: kind === "member" });
  return team.data?.name ?? member.data?.name;
}
