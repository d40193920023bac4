import { Advice, Learned, type Objective, StatusReading } from "../../../features/okrs/web/public.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import { useFormat } from "../../ui/format.ts";
import { messages } from "../../ui/messages.ts";
import catalogue from "../objective.messages.json";

const m = messages(catalogue);

const saidByTheLine = ["no-key-results", "no-parent"] as const;

/** How it stands, what it promises, who keeps it, how much of the team it gets, and why it matters. */
export function Facts({ objective }: { objective: Objective }) {
  const format = useFormat();
  const { status, commitment, owner, team, energy, upkeep, progress, why, keyResults, learned, can, state } = objective;
  return (
    <>
      <p className="obj-meta">
        <StatusReading of={status} titleOf={(id) => keyResults.find((each) => each.id === id)?.title} />
        <span className="num">
          {progress === null ? m.noProgress() : m.progress({ percent: format.percent(Number(progress)) })}
        </span>
        <span>{m[commitment]()}</span>
        {owner ? (
          <span className="own">
            <Avatar name={owner.name} size={20} />
            <span dir="auto">{owner.name}</span>
          </span>
        ) : (
          <span>{m.noOwner()}</span>
        )}
        {energy !== null && (
          <span className="num" dir="auto">
            {team
              ? m.energyOf({ share: format.decimal(energy), team: team.name })
              : m.energy({ share: format.decimal(energy) })}
          </span>
        )}
        {upkeep && <span className="tag">{m.upkeep()}</span>}
        {objective.private && <span className="tag">{m.private()}</span>}
      </p>
      {state !== "open" && objective.stateReason && (
        <p className="small" dir="auto">
          {m.reason({ reason: objective.stateReason })}
        </p>
      )}
      {why && (
        <p className="obj-why" dir="auto">
          {why}
        </p>
      )}
      {can.edit && <Advice of={objective.advice} said={saidByTheLine} />}
      {commitment === "learning" &&
        (can.edit ? (
          <div className="obj-learned">
            <Learned objective={objective} />
          </div>
        ) : (
          <p className="small">{m.learned({ what: learned ? m[learned]() : m.notSaid() })}</p>
        ))}
    </>
  );
}
