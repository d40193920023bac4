import { Link } from "wouter";
import { addressOf } from "../../../web/addresses.ts";
import { messages } from "../../../web/ui/messages.ts";
import type { MapAnswer } from "./branches.ts";
import { type Columns, linePath, type MapLayout } from "./layout.ts";
import catalogue from "./map-policies.messages.json";
import { type PlacedPolicy, placedPolicies, type Through } from "./policy-places.ts";
import "./map-policies.css";

const m = messages(catalogue);

/** From the imperative through the policy to what it should move; where a branch is closed, to its objective. */
export function PolicyLines({
  placed,
  layout,
  columns,
}: {
  placed: readonly PlacedPolicy[];
  layout: MapLayout;
  columns: Columns;
}) {
  const imperativeY = new Map(layout.imperatives.map(({ id, y }) => [id, y]));
  const keyResultY = new Map(layout.keyResults.map(({ id, y }) => [id, y]));
  const objectives = new Map(layout.objectives.map((each) => [each.id, each]));
  const { team, keyResult, spine } = columns;
  return placed.flatMap(({ policy, y }, nth) => {
    const start = { x: team.left, y };
    const end = { x: team.left + team.width, y };
    // Each a little beside the other, so that two can be told apart.
    const bend = keyResult.left - 8 - (nth % 3) * 4;
    const above = policy.imperativeIds.flatMap((id) => {
      const from = imperativeY.get(id);
      return from === undefined ? [] : [linePath({ x: spine, y: from }, start, spine + 22 + (nth % 3) * 4)];
    });
    const below = policy.keyResults.flatMap(({ id, objectiveId }) => {
      const at = keyResultY.get(id);
      if (at !== undefined) return [linePath(end, { x: keyResult.left, y: at }, bend)];
      const objective = objectives.get(objectiveId);
      return objective ? [linePath(end, { x: end.x + 4, y: objective.y }, bend)] : [];
    });
    return [`M${start.x} ${y}H${end.x}`, ...above, ...below].map((path) => (
      <path key={`${policy.id} ${path}`} className="ln ln-pol" d={path} />
    ));
  });
}

export function PolicyPlaces({
  placed,
  top,
  columns,
  answer,
}: {
  placed: readonly PlacedPolicy[];
  top: number;
  columns: Columns;
  answer: MapAnswer;
}) {
  if (placed.length === 0) return null;
  const { left, width } = columns.team;
  return (
    <>
      <span className="m-col" style={{ top: top + 4, left }}>
        {m.policies()}
      </span>
      {placed.map(({ policy, y }) => (
        <div key={policy.id} className="m-node" style={{ left, top: y, width }}>
          <Named of={policy} />
          <span className="m-meta">{stateWord(policy.state)}</span>
          <span className="sr">{inWords(policy, answer)}</span>
        </div>
      ))}
    </>
  );
}

/** The same lines as words, beneath the outline. */
export function PoliciesInOutline({ through, answer }: { through: readonly Through[]; answer: MapAnswer }) {
  const { placed } = placedPolicies(through, answer, 0);
  if (placed.length === 0) return null;
  return (
    <section aria-labelledby="map-policies" className="out-pol">
      <h2 id="map-policies">{m.policies()}</h2>
      <ul>
        {placed.map(({ policy }) => (
          <li key={policy.id}>
            <Named of={policy} /> <span className="meta">{stateWord(policy.state)}</span>
            <p className="meta">{inWords(policy, answer)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Named({ of: { id, title } }: { of: Through }) {
  const address = addressOf({ kind: "policy", id });
  return address ? (
    <Link className="m-obj" href={address} dir="auto">
      {title}
    </Link>
  ) : (
    <span className="m-obj" dir="auto">
      {title}
    </span>
  );
}

function inWords({ imperativeIds, keyResults }: Through, answer: MapAnswer): string {
  const serves = answer.imperatives.filter(({ id }) => imperativeIds.includes(id)).map(({ statement }) => statement);
  const moves = keyResults.flatMap(({ id, objectiveId }) => {
    const one = answer.keyResults.find((each) => each.id === id) ?? answer.objectives.find((o) => o.id === objectiveId);
    return one ? [one.title] : [];
  });
  return [
    ...(serves.length > 0 ? [m.serves({ imperatives: serves.join(" · ") })] : []),
    ...(moves.length > 0 ? [m.moves({ keyResults: [...new Set(moves)].join(" · ") })] : []),
  ].join(" ");
}

const states: Record<string, () => string> = {
  sealed: m.sealed,
  running: m.running,
  due: m.due,
  kept: m.kept,
  changed: m.changed,
};

function stateWord(state: string): string {
  return states[state]?.() ?? "";
}
