import type { ReactNode } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { useAsk } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { useSession } from "../../../web/session.ts";
import { ButtonLink } from "../../../web/ui/button.tsx";
import { type Format, useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { MyLine } from "./my-line.tsx";
import catalogue from "./today.messages.json";
import { DueCheckIns, WaitingForMe } from "./waiting.tsx";
import "./today.css";

const m = messages(catalogue);

/** What I must achieve, how it is measured, why it matters, and what I do next; `notice` is what asks me first, but stands beside the line. */
export function TodayPage({ title, notice }: { title: string; notice?: ReactNode }) {
  const format = useFormat();
  const { role } = useSession().member;
  const today = useAsk("focus.today", undefined, { live });
  return (
    <>
      <PageHead
        title={title}
        sub={today.data ? nowWords(today.data, format) : "\u00a0"}
        acts={
          role !== "guest" && (
            <ButtonLink href="/check-in" kind={today.data?.line.missing ? "plain" : "primary"} keys="c">
              {m.checkIn()}
            </ButtonLink>
          )
        }
      />
      <Asked of={today} what={title} rows={8}>
        {(answer) =>
          role === "guest" ? (
            <div className="today">
              <MyLine line={answer.line} week={null} />
            </div>
          ) : (
            <div className="split today">
              <div className="today-asks">{notice}</div>
              <section>
                <MyLine line={answer.line} week={answer.week} />
              </section>
              <aside className="stack rail">
                <DueCheckIns due={answer.due} dueCount={answer.dueCount} />
                <WaitingForMe asks={answer.asks} />
              </aside>
            </div>
          )
        }
      </Asked>
    </>
  );
}

/** Others change these and today's answer cannot name them yet; what it names is refetched anyway. */
const live = ["vision", "imperative", "cycle", "objective", "support", "ask"];

function nowWords({ on, now, place, cycle, timeZone }: OutputOf<"focus.today">, format: Format): string {
  const words = [m.now({ day: format.longDate(on), time: format.time(now), place: place || timeZone })];
  if (cycle && cycle.startsOn > on) words.push(m.begins({ cycle: cycle.name, day: format.date(cycle.startsOn) }));
  else if (cycle) words.push(m.daysLeft({ count: cycle.daysLeft, cycle: cycle.name }));
  return words.join(" ");
}
