import { useState } from "react";
import type { OutputOf } from "../../../../web/api.ts";
import { useAsk } from "../../../../web/ask.ts";
import { Asked } from "../../../../web/asked.tsx";
import { FormProblem } from "../../../../web/form-problem.tsx";
import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { HoursDrawing } from "./hours-drawing.tsx";
import { type Group, lengthInWords, m, useMoments } from "./words.ts";

export type SharedDay = OutputOf<"workplace.overlap.hours">;

/** A bar for each place on one day, and what all of them share. */
export function SharedHours({ week, group }: { week: OutputOf<"workplace.week">; group: Group }) {
  const format = useMoments();
  const first = week.days.find((day) => day >= week.today) ?? week.days[0] ?? week.today;
  const [chosen, choose] = useState<string>();
  const day = chosen !== undefined && week.days.includes(chosen) ? chosen : first;
  const asked = useAsk(
    "workplace.overlap.hours",
    { ...group, day },
    { live: ["presence", "organisation", "team", "member"], keepPrevious: true },
  );
  return (
    <section>
      <SectionHead
        title={m.sharedHours()}
        aside={
          <select
            className="input tog-d"
            aria-label={m.day()}
            value={day}
            onChange={({ target }) => choose(target.value)}
          >
            {week.days.map((each) => (
              <option key={each} value={each}>
                {format.weekdayDate(each)}
              </option>
            ))}
          </select>
        }
      />
      {asked.error?.status === 422 ? (
        <FormProblem of={asked.error} fields={[]} />
      ) : (
        <Asked of={asked} what={m.sharedHours()} rows={4}>
          {(shared) => <Shared day={shared} />}
        </Asked>
      )}
    </section>
  );
}

function Shared({ day }: { day: SharedDay }) {
  const format = useMoments();
  const { places, shared, minutes, without, off, withoutHours } = day;
  if (places.length === 0) return <p className="small">{m.nobodyWorks()}</p>;
  return (
    <>
      <HoursDrawing day={day} />
      <p className="small">
        {minutes > 0
          ? m.sharedBy({ time: lengthInWords(minutes), places: places.length, when: format.stretches(shared) })
          : m.nothingShared()}{" "}
        {without && without.minutes > 0 && m.without({ place: without.place, time: lengthInWords(without.minutes) })}
      </p>
      <p className="meta">
        {off > 0 && m.someOff({ count: off })} {withoutHours > 0 && m.withoutHours({ count: withoutHours })}
      </p>
    </>
  );
}
