import { type FormEvent, useState } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { useAsk, useTell } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { type Choice, DayChoices, type Office } from "./day-choices.tsx";
import { HomeSite } from "./home-site.tsx";
import catalogue from "./presence.messages.json";
import { type Chosen, chosenFromLastWeek, chosenOf, chosenOnAnchors, weekAsked } from "./week-draft.ts";
import "./set-week.css";

const m = messages(catalogue);

type Mine = OutputOf<"workplace.presence.mine">;

interface SetWeekProps {
  open: boolean;
  onClose: () => void;
  /** The first day of the week to set. */
  from: string;
}

/** One's own week in a dialog: a row for each day, at once, with Undo. */
export function SetWeek({ open, onClose, from }: SetWeekProps) {
  const format = useFormat();
  const mine = useAsk("workplace.presence.mine", { from }, { enabled: open, live: ["organisation"] });
  const undo = useTell("workplace.presence.plan", { invalidates: ["workplace"], onDone: () => say(m.undone()) });
  const save = useTell("workplace.presence.plan", {
    invalidates: ["workplace"],
    onDone: ({ before }) => {
      onClose();
      say(m.saved(), () => undo.mutate(before));
    },
  });
  const last = mine.data?.days.at(-1)?.day;
  return (
    <Dialog open={open} onClose={onClose} title={last ? m.weekOf({ dates: format.dates(from, last) }) : m.setMyWeek()}>
      <Asked of={mine} what={m.yourPlan()} rows={5}>
        {(plan) => (plan.home?.presence ? <Rows mine={plan} save={save} onClose={onClose} /> : <First mine={plan} />)}
      </Asked>
    </Dialog>
  );
}

/** Before anything can be planned: where one belongs. */
function First({ mine }: { mine: Mine }) {
  return (
    <>
      {mine.home && <p>{m.presenceOff({ site: mine.home.name })}</p>}
      <HomeSite mine={mine} />
      <p className="meta">{m.planned()}</p>
    </>
  );
}

interface RowsProps {
  mine: Mine;
  save: ReturnType<typeof useTell<"workplace.presence.plan">>;
  onClose: () => void;
}

function Rows({ mine, save, onClose }: RowsProps) {
  const format = useFormat();
  const [chosen, choose] = useState<Chosen>(() => chosenOf(mine.days));
  const [asUsual, repeat] = useState(false);
  const shown = mine.days.filter(({ worked, because }) => worked || because === "day");
  const onAnchors = chosenOnAnchors(mine, chosen);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = weekAsked(mine.days, chosen, asUsual);
    if (asked) save.mutate(asked);
    else onClose();
  };
  return (
    <form onSubmit={submit} className="sw">
      {shown.map((day) => (
        <DayChoices
          key={day.day}
          name={day.day}
          label={format.weekdayDate(day.day)}
          note={day.anchors.length > 0 ? m.anchorDayOf({ teams: listed(day.anchors) }) : null}
          seats={seatsSaid(mine, day.day, chosen[day.day])}
          offices={officesOn(mine, day.day)}
          value={chosen[day.day] ?? null}
          onChange={(choice: Choice) => choose((before) => ({ ...before, [day.day]: choice }))}
          instead={insteadOf(day)}
        />
      ))}
      <p className="row sw-more">
        <Button size="sm" onClick={() => choose((before) => ({ ...before, ...chosenFromLastWeek(mine) }))}>
          {m.sameAsLastWeek()}
        </Button>
        {Object.keys(onAnchors).length > 0 && (
          <Button size="sm" onClick={() => choose((before) => ({ ...before, ...onAnchors }))}>
            {m.comeOnAnchors()}
          </Button>
        )}
        <label className="ck">
          <input type="checkbox" checked={asUsual} onChange={({ target }) => repeat(target.checked)} />
          {m.makeUsual()}
        </label>
      </p>
      {asUsual && <p className="meta">{m.usualWords()}</p>}
      <FormProblem of={save.error} fields={[]} />
      <p className="row dlg-acts">
        <Button onClick={onClose}>{m.cancel()}</Button>
        <Button type="submit" kind="primary" busy={save.isPending}>
          {m.save()}
        </Button>
      </p>
    </form>
  );
}

function listed(named: readonly { name: string }[]): string {
  return named.map(({ name }) => name).join(", ");
}

/** Said before it is saved: seats that the others leave where one chose the office, and where there are some if none is left. */
function seatsSaid({ offices, days }: Mine, day: string, choice: Choice | undefined) {
  const at = days.findIndex((each) => each.day === day);
  const office = offices.find(({ id }) => id === choice?.siteId);
  const free = office?.free[at];
  if (choice?.at !== "office" || free === undefined || free === null) return null;
  if (free > 0) return { words: m.seatsLeft({ count: free }), full: false };
  return { words: m.full({ site: office?.name ?? "", count: 1 - free }), full: true };
}

function insteadOf({ because, holiday }: Mine["days"][number]): string | null {
  if (because === "time-off") return m.timeOff();
  return holiday === null ? null : m.holiday({ name: holiday });
}

/** One's own first; without those that have no seats on this day. */
function officesOn({ offices, home }: Mine, day: string): Office[] {
  const isOwn = ({ id }: Office) => id === home?.id;
  const open = offices.filter(({ closed }) => !closed.includes(day));
  return [...open.filter(isOwn), ...open.filter((office) => !isOwn(office))];
}
