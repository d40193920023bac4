/** What teams plan to give to their objectives, against what they have. Limits are advice. */
import { Link } from "wouter";
import { useAsk } from "../../../web/ask.ts";
import { useAskList } from "../../../web/ask-list.ts";
import { Asked } from "../../../web/asked.tsx";
import { More } from "../../../web/more.tsx";
import { useSession } from "../../../web/session.ts";
import { Empty } from "../../../web/ui/empty.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { Table } from "../../../web/ui/table.tsx";
import { Tip } from "../../../web/ui/tip.tsx";
import { EnergyBar } from "./energy-bar.tsx";
import { EnergyItem } from "./energy-of-objective.tsx";
import { adviceInShort, adviceWords, m, sumWords, type TeamEnergy } from "./energy-words.ts";
import "./energy.css";

const live = ["objective", "support", "team", "member", "imperative"];

/** A team's capacity and what its objectives get of it; nothing where none of its objectives could state any. */
export function EnergyOfTeam({ teamId }: { teamId: string }) {
  const { role } = useSession().member;
  const asked = useAsk("alignment.alignment.energy", { teamId, limit: 200 }, { enabled: role !== "guest", live });
  const own = asked.data?.items.find(({ team }) => team.id === teamId);
  const below = asked.data?.items.filter(({ team }) => team.id !== teamId) ?? [];
  if (role === "guest" || asked.error?.status === 404 || (asked.data && !own && below.length === 0)) return null;
  return (
    <section aria-labelledby="energy">
      <SectionHead
        id="energy"
        title={<RuleOfEnergy />}
        aside={
          <Link className="link" href="/energy">
            {m.ofAll()}
          </Link>
        }
      />
      <Asked of={asked} what={m.what()}>
        {() => (
          <>
            {own && <Own energy={own} />}
            {below.length > 0 && <Teams teams={below} heading={m.below()} />}
          </>
        )}
      </Asked>
    </section>
  );
}

/** Every team's, for the organisation. */
export function EnergyOfTeams() {
  const asked = useAskList("alignment.alignment.energy", { limit: 100 }, { live });
  return (
    <section aria-labelledby="energy-teams">
      <SectionHead id="energy-teams" title={m.perTeam()} aside={<RuleOfEnergy />} />
      <Asked of={asked} what={m.what()}>
        {({ items }) =>
          items.length === 0 ? <Empty title={m.none()}>{m.noneWords()}</Empty> : <Teams teams={items} />
        }
      </Asked>
      <More of={asked} />
    </section>
  );
}

function RuleOfEnergy() {
  return (
    <Tip
      says={
        <>
          <span>{m.rule()}</span>
          <span>{m.source()}</span>
        </>
      }
    >
      {m.title()}
    </Tip>
  );
}

function Own({ energy }: { energy: TeamEnergy }) {
  const format = useFormat();
  const advice = adviceWords(energy, format);
  return (
    <>
      <p className="small" dir="auto">
        {sumWords(energy, format)}{" "}
        {advice && <span className={energy.advice === "over-limit" ? "en-over" : undefined}>{advice}</span>}
      </p>
      <EnergyBar of={energy} />
      <ul className="en">
        {energy.objectives.map((objective) => (
          <EnergyItem key={objective.id} of={objective} />
        ))}
      </ul>
    </>
  );
}

function Teams({ teams, heading }: { teams: readonly TeamEnergy[]; heading?: string }) {
  const format = useFormat();
  return (
    <Table heads={[heading ?? m.team(), m.planned(), m.against(), m.advice()]} kind="en-t">
      {teams.map((each) => (
        <tr key={each.team.id}>
          <th scope="row">
            <Link href={`/teams/${each.team.id}`} dir="auto">
              {each.team.name}
            </Link>
            <small>
              {m.members({ count: each.members })}, {m.objectives({ count: each.objectives.length })}
            </small>
          </th>
          <td className="num">{each.sum === null ? "–" : m.percent({ share: format.decimal(each.sum) })}</td>
          <td>
            <EnergyBar of={each} />
          </td>
          <td className={each.advice === "over-limit" ? "en-over" : undefined}>{adviceInShort(each, format)}</td>
        </tr>
      ))}
    </Table>
  );
}
