import { type CSSProperties, useSyncExternalStore } from "react";
import { Link } from "wouter";
import { useSession } from "../../../web/session.ts";
import { useFormat } from "../../../web/ui/format.ts";
import { chevronRight } from "../../../web/ui/further-icons.ts";
import { Icon } from "../../../web/ui/icon.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { endWords, StatusCounts, StatusGlyph } from "../../../web/ui/status.tsx";
import { Track } from "../../../web/ui/track.tsx";
import { allBelow, type Branches, drawnOf, holderOf, type MapAnswer, type MapObjective } from "./branches.ts";
import { nowOf, trackOf } from "./figures.ts";
import { type Columns, layOut, type MapLayout, narrowColumns, type Placed, wideColumns } from "./layout.ts";
import catalogue from "./map.messages.json";
import { MapLines } from "./map-lines.tsx";
import { PolicyLines, PolicyPlaces } from "./map-policies.tsx";
import { placedPolicies, type Through } from "./policy-places.ts";
import "./map.css";

const m = messages(catalogue);

interface MapProps {
  answer: MapAnswer;
  branches: Branches;
  /** Ids of objectives whose branch is closed. */
  closed: ReadonlySet<string>;
  onToggle: (objective: MapObjective, open: boolean) => void;
  /** Policies that lines run through. */
  through: readonly Through[];
}

/** The line from the vision to every key result, drawn: the viewer's own in full, the rest as rules. */
export function StrategyMap({ answer, branches, closed, onToggle, through }: MapProps) {
  const drawn = drawnOf(branches, closed);
  const objectives = answer.objectives.filter(({ id }) => drawn.has(id));
  const byId = new Map(objectives.map((each) => [each.id, each]));
  const layout = layOut(
    answer.imperatives.map(({ id }) => id),
    objectives.map((each) => ({
      id: each.id,
      level: each.level,
      under: holderOf(each),
      keyResultIds: (branches.keyResultsOf.get(each.id) ?? []).map(({ id }) => id),
      closed: closed.has(each.id),
    })),
  );
  const isGuest = useSession().member.role === "guest";
  const columns = useColumns();
  const { placed, height } = placedPolicies(through, answer, layout.height);
  const size: CSSProperties = { width: columns.width, height };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1).
    <section className="map-scroll" aria-label={m.map()} tabIndex={0}>
      <div className="map" style={size}>
        <ColumnNames columns={columns} own={answer.objectives.some(({ mine }) => mine)} />
        {layout.gutterTop !== null && (
          <div className="gutter" style={{ top: layout.gutterTop, height: layout.height - layout.gutterTop }}>
            <b>{isGuest ? m.invitedTo() : m.notConnected()}</b>
          </div>
        )}
        <MapLines {...{ layout, byId, answer, columns }} />
        {placed.length > 0 && (
          <svg className="m-lines" width={columns.width} height={height} aria-hidden="true">
            <PolicyLines {...{ placed, layout, columns }} />
          </svg>
        )}
        <Vision words={answer.vision} columns={columns} />
        {layout.imperatives.map(({ id, y }) => (
          <ImperativePlace
            key={id}
            imperative={answer.imperatives.find((each) => each.id === id) as MapAnswer["imperatives"][number]}
            y={y}
            columns={columns}
          />
        ))}
        {layout.objectives.map((placed) => {
          const objective = byId.get(placed.id) as MapObjective;
          return (
            <ObjectivePlace
              key={placed.id}
              placed={placed}
              objective={objective}
              below={allBelow(branches, placed.id).length}
              closed={closed.has(placed.id)}
              onToggle={onToggle}
              columns={columns}
            />
          );
        })}
        <KeyResultPlaces {...{ layout, answer, columns }} />
        <PolicyPlaces {...{ placed, columns, answer }} top={layout.height} />
      </div>
    </section>
  );
}

const wide = matchMedia("(min-width: 1440px)");

/** Narrower where four columns would not fit beside the sidebar. */
function useColumns(): Columns {
  const isWide = useSyncExternalStore(
    (told) => {
      wide.addEventListener("change", told);
      return () => wide.removeEventListener("change", told);
    },
    () => wide.matches,
  );
  return isWide ? wideColumns : narrowColumns;
}

/** `own`: the viewer has a line on this map. */
function ColumnNames({ columns, own }: { columns: Columns; own: boolean }) {
  return (
    <>
      <span className="m-col" style={{ left: columns.imperative.left }}>
        {m.vision()}
      </span>
      <span className="m-col" style={{ left: columns.company.left }}>
        {m.company()}
      </span>
      <span className="m-col" style={{ left: columns.team.left }}>
        {m.team()}
      </span>
      <span className="m-col" style={{ left: columns.keyResult.left + 18 }}>
        {m.keyResults()}
      </span>
      {own && <span className="m-col is-end">{m.yours()}</span>}
    </>
  );
}

function Vision({ words, columns }: { words: string; columns: Columns }) {
  return (
    <>
      <p className="m-vision" style={{ width: columns.imperative.width }} dir="auto">
        {words || m.noVision()}
      </p>
      <span className={words ? "knob ring" : "knob ring is-open"} style={{ left: columns.spine, top: 44 }} />
    </>
  );
}

function ImperativePlace({
  imperative,
  y,
  columns,
}: {
  imperative: MapAnswer["imperatives"][number];
  y: number;
  columns: Columns;
}) {
  const { statement, priorityShare, below, mine } = imperative;
  // What supports it may be out of a guest's sight.
  const isGuest = useSession().member.role === "guest";
  const isEmpty = below.length === 0 && !isGuest;
  return (
    <>
      <div className="m-imp" style={{ top: y, width: columns.imperative.width }}>
        <b dir="auto">{statement}</b>
        {priorityShare !== null && <span className="m-pe num">{m.priority({ share: Number(priorityShare) })}</span>}
        {isEmpty && <span className="m-pe">{m.emptyImperative()}</span>}
      </div>
      <span
        className={mine ? "knob mine" : isEmpty ? "knob is-open" : "knob"}
        style={{ left: columns.spine, top: y }}
      />
    </>
  );
}

interface ObjectivePlaceProps {
  placed: Placed;
  objective: MapObjective;
  below: number;
  closed: boolean;
  onToggle: MapProps["onToggle"];
  columns: Columns;
}

function ObjectivePlace({ placed, objective, below, closed, onToggle, columns }: ObjectivePlaceProps) {
  const format = useFormat();
  const { left, width } = columns[placed.column];
  const { title, team, energy, progress, upkeep, status, end, commitment } = objective;
  const has = below > 0 || objective.keyResults > 0;
  const detail = placed.column === "company" ? m[commitment]() : team?.name;
  return (
    <div className="m-node" style={{ left, top: placed.y, width }}>
      <span className="node">
        <StatusGlyph status={status} end={end} size={14} alone />
      </span>
      <Link className="m-obj" href={`/objectives/${objective.id}`} dir="auto">
        {title}
      </Link>
      <span className="m-meta">
        {detail && <span>{detail}</span>}
        {upkeep && <span>{m.upkeep()}</span>}
        {end && <span className="num">{endWords(status, end, format)}</span>}
        {placed.column === "company" && !end && progress !== null && (
          <span className="num">{m.there({ share: format.percent(Number(progress)) })}</span>
        )}
        {energy !== null && <span className="num">{m.energy({ share: Number(energy) })}</span>}
        {has && (
          <button
            type="button"
            className="fold"
            aria-expanded={!closed}
            aria-label={closed ? m.open({ title, count: below }) : m.close({ title })}
            onClick={() => onToggle(objective, closed)}
          >
            <Icon of={chevronRight} size={14} />
            {closed && below > 0 && <b>{below}</b>}
          </button>
        )}
        {closed && objective.below.length > 0 && (
          <StatusCounts counts={Object.fromEntries(objective.below.map((each) => [each.status, each.count]))} />
        )}
      </span>
    </div>
  );
}

function KeyResultPlaces({ layout, answer, columns }: { layout: MapLayout; answer: MapAnswer; columns: Columns }) {
  const { locale } = useFormat();
  const byId = new Map(answer.keyResults.map((each) => [each.id, each]));
  return layout.keyResults.map(({ id, y, objectiveId }) => {
    const keyResult = byId.get(id);
    if (!keyResult) return null;
    return (
      <Link
        key={id}
        className="m-kr"
        style={{ top: y, left: columns.keyResult.left, width: columns.keyResult.width }}
        href={`/objectives/${objectiveId}`}
      >
        <StatusGlyph status={keyResult.status} end={keyResult.end} size={11} alone />
        <span className="m-kt" dir="auto">
          {keyResult.title}
        </span>
        {keyResult.owner ? (
          <Track {...trackOf(keyResult, locale)} mini />
        ) : (
          <span className="m-flag">{m.noOwner()}</span>
        )}
        <b className="num">{nowOf(keyResult, locale)}</b>
      </Link>
    );
  });
}
