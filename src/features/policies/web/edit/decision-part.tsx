import { MemberPicker } from "../../../people/web/public.tsx";
import { m, type PartProps } from "./edit-words.ts";
import { Day } from "./scope-part.tsx";

/** Who decides, and when. */
export function DecisionPart({ draft, change, wrong, odd }: PartProps) {
  return (
    <section className="pe-s" aria-labelledby="pe-decision">
      <h2 id="pe-decision">{m.decision()}</h2>
      <div>
        <div className="pe-r">
          <Day
            label={m.decidesOn()}
            value={draft.decidesOn}
            onChange={(decidesOn) => change({ decidesOn })}
            error={wrong("decidesOn")}
            odd={odd("decidesOn")}
          />
          <MemberPicker
            label={m.decider()}
            guests={false}
            value={draft.owner}
            error={wrong("ownerId")}
            onPick={(owner) => change({ owner })}
            onClear={() => change({ owner: { id: "", name: "" } })}
          />
        </div>
        <p className="meta">{m.decisionWords()}</p>
      </div>
    </section>
  );
}
