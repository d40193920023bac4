import type { ReactNode } from "react";
import { Avatar } from "../../../web/ui/avatar.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { LineSpur } from "../../../web/ui/throughline.tsx";
import catalogue from "./key-result.messages.json";
import { KeyResultTrack } from "./key-result-track.tsx";
import { type Drawn, figureOf, type KeyResult } from "./key-result-words.ts";
import { StatusReading } from "./status-reading.tsx";
import "./key-result.css";

const m = messages(catalogue);

interface RowProps {
  keyResult: Drawn & Pick<KeyResult, "owner" | "weight">;
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
          {acts}
        </>
      }
    >
      <KeyResultTrack keyResult={keyResult} aspirational={aspirational} />
      {below}
    </LineSpur>
  );
}

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
