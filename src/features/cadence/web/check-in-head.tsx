import { formatFor, useFormat } from "../../../web/ui/format.ts";
import { check } from "../../../web/ui/further-icons.ts";
import { Icon } from "../../../web/ui/icon.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import catalogue from "./check-in.messages.json";
import type { Entry } from "./desk.ts";

const m = messages(catalogue);

/** How many wait and until when, by the clock of the place that decides; and that nothing written is lost. */
export function CheckInHead({ entries, keptAt }: { entries: readonly Entry[]; keptAt: Date | null }) {
  const format = useFormat();
  return (
    <PageHead
      title={m.title()}
      sub={dueWords(entries, format.locale)}
      acts={
        keptAt && (
          <p className="saved">
            <Icon of={check} size={14} />
            <span>{m.saved({ time: format.time(keptAt) })}</span>
          </p>
        )
      }
    />
  );
}

function dueWords(entries: readonly Entry[], locale: string): string | undefined {
  const dues = entries.flatMap(({ stage, subject: { due } }) => (due && stage !== "sent" ? [due] : []));
  const first = [...dues].sort((one, other) => one.at.localeCompare(other.at))[0];
  if (!first) return undefined;
  const there = formatFor({ locale, timeZone: first.timeZone });
  const when = { count: dues.length, day: there.longDate(first.on), time: there.time(first.at), place: first.place };
  if (first.overdue) return m.overdue(when);
  return dues.every(({ at }) => at === first.at) ? m.due(when) : m.firstDue(when);
}
