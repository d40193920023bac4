import { DependenciesOfTeam, EnergyOfTeam } from "../../../features/alignment/web/public.tsx";
import { useAsk } from "../../ask.ts";

/** What the team gives its energy to, and what it asks and is asked for, in the cycle under way; arrives after its objectives. */
export default function GivenAndAsked({ team }: { team: { id: string; name: string } }) {
  const cycles = useAsk("okrs.cycles.list", {}, { live: ["cycle"] });
  const cycle = cycles.data?.items.find(({ id }) => id === cycles.data.currentId);
  return (
    <>
      <EnergyOfTeam teamId={team.id} />
      <DependenciesOfTeam team={team} cycle={cycle} />
    </>
  );
}
