import { Suspense, useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { addressOf } from "../../../web/addresses.ts";
import { later } from "../../../web/later.tsx";
import { type Format, useFormat } from "../../../web/ui/format.ts";
import { type Cycle, type Gap, m, type Subject, settledAfter, useRecount } from "./standing.ts";

const Remedy = later(() => import("./remedy.tsx"));

interface GapEntryProps {
  gap: Gap;
  cycle: Cycle;
  /** It is the first of its kind, and says so. */
  heads: boolean;
}

/** One place where the line breaks: what, why it stands here, and the step that mends it. */
export function GapEntry({ gap, cycle, heads }: GapEntryProps) {
  const place = useRef<HTMLLIElement>(null);
  const format = useFormat();
  const [first, ...others] = gap.subjects;
  const [done, remedied] = useDone(place);
  if (!first) return null;
  const named = gap.kind === "dead-end" ? others : gap.kind === "opposing" ? gap.subjects.slice(1) : [];
  return (
    <li ref={place} tabIndex={-1} className={done ? "al-gap is-done" : "al-gap"}>
      <p className={heads ? "al-g-k" : "sr"}>{m[`is-${gap.kind}`]()}</p>
      <div className="al-g-w">
        <h3 dir="auto">
          <Named of={first} />
        </h3>
        <p className="small">
          {first.team && <span dir="auto">{first.team.name}. </span>}
          {whyOf(gap, format)}
        </p>
        {named.length > 0 && (
          <ul className="al-g-l">
            {named.map((subject) => (
              <li key={subject.id} dir="auto">
                <Named of={subject} />
                {subject.team && <small>{subject.team.name}</small>}
              </li>
            ))}
            {gap.more > 0 && <li>{m.andMore({ count: gap.more })}</li>}
          </ul>
        )}
        <p className="meta al-g-s" role="status">
          {done && m.countingAgain()}
        </p>
      </div>
      {!done && (
        <Suspense fallback={<div className="al-g-a" />}>
          <Remedy gap={gap} cycle={cycle} onDone={remedied} />
        </Suspense>
      )}
    </li>
  );
}

/** After the step was taken: until the change has been counted, and whether or not it mended the line. */
function useDone(place: React.RefObject<HTMLLIElement | null>): [boolean, () => void] {
  const recount = useRecount();
  const [done, settle] = useState(false);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => settle(false), settledAfter);
    return () => clearTimeout(timer);
  }, [done]);
  const remedied = () => {
    recount();
    settle(true);
    // The button that had the focus is gone; the entry keeps it until it goes itself.
    place.current?.focus();
  };
  return [done, remedied];
}

function Named({ of: subject }: { of: Subject }) {
  const address = addressOf(subject);
  return address ? <Link href={address}>{subject.title}</Link> : subject.title;
}

function whyOf({ kind, values, people, subjects, more }: Gap, format: Format): string {
  const names = subjects.slice(1).map(({ title }) => title);
  const energy =
    people === null
      ? m.noEnergyStated()
      : m.energyThere({ people: format.number(Number(people), { maximumFractionDigits: 2 }), count: Number(people) });
  switch (kind) {
    case "orphan":
      return [
        m.whyOrphan(),
        energy,
        Number(values.beneath) > 0 ? m.beneathIt({ count: Number(values.beneath) }) : "",
      ].join(" ");
    case "dead-end":
      return m.whyDeadEnd({
        count: subjects.length - 1 + more,
        at: subjects[0]?.kind === "imperative" ? "imperative" : "other",
      });
    case "nothing-beneath":
      return m.whyNothingBeneath({ count: Number(values.ended) });
    case "idle-imperative":
      return m.whyIdle();
    case "dependency-pending":
    case "dependency-declined":
    case "dependency-late":
      return dependencyWords(kind, values, names, format);
    case "opposing":
      return values.why === "same-metric"
        ? m.whySameMetric({ metric: String(values.metric) })
        : m.whyNearWords({ likeness: Number(values.likeness) });
    case "team-without-line":
      return m.whyTeam({ count: Number(values.objectives) });
    case "member-without-line":
      return m.whyMember();
  }
}

function dependencyWords(
  kind: "dependency-pending" | "dependency-declined" | "dependency-late",
  values: Gap["values"],
  [from = "", on = ""]: readonly string[],
  format: Format,
): string {
  const due = format.date(String(values.dueOn));
  if (kind === "dependency-declined") return m.whyDeclined({ from, on, reason: String(values.reason) });
  return kind === "dependency-late" ? m.whyLate({ from, on, due }) : m.whyPending({ from, on, due });
}
