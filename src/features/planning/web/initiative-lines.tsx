import { useId } from "react";
import { Button } from "../../../web/ui/button.tsx";
import { type Format, useFormat } from "../../../web/ui/format.ts";
import { plus } from "../../../web/ui/icons.ts";
import { moveWords } from "../../roadmap/web/public.tsx";
import { type Initiative, lineIn, m, type Named, type Studio } from "./asking.ts";
import { useKept } from "./kept.ts";
import { KeptWords } from "./kept-words.tsx";
import { InitiativeMenu } from "./line-menu.tsx";
import { CommentCount, NewLine, useOrder } from "./line-parts.tsx";
import { OwnerPick } from "./owner-pick.tsx";
import { Row } from "./row.tsx";
import { useStudio } from "./studio-context.ts";
import { TitleField } from "./title-field.tsx";

/** The work that should move the key results: outputs live here. */
export function InitiativeLines() {
  const { studio, beginning, begin } = useStudio();
  const heading = useId();
  const isBeginning = beginning?.kind === "draft-initiative";
  return (
    <section aria-labelledby={heading}>
      <div className="d-h">
        <h2 id={heading}>{m.initiatives()}</h2>
        <span className="meta">{m.outputsLive()}</span>
        {studio.can.draft && (
          <Button size="sm" kind="quiet" icon={plus} onClick={() => begin({ kind: "draft-initiative" })}>
            {m.addInitiative()}
          </Button>
        )}
      </div>
      <ul className="d-init">
        {studio.initiatives.map((initiative, at) => (
          <InitiativeLine key={initiative.id} initiative={initiative} at={at + 1} />
        ))}
      </ul>
      {isBeginning && <NewLine kind="draft-initiative" />}
    </section>
  );
}

function InitiativeLine({ initiative, at }: { initiative: Initiative; at: number }) {
  const { studio, act, does } = useStudio();
  const format = useFormat();
  const kind = "draft-initiative";
  const line = initiative;
  const readOnly = !studio.can.draft;
  const title = useKept({ kind, line, of: (each) => each.title, as: (words) => ({ title: words }), ready });
  const owner = useKept({
    kind,
    line,
    of: (each) => each.owner,
    as: (to: Named | null) => ({ ownerId: to?.id ?? null }),
  });
  const order = useOrder(studio.initiatives, initiative.id, (ids) =>
    act("planning.draftInitiatives.reorder", { planId: studio.id, ids }),
  );
  const { moves } = initiative;
  const titles = moves.map((move) => movedWords(studio, move, format));
  const words = moves.length === 0 ? m.movesNothing() : m.moves({ titles: format.list(titles) });
  return (
    <li>
      <Row
        id={initiative.id}
        name={m.initiativeIs({ at, title: initiative.title })}
        className="d-ini"
        onOrder={readOnly ? undefined : order}
      >
        <div className="dk-t">
          <TitleField label={m.initiativeN({ at })} kept={title} size="line" readOnly={readOnly} />
          {!readOnly && <InitiativeMenu initiative={initiative} onOrder={order} />}
        </div>
        <div className="dk-m">
          {readOnly ? (
            <span className="meta" dir="auto">
              {words}
            </span>
          ) : (
            <button
              type="button"
              className="meta d-moves"
              dir="auto"
              onClick={() => does({ what: "initiative", initiativeId: initiative.id })}
            >
              {words}
            </button>
          )}
          <OwnerPick
            owner={owner.value}
            of={initiative.title}
            readOnly={readOnly}
            onPick={(to) => void owner.set(to)}
          />
          <CommentCount of={initiative} kind={kind} />
        </div>
        <KeptWords of={owner} words={(to) => to?.name ?? m.nobody()} />
      </Row>
    </li>
  );
}

/** "Clinics active in week 4 up 3 points". */
function movedWords(
  studio: Studio,
  { draftKeyResultId, title, expectedMove }: Initiative["moves"][number],
  format: Format,
): string {
  const keyResult = lineIn(studio, "draft-key-result", draftKeyResultId);
  if (expectedMove === null || !keyResult) return title;
  return m.movesBy({ title, move: moveWords(expectedMove, keyResult, format) });
}

const ready = (words: string) => words.trim() !== "";
