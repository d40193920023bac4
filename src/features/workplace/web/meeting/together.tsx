import type { OutputOf } from "../../../../web/api.ts";
import { BestTime } from "./best-time.tsx";
import { Mine } from "./mine.tsx";
import { SharedHours } from "./shared-hours.tsx";
import { type Group, m } from "./words.ts";
import "./meeting.css";

interface TogetherProps {
  week: OutputOf<"workplace.week">;
  group: Group;
}

/** When the people of a week can be met, what that costs whom, and the other way: deciding in writing. */
export default function Together({ week, group }: TogetherProps) {
  return (
    <section className="tog" aria-label={m.together()}>
      <SharedHours week={week} group={group} />
      <BestTime week={week} group={group} />
      <Mine week={week} />
    </section>
  );
}
