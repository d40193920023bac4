import type { ReactNode } from "react";
import { Link } from "wouter";
import type { OutputOf } from "../../../web/api.ts";
import { useSession } from "../../../web/session.ts";
import { Empty } from "../../../web/ui/empty.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { StatusMark } from "../../../web/ui/status.tsx";
import {
  LineEnd,
  LineHeading,
  LineKnot,
  LineRing,
  LineSpur,
  LineStop,
  Throughline,
} from "../../../web/ui/throughline.tsx";
import { Track } from "../../../web/ui/track.tsx";
import { nowOf, trackOf } from "./figures.ts";
import catalogue from "./line-of-sight.messages.json";
import "./line-of-sight.css";

const m = messages(catalogue);

type Sight = OutputOf<"alignment.lineOf">;
type KeyResult = OutputOf<"alignment.keyResults">["items"][number];

interface LineOfSightProps {
  sight: Sight;
  mission: string;
  /** Of every objective that a line begins with. */
  keyResults: readonly KeyResult[];
  /** What moves these key results: initiatives, and this week's intentions. */
  below: (objectiveId: string, keyResults: readonly KeyResult[]) => ReactNode;
}

/** From the vision down to what is done this week, one line for each objective; where it breaks it says so. */
export function LineOfSight({ sight: { vision, lines }, mission, keyResults, below }: LineOfSightProps) {
  if (lines.length === 0) return <Empty title={m.nothing()}>{m.nothingWords()}</Empty>;
  const top = (
    <>
      <LineRing level={m.vision()}>{vision || m.noVision()}</LineRing>
      {mission && <LineKnot level={m.mission()}>{mission}</LineKnot>}
    </>
  );
  const isOne = lines.length === 1;
  return (
    <>
      {!isOne && <Throughline label={m.vision()}>{top}</Throughline>}
      <div className="sights">
        {lines.map((line) => (
          <OneLine key={line.places[0]?.id} top={isOne && top} line={line} keyResults={keyResults} below={below} />
        ))}
      </div>
    </>
  );
}

type OneLineProps = Pick<LineOfSightProps, "keyResults" | "below"> & {
  /** What it begins with, where it is the only one. */
  top: ReactNode;
  line: Sight["lines"][number];
};

function OneLine({ top, line: { places, reaches }, keyResults, below }: OneLineProps) {
  // A guest's line ends where their sight does, which says nothing about where it leads.
  const { role } = useSession().member;
  const [end] = places;
  const objective = places.find(({ kind }) => kind === "objective");
  const own = keyResults.filter(({ id, objectiveId }) =>
    end?.kind === "key-result" ? id === end.id : objectiveId === objective?.id,
  );
  const above = end?.kind === "key-result" ? places.slice(1) : places;
  return (
    <Throughline label={m.lineOf({ title: end?.title ?? "" })}>
      {top}
      {!reaches && role !== "guest" && <LineStop title={m.stops()}>{m.stopsWords()}</LineStop>}
      {above.toReversed().map(({ kind, id, title }) => (
        <LineKnot key={id} level={m[kind]()} size={kind === "imperative" ? "lead" : "body"}>
          {kind === "objective" ? <Link href={`/objectives/${id}`}>{title}</Link> : title}
        </LineKnot>
      ))}
      {own.length > 0 ? (
        <LineHeading>{m.measured()}</LineHeading>
      ) : (
        <li className="sight-n small">{m.noKeyResults()}</li>
      )}
      {own.map((keyResult) => (
        <Spur key={keyResult.id} keyResult={keyResult} />
      ))}
      {objective && <LineEnd>{below(objective.id, own)}</LineEnd>}
    </Throughline>
  );
}

function Spur({ keyResult }: { keyResult: KeyResult }) {
  const { locale } = useFormat();
  const { id, objectiveId, title, owner, status, end } = keyResult;
  return (
    <LineSpur
      title={<Link href={`/objectives/${objectiveId}?kr=${id}`}>{title}</Link>}
      note={owner?.name ?? m.noOwner()}
      aside={
        <>
          <b>{nowOf(keyResult, locale)}</b> <StatusMark status={status} end={end} />
        </>
      }
    >
      <Track {...trackOf(keyResult, locale)} />
    </LineSpur>
  );
}
