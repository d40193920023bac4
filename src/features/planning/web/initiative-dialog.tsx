import { useState } from "react";
import { Field, Input } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { BetFields, readBets } from "../../roadmap/web/public.tsx";
import { useAskedAct } from "./asked-act.ts";
import type { Initiative, Objective } from "./asking.ts";
import { m } from "./dialog-words.ts";
import { PlanForm } from "./plan-form.tsx";
import { focusLine, useStudio } from "./studio-context.ts";

/** Which key results an initiative should move, by how much, and when it is worked on. */
export function InitiativeDialog({ initiative, onClose }: { initiative: Initiative; onClose: () => void }) {
  const { studio } = useStudio();
  const { locale } = useFormat();
  const [bets, bet] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(
      initiative.moves.map(({ draftKeyResultId, expectedMove }) => [draftKeyResultId, written(expectedMove, locale)]),
    ),
  );
  const [unread, setUnread] = useState<ReturnType<typeof readBets>["problems"]>([]);
  const [startsOn, starts] = useState(initiative.startsOn ?? "");
  const [endsOn, ends] = useState(initiative.endsOn ?? "");
  const save = useAskedAct("planning.draftInitiatives.update", () => {
    onClose();
    focusLine(initiative.id);
  });
  const submit = () => {
    const reading = readBets(bets, locale);
    setUnread(reading.problems);
    const moves = reading.bets.map(({ keyResultId: draftKeyResultId, expectedMove }) => ({
      draftKeyResultId,
      expectedMove,
    }));
    const { id, version } = initiative;
    void save.send({ id, version, moves, startsOn: startsOn || null, endsOn: endsOn || null });
  };
  const wrong = (field: string) => {
    const problem = unread.find((each) => each.field === field);
    if (problem) return m.notANumber({ expected: problem.expected, todo: problem.todo });
    return save.problem?.at(field.replace(/^bets/, "moves"));
  };
  return (
    <PlanForm
      title={m.movesTitle({ title: initiative.title })}
      verb={m.save()}
      busy={save.busy}
      wrong={save.besides("startsOn", "endsOn", "moves")}
      onSubmit={submit}
      onClose={onClose}
    >
      <BetFields keyResults={studio.objectives.flatMap(bettable)} bets={bets} onChange={bet} wrong={wrong} />
      <div className="plan-two">
        <Field label={m.firstDay()} optional error={save.problem?.at("startsOn")}>
          <Input type="date" dir="ltr" value={startsOn} onChange={({ target }) => starts(target.value)} />
        </Field>
        <Field label={m.lastDay()} optional error={save.problem?.at("endsOn")}>
          <Input type="date" dir="ltr" value={endsOn} onChange={({ target }) => ends(target.value)} />
        </Field>
      </div>
    </PlanForm>
  );
}

/** The key results of an objective, as what it may be bet on. */
function bettable({ title, keyResults }: Objective) {
  return keyResults.map(({ id, title: its, unit, decimals, measure }) => {
    const isNumber = ["metric", "threshold", "range", "baseline"].includes(measure.kind);
    return { id, title: its, unit, decimals, isNumber, objective: { title } };
  });
}

/** A move as it would be typed where the reader is. */
function written(move: string | null, locale: string): string {
  const decimalPoint = new Intl.NumberFormat(locale).format(1.1).charAt(1);
  return move?.replace(".", decimalPoint) ?? "";
}
