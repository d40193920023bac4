import { useState } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { useAsk, useTell } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Banner } from "../../../web/ui/banner.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { weekdayNames } from "../../../web/ui/calendar-words.ts";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import { WorkingHoursFields } from "../../people/web/public.tsx";
import { CalendarFile } from "./calendar-file.tsx";
import { type Choice, DayChoices } from "./day-choices.tsx";
import { DaysThatSuit } from "./days-that-suit.tsx";
import { HomeSite } from "./home-site.tsx";
import presence from "./presence.messages.json";
import catalogue from "./profile.messages.json";
import { TimeOff } from "./time-off.tsx";
import { weekdayOf } from "./week-draft.ts";
import "./profile.css";

const m = messages(catalogue);
const p = messages(presence);

type Mine = OutputOf<"workplace.presence.mine">;
type Weekday = "1" | "2" | "3" | "4" | "5" | "6" | "7";

/** One's own workplace: home site, usual week, focus times, days off, and a calendar file. */
export function WorkplaceProfile() {
  const mine = useAsk("workplace.presence.mine", undefined, { live: ["organisation"] });
  return (
    <section aria-labelledby="workplace" className="wp-me">
      <SectionHead id="workplace" title={m.workplace()} />
      <p className="small">{m.words()}</p>
      <Asked of={mine} what={m.what()}>
        {(plan) => (
          <>
            <div className="narrow">
              <HomeSite mine={plan} />
            </div>
            {plan.home && !plan.home.presence && <Banner kind="note" fact={p.presenceOff({ site: plan.home.name })} />}
            <FocusTimes key={plan.version} mine={plan} />
            {plan.home?.presence && (
              <>
                <UsualWeek key={JSON.stringify(plan.usual)} mine={plan} />
                <DaysThatSuit mine={plan} />
                <TimeOff mine={plan} />
                <CalendarFile />
              </>
            )}
          </>
        )}
      </Asked>
    </section>
  );
}

function UsualWeek({ mine }: { mine: Mine }) {
  const { locale } = useFormat();
  const names = weekdayNames(locale);
  const [days, set] = useState<Partial<Record<Weekday, Choice>>>(mine.usual?.days ?? {});
  const undo = useTell("workplace.presence.plan", { invalidates: ["workplace"], onDone: () => say(m.usualUndone()) });
  const save = useTell("workplace.presence.plan", {
    invalidates: ["workplace"],
    onDone: ({ before }) => say(m.usualSaved(), () => undo.mutate(before)),
  });
  const own = mine.home?.id;
  const offices = [...mine.offices].sort((one, other) => Number(other.id === own) - Number(one.id === own));
  return (
    <fieldset className="wp-u">
      <legend className="label">{m.usualWeek()}</legend>
      <p className="meta">{m.usualHint()}</p>
      {mine.days.map(({ day, worked }) => {
        const weekday = weekdayOf(day) as Weekday;
        return (
          <DayChoices
            key={weekday}
            name={`usual-${weekday}`}
            label={names[Number(weekday) - 1] ?? weekday}
            offices={offices.filter(({ closed }) => !closed.includes(day))}
            value={days[weekday] ?? null}
            onChange={(choice) => set((before) => ({ ...before, [weekday]: choice }))}
            instead={worked ? null : m.notWorked()}
          />
        );
      })}
      <FormProblem of={save.error} fields={[]} />
      <p className="row form-acts">
        <Button
          busy={save.isPending}
          onClick={() => save.mutate({ usual: { from: mine.days[0]?.day ?? mine.today, days } })}
        >
          {m.saveUsual()}
        </Button>
      </p>
    </fieldset>
  );
}

const asked = {
  legend: m.focusTimes(),
  words: m.focusWords(),
  usual: ["09:00", "11:00"] as [string, string],
};

function FocusTimes({ mine }: { mine: Mine }) {
  const [times, set] = useState(mine.focusTimes);
  const save = useTell("workplace.presence.setProfile", {
    invalidates: ["workplace.presence"],
    onDone: () => say(m.focusSaved()),
  });
  const changed = JSON.stringify(times) !== JSON.stringify(mine.focusTimes);
  const wrong = save.error?.problems.find(({ field }) => field.startsWith("focusTimes"));
  return (
    <div className="narrow">
      <WorkingHoursFields value={times} onChange={set} wrong={wrong} of={asked} />
      <FormProblem of={save.error} fields={wrong ? [wrong.field] : []} />
      <p className="row form-acts">
        <Button
          disabled={!changed}
          busy={save.isPending}
          onClick={() => save.mutate({ version: mine.version, focusTimes: times })}
        >
          {m.saveFocus()}
        </Button>
      </p>
    </div>
  );
}
