import { type ReactNode, Suspense } from "react";
import { later } from "../../../web/later.tsx";
import { Avatar } from "../../../web/ui/avatar.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { LineSpur } from "../../../web/ui/throughline.tsx";
import { Heading } from "./heading.tsx";
import catalogue from "./key-result.messages.json";
import { KeyResultTrack } from "./key-result-track.tsx";
import { figureOf, type KeyResult } from "./key-result-words.ts";
import { StatusReading } from "./status-reading.tsx";
import "./key-result.css";

const m = messages(catalogue);
/** Arrives after the line stands. */
export const ThreeFacts = later(() => import("./three-facts.tsx"));

interface RowProps {
  keyResult: KeyResult;
  /** Its objective aims beyond what is certain: the target is a ring. */
  aspirational?: boolean;
  /** The title, usually with a link around it. */
  title?: ReactNode;
  /** Beneath the status: a check-in link, a menu. */
  acts?: ReactNode;
  /** Beneath the track: a form that is open. */
  below?: ReactNode;
}

/** A key result on the line: the line leaves the trunk, bends and becomes its track. */
export function KeyResultRow({ keyResult, aspirational = false, title, acts, below }: RowProps) {
  return (
    <LineSpur
      title={title ?? keyResult.title}
      note={<OwnerAndWeight {...keyResult} />}
      aside={
        <>
          <KeyResultStatus of={keyResult} />
          <Heading {...keyResult} />
          {acts}
        </>
      }
    >
      <KeyResultTrack keyResult={keyResult} aspirational={aspirational} />
      <TooFew of={keyResult} />
      {keyResult.disagreements.length > 0 && (
        <Suspense>
          <ThreeFacts of={keyResult} aspirational={aspirational} />
        </Suspense>
      )}
      {below}
    </LineSpur>
  );
}

/** Why there is no forecast yet, once somebody has checked in. */
export function TooFew({ of: { forecast, measure, checkInCount, state } }: { of: KeyResult }) {
  const hasSome = checkInCount > 0 && checkInCount < NEEDED;
  if (forecast !== null || !hasSome || state !== "open" || !isNumber.includes(measure.kind)) return null;
  return <p className="meta">{m.tooFew({ count: checkInCount, needed: NEEDED })}</p>;
}

/** Check-ins that a forecast needs. */
const NEEDED = 3;
/** Kinds of measure that a check-in reports as a number. */
const isNumber = ["metric", "threshold", "range", "baseline"];

/** Its status, with the formula in its own unit. */
export function KeyResultStatus({ of: keyResult }: { of: Pick<KeyResult, "status" | "unit" | "decimals"> }) {
  const format = useFormat();
  return <StatusReading of={keyResult.status} figure={(value) => figureOf(value, keyResult, format)} />;
}

/** Who keeps it, and how much it counts. */
export function OwnerAndWeight({ owner, weight }: Pick<KeyResult, "owner" | "weight">) {
  const format = useFormat();
  return (
    <span className="kr-m">
      {owner ? (
        <span className="own">
          <Avatar name={owner.name} size={20} />
          <span dir="auto">{owner.name}</span>
        </span>
      ) : (
        m.noOwner()
      )}
      <span className="num">
        {Number(weight) === 0 ? m.notCounted() : m.weight({ weight: format.decimal(weight) })}
      </span>
    </span>
  );
}
