import type { OutputOf } from "../../../../web/api.ts";
import { useTell } from "../../../../web/ask.ts";
import { FormProblem } from "../../../../web/form-problem.tsx";
import { newId } from "../../../../web/id.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { messages } from "../../../../web/ui/messages.ts";
import { say } from "../../../../web/ui/status-line.tsx";
import catalogue from "./anchors.messages.json";
import { useDaysInWords } from "./days-in-words.ts";

const m = messages(catalogue);

type Answer = OutputOf<"workplace.anchorDays.tryOut">;
type Team = Answer["teams"][number];

/** Names told before the rest is counted. */
const most = 6;

/** Why these days, who would change, what would be nearly as good; and the act. */
export function TeamReasons({
  team,
  answer,
  chosen,
}: {
  team: Team;
  answer: Answer;
  chosen: readonly Answer["weekdays"][number][];
}) {
  const inWords = useDaysInWords();
  const { next } = team;
  return (
    <>
      {team.days.length === 0 ? (
        <p className="meta">{m.noDays()}</p>
      ) : (
        <ul>
          {team.days.map(({ weekday, why, change }) => (
            <li key={weekday}>
              {why} {change.length > 0 && <span className="meta">{m.wouldChange({ names: namesOf(change) })}</span>}
            </li>
          ))}
        </ul>
      )}
      {next && (
        <p className="meta">
          {next.fewer < 0
            ? m.better({ days: inWords(next.days, ""), more: -next.fewer })
            : m.next({ days: inWords(next.days, ""), fewer: next.fewer })}
        </p>
      )}
      <Propose team={team} answer={answer} chosen={chosen} />
    </>
  );
}

function namesOf(people: readonly { name: string }[]): string {
  const names = people.slice(0, most).map(({ name }) => name);
  const rest = people.length - names.length;
  return rest > 0 ? m.andMore({ names: names.join(", "), count: rest }) : names.join(", ");
}

function Propose({ team, answer, chosen }: { team: Team; answer: Answer; chosen: readonly string[] }) {
  const inWords = useDaysInWords();
  const days = team.days.map(({ weekday }) => weekday);
  const said = { days: inWords(days, m.none()), team: team.name };
  const propose = useTell("workplace.anchorDays.propose", {
    invalidates: ["workplace"],
    onDone: () => say(days.length > 0 ? m.proposed(said) : m.proposedNone(said)),
  });
  const isAnswered = days.join() === [...chosen].sort().join();
  if (days.join() === team.now.join() || !isAnswered) return null;
  if (!team.can.propose) return <p className="meta">{m.notYours({ team: team.name })}</p>;
  return (
    <>
      <p className="row">
        <Button
          size="sm"
          disabled={answer.short > 0}
          busy={propose.isPending}
          onClick={() => propose.mutate({ id: newId(), teamId: team.id, days, from: answer.from })}
        >
          {days.length > 0 ? m.propose(said) : m.proposeNone(said)}
        </Button>
      </p>
      <FormProblem of={propose.error} fields={[]} />
    </>
  );
}
