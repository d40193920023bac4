import { Suspense, useState } from "react";
import { Link } from "wouter";
import { addressOf } from "../../../web/addresses.ts";
import type { OutputOf } from "../../../web/api.ts";
import { later } from "../../../web/later.tsx";
import { Avatar } from "../../../web/ui/avatar.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { formatFor, useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { StatusGlyph } from "../../../web/ui/status.tsx";
import catalogue from "./today.messages.json";

const m = messages(catalogue);
/** Fields arrive when somebody wants to write. */
const ReplyForm = later(() => import("./reply-form.tsx"));

type Today = OutputOf<"focus.today">;

/** The check-ins that wait, with how old the last one is and the clock that decides. */
export function DueCheckIns({ due, dueCount }: Pick<Today, "due" | "dueCount">) {
  const format = useFormat();
  const [first] = due;
  return (
    <section>
      <SectionHead title={m.due()} aside={first && dueWords(first, format.locale)} />
      {!first && <p className="small">{m.nothingDue()}</p>}
      <ul className="due">
        {due.map(({ keyResult, status, lastCheckInAt }) => (
          <li key={keyResult.id}>
            <Link href={`/check-in?keyResult=${keyResult.id}`}>
              <StatusGlyph status={status.status} alone />
              <span dir="auto">{keyResult.title}</span>
              <time dateTime={lastCheckInAt ?? undefined}>{lastCheckInAt ? format.age(lastCheckInAt) : m.first()}</time>
            </Link>
          </li>
        ))}
      </ul>
      {dueCount > due.length && (
        <Link className="link meta" href="/check-in">
          {m.moreDue({ count: dueCount - due.length })}
        </Link>
      )}
    </section>
  );
}

/** The time is that of the place named beside it. */
function dueWords({ at, on, timeZone, place, overdue }: Today["due"][number], locale: string): string {
  const there = formatFor({ locale, timeZone });
  const when = { day: there.weekdayDate(on), time: there.time(at), place };
  return overdue ? m.dueSince(when) : m.dueBy(when);
}

/** What others asked of me, answered where it stands. */
export function WaitingForMe({ asks: { count, items } }: Pick<Today, "asks">) {
  return (
    <section tabIndex={-1} id="asks">
      <SectionHead title={m.waiting()} aside={count > 0 && m.asks({ count })} />
      {count === 0 && <p className="small">{m.noAsks()}</p>}
      <ul className="asks">
        {items.map((ask) => (
          <Ask key={ask.id} {...ask} />
        ))}
      </ul>
      {count > items.length && <p className="meta">{m.moreAsks({ count: count - items.length })}</p>}
    </section>
  );
}

function Ask({ id, from, text, keyResult, objectiveId, createdAt }: Today["asks"]["items"][number]) {
  const format = useFormat();
  const [replying, reply] = useState(false);
  const close = () => {
    reply(false);
    requestAnimationFrame(() => document.getElementById(`reply-${id}`)?.focus());
  };
  const href = addressOf({ kind: "key-result", id: keyResult.id, objectiveId });
  return (
    <li>
      <Avatar name={from.name} />
      <div>
        <p>
          <b dir="auto">{from.name}</b>{" "}
          <time className="meta" dateTime={createdAt}>
            {format.age(createdAt)}
          </time>
        </p>
        <p dir="auto">{text}</p>
        {replying ? (
          <Suspense>
            <ReplyForm id={id} name={from.name} onClose={close} />
          </Suspense>
        ) : (
          <p className="ask-a">
            <Button id={`reply-${id}`} size="sm" onClick={() => reply(true)}>
              {m.reply()}
              <span className="sr"> {from.name}</span>
            </Button>
            {href ? (
              <Link className="meta" href={href} dir="auto">
                {keyResult.title}
              </Link>
            ) : (
              <span className="meta" dir="auto">
                {keyResult.title}
              </span>
            )}
          </p>
        )}
      </div>
    </li>
  );
}
