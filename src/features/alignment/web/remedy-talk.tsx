import { useState } from "react";
import { useAsk, useTell } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { newId } from "../../../web/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Field, Input } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { ActForm } from "../../okrs/web/public.tsx";
import type { RemedyProps } from "./remedy.tsx";
import { m } from "./standing.ts";

/** Asks the other team to agree which way a metric should go, by a day: a dependency, seen on both sides. */
export function Talk({ gap, cycle, onDone }: RemedyProps) {
  const [talking, talk] = useState(false);
  const [one, other] = gap.subjects;
  if (!one?.team || !other?.team) return <p className="meta">{m.talkWhole()}</p>;
  return (
    <>
      <Button onClick={() => talk(true)}>{m.talk()}</Button>
      {talking && (
        <Propose
          teams={[one.team, other.team]}
          title={m.agreeOn({ one: one.title, other: other.title })}
          {...{ cycle, onDone }}
          onClose={() => talk(false)}
        />
      )}
    </>
  );
}

type Team = { id: string; name: string };

interface ProposeProps extends Pick<RemedyProps, "cycle" | "onDone"> {
  teams: [Team, Team];
  /** What is proposed to agree on. */
  title: string;
  onClose: () => void;
}

function Propose({ teams: [one, other], title, cycle, onDone, onClose }: ProposeProps) {
  const known = useAsk("alignment.dependencies.list", { cycleId: cycle.id, limit: 1 });
  return (
    <Dialog open onClose={onClose} title={m.talkQuestion()}>
      <Asked of={known} what={m.alignment()} rows={3}>
        {({ can: { askFor } }) => {
          const mine = askFor === null ? one : [one, other].find(({ id }) => askFor.includes(id));
          if (!mine) return <p>{m.talkTheirs({ one: one.name, other: other.name })}</p>;
          const theirs = mine === one ? other : one;
          return <Form {...{ mine, theirs, title, cycle, onDone, onClose }} />;
        }}
      </Asked>
    </Dialog>
  );
}

interface FormProps extends Omit<ProposeProps, "teams"> {
  mine: Team;
  theirs: Team;
}

function Form({ mine, theirs, title: first, cycle, onDone, onClose }: FormProps) {
  const { today } = useFormat();
  const [id] = useState(newId);
  const [title, write] = useState(first.slice(0, 200));
  const [dueOn, due] = useState(() => soon(today(), cycle));
  const back = useTell("alignment.dependencies.setState", { invalidates: ["alignment"], onDone });
  const ask = useTell("alignment.dependencies.create", {
    invalidates: ["alignment"],
    onDone: ({ version }) => {
      say(m.talkAsked({ team: theirs.name }), () => back.mutate({ id, version, state: "withdrawn" }));
      onClose();
      onDone();
    },
  });
  const submit = () =>
    void ask.mutate({ id, cycleId: cycle.id, title, fromTeamId: mine.id, onTeamId: theirs.id, dueOn });
  return (
    <ActForm verb={m.askTeam({ team: theirs.name })} busy={ask.isPending} onSubmit={submit} onClose={onClose}>
      <p>{m.talkWords({ mine: mine.name, theirs: theirs.name })}</p>
      <Field label={m.toAgree()} error={ask.error?.at("title")}>
        <Input value={title} onChange={({ target }) => write(target.value)} />
      </Field>
      <Field label={m.dueOn()} error={ask.error?.at("dueOn")}>
        <Input
          type="date"
          min={cycle.startsOn}
          max={cycle.endsOn}
          value={dueOn}
          onChange={({ target }) => due(target.value)}
        />
      </Field>
      <FormProblem of={ask.error} fields={["title", "dueOn"]} />
    </ActForm>
  );
}

/** A week from today, within the cycle. */
function soon(today: string, { startsOn, endsOn }: { startsOn: string; endsOn: string }): string {
  const week = new Date(Date.parse(`${today}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10);
  if (week < startsOn) return startsOn;
  return week > endsOn ? endsOn : week;
}
