import { useState } from "react";
import type { InputOf, OutputOf } from "../../../../web/api.ts";
import { useAsk, useTell } from "../../../../web/ask.ts";
import { Asked } from "../../../../web/asked.tsx";
import { FormProblem } from "../../../../web/form-problem.tsx";
import { Banner } from "../../../../web/ui/banner.tsx";
import { Button } from "../../../../web/ui/button.tsx";
import { Empty } from "../../../../web/ui/empty.tsx";
import { Field, Input, Select } from "../../../../web/ui/field.tsx";
import { useFormat } from "../../../../web/ui/format.ts";
import { messages } from "../../../../web/ui/messages.ts";
import { TeamOptions } from "../../../people/web/public.tsx";
import catalogue from "./anchors.messages.json";
import { Board } from "./board.tsx";

const m = messages(catalogue);

type Teams = OutputOf<"people.teams.list">["items"];
type Choices = NonNullable<InputOf<"workplace.anchorDays.tryOut">["choices"]>;
type Suggestion = OutputOf<"workplace.anchorDays.suggest">;

interface WorkbenchProps {
  teamId: string;
  teams: Teams;
  choose: (teamId: string) => void;
}

/** Days are worked out and tried out here; nothing is changed before they are proposed. */
export function Workbench({ teamId, teams, choose }: WorkbenchProps) {
  const [count, setCount] = useState(2);
  // null: nobody chose a day; empty: somebody took it away.
  const [from, setFrom] = useState<string | null>(null);
  const [choices, tryOut] = useState<Choices>([]);
  const [best, suggest] = useState<Suggestion | null>(null);
  const asked = { teamId, ...(from ? { from } : {}) };
  const board = useAsk(
    "workplace.anchorDays.tryOut",
    { ...asked, choices },
    { live: ["presence", "organisation", "team"], keepPrevious: true },
  );
  const workOut = useTell("workplace.anchorDays.suggest", {
    onDone: (answer) => {
      suggest(answer);
      tryOut(choicesOf(answer));
    },
  });
  return (
    <section aria-label={m.what()} className="an">
      <form
        className="an-ask"
        onSubmit={(event) => {
          event.preventDefault();
          if (from !== "") workOut.mutate({ ...asked, days: count });
        }}
      >
        <Field label={m.team()} error={workOut.error?.at("teamId")}>
          <Select value={teamId} onChange={({ target }) => choose(target.value)}>
            <TeamOptions teams={teams} />
          </Select>
        </Field>
        <Field label={m.count()}>
          <Select value={count} onChange={({ target }) => setCount(Number(target.value))}>
            {[1, 2, 3, 4, 5].map((each) => (
              <option key={each}>{each}</option>
            ))}
          </Select>
        </Field>
        <Field
          label={m.from()}
          error={from === "" ? m.noFrom() : (workOut.error?.at("from") ?? board.error?.at("from"))}
        >
          <Input
            type="date"
            value={from ?? board.data?.from ?? ""}
            onChange={({ target }) => {
              workOut.reset();
              setFrom(target.value);
            }}
          />
        </Field>
        <Button type="submit" kind="primary" busy={workOut.isPending}>
          {m.workOut()}
        </Button>
      </form>
      <FormProblem of={workOut.error} fields={["teamId", "from"]} />
      <Asked of={board} what={m.what()} rows={6}>
        {(answer) =>
          answer.teams.every(({ possible }) => possible.length === 0) ? (
            <Empty title={m.nobody()}>{m.nobodyWords()}</Empty>
          ) : (
            <>
              <Verdict answer={answer} best={best} choices={choices} tryOut={tryOut} />
              <Board
                answer={answer}
                chosen={(id) => chosenOf(answer, choices, id)}
                change={(id, days) =>
                  tryOut([...choices.filter(({ teamId: each }) => each !== id), { teamId: id, days }])
                }
              />
            </>
          )
        }
      </Asked>
    </section>
  );
}

function choicesOf({ teams }: OutputOf<"workplace.anchorDays.tryOut">): Choices {
  return teams.map(({ id, days }) => ({ teamId: id, days: days.map(({ weekday }) => weekday) }));
}

/** What is ticked at once, before the answer to it is there. */
function chosenOf({ teams }: OutputOf<"workplace.anchorDays.tryOut">, choices: Choices, id: string) {
  return choices.find(({ teamId }) => teamId === id)?.days ?? teams.find((team) => team.id === id)?.now ?? [];
}

interface VerdictProps {
  answer: OutputOf<"workplace.anchorDays.tryOut">;
  best: Suggestion | null;
  choices: Choices;
  tryOut: (choices: Choices) => void;
}

/** The sentence before the board: what these days are worth, and how they stand beside the best. */
function Verdict({ answer, best, choices, tryOut }: VerdictProps) {
  const format = useFormat();
  const isBest = best !== null && JSON.stringify(sorted(choicesOf(best))) === JSON.stringify(sorted(choices));
  const said = isBest ? (best.proven ? m.worked() : m.workedNotProven()) : m.changed();
  const { runnerUp } = best ?? {};
  return (
    <div className="an-v" role="status">
      <p className="an-s">
        {choices.length === 0 ? m.nowShown({ day: format.date(answer.from) }) : said} {m.score({ score: answer.score })}{" "}
        {answer.ties.of > 0 && m.ties(answer.ties)}
      </p>
      {answer.short > 0 && <Banner kind="note" fact={m.short({ count: answer.short })} />}
      <p className="row an-r">
        {isBest && runnerUp && (
          <>
            <span className="meta">{m.runnerUp({ fewer: runnerUp.fewer })}</span>
            <Button size="sm" onClick={() => tryOut(runnerUp.choices)}>
              {m.showRunnerUp()}
            </Button>
          </>
        )}
        {best && !isBest && (
          <Button size="sm" onClick={() => tryOut(choicesOf(best))}>
            {m.backToBest()}
          </Button>
        )}
        {choices.length > 0 && (
          <Button size="sm" kind="quiet" onClick={() => tryOut([])}>
            {m.asNow()}
          </Button>
        )}
      </p>
      <p className="meta">
        {m.how()} <span className="an-h">{m.byHand()}</span>
      </p>
    </div>
  );
}

function sorted(choices: Choices): Choices {
  return [...choices]
    .sort((one, other) => one.teamId.localeCompare(other.teamId))
    .map(({ teamId, days }) => ({ teamId, days }));
}
