import { Suspense } from "react";
import { Link } from "wouter";
import { later } from "../../../web/later.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { LineKnot, LineRing, LineStop, Throughline } from "../../../web/ui/throughline.tsx";
import { m, type Objective, objectiveOf, ownerWords } from "./asking.ts";
import { useStudio } from "./studio-context.ts";
import "./from.css";

// Asked for with the page, not once it is drawn: on a phone it stands above the text, which it would push away.
const beside = import("./beside.tsx");
const Beside = later(() => beside);

/** Where the objective in hand comes from, what is known already, and what others do about the same imperative. */
export function From() {
  const { studio, current } = useStudio();
  const objective = objectiveOf(studio, current) ?? studio.objectives[0];
  return (
    <aside className="from" aria-label={m.from()}>
      <Above objective={objective} />
      <Suspense>
        <Beside objective={objective} />
      </Suspense>
    </aside>
  );
}

function Above({ objective }: { objective: Objective | undefined }) {
  const { studio, does } = useStudio();
  const format = useFormat();
  const { vision, mission, imperatives } = studio.above;
  const line = objective?.line ?? [];
  return (
    <Throughline label={m.lineAbove()}>
      {vision && <LineRing level={m.vision()}>{vision}</LineRing>}
      {mission && <LineKnot level={m.mission()}>{mission}</LineKnot>}
      {line.map((each) => {
        const imperative = imperatives.find(({ id }) => id === each.id);
        if (each.kind !== "imperative")
          return (
            <LineKnot key={each.id} level={levelOf(each)}>
              {each.plan ? <Link href={`/plan/${each.plan.id}`}>{each.title}</Link> : each.title}
            </LineKnot>
          );
        const share = imperative?.priorityShare;
        return (
          <LineKnot
            key={each.id}
            level={m.imperative()}
            size="lead"
            aside={
              (imperative?.why || share) && (
                <span className="small" dir="auto">
                  {imperative?.why} {share && m.share({ share: format.decimal(share) })}
                </span>
              )
            }
          >
            {each.title}
          </LineKnot>
        );
      })}
      {objective && line.length === 0 && (
        <LineStop
          acts={
            studio.can.draft && (
              <Button size="sm" onClick={() => does({ what: "parent", objectiveId: objective.id })}>
                {m.connect()}
              </Button>
            )
          }
        >
          {m["no-parent"]()}
        </LineStop>
      )}
    </Throughline>
  );
}

function levelOf({ kind, plan }: Objective["line"][number]): string {
  if (kind === "key-result") return m.keyResult();
  return plan ? m.draftOf({ whose: ownerWords({ ...plan, owner: null }) }) : m.objective();
}
