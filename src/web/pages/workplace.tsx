import { FitOfTeam, OwnFit } from "../../features/policies/web/public.tsx";
import { WeekPage } from "../../features/workplace/web/public.tsx";
import { useAsk } from "../ask.ts";
import { useSession } from "../session.ts";

export default function Workplace() {
  return <WeekPage beside={(from, teamId) => <Fit from={from} teamId={teamId} />} />;
}

/** One's own, and of the team that is looked at where one leads it. */
function Fit({ from, teamId }: { from: string; teamId: string | undefined }) {
  const { member } = useSession();
  const teams = useAsk("people.teams.list", undefined, { live: ["team"], enabled: teamId !== undefined });
  const leads = teams.data?.items.find(({ id }) => id === teamId)?.lead?.id === member.id;
  return (
    <>
      <OwnFit from={from} />
      {leads && teamId && <FitOfTeam teamId={teamId} from={from} />}
    </>
  );
}
