import { newId } from "../../../web/id.ts";
import { ellipsis } from "../../../web/ui/icons.ts";
import { Menu, MenuItem } from "../../../web/ui/menu.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import { type Initiative, type KeyResult, m, type Objective } from "./asking.ts";
import { useStudio } from "./studio-context.ts";
import { useLineActs } from "./using-acts.ts";

const button = { icon: ellipsis, iconOnly: true, kind: "quiet", size: "sm" } as const;

/** What else can be done with a line. */
type Ordered = { onOrder: (step: -1 | 1) => void };

export function ObjectiveMenu({ objective, onOrder }: { objective: Objective } & Ordered) {
  const { studio, act, attempt, does, commentOn } = useStudio();
  const acts = useLineActs();
  const { id, title } = objective;
  return (
    <Menu label={m.actsOf({ title })} button={button}>
      <MenuItem onSelect={() => commentOn({ kind: "draft-objective", id })} detail="M">
        {m.comment()}
      </MenuItem>
      <MenuItem onSelect={() => does({ what: "parent", objectiveId: id })}>{m.connect()}</MenuItem>
      <MenuItem onSelect={() => acts(({ duplicateLine }, work) => duplicateLine(work, "draft-objective", objective))}>
        {m.duplicate()}
      </MenuItem>
      <MenuItem onSelect={() => does({ what: "move-objective", objectiveId: id })}>{m.moveToPlan()}</MenuItem>
      <SaveAsTemplate objective={objective} />
      <Order onOrder={onOrder} />
      {objective.private && (
        <MenuItem
          onSelect={() =>
            void attempt(() =>
              act("planning.draftObjectives.update", { id, version: objective.version, private: false }),
            )
          }
        >
          {m.showToAll()}
        </MenuItem>
      )}
      <hr />
      <MenuItem
        danger
        onSelect={() =>
          acts(({ removeLine }, work) =>
            removeLine(work, "draft-objective", objective, studio.objectives.find((each) => each.id !== id)?.id),
          )
        }
      >
        {m.remove()}
      </MenuItem>
    </Menu>
  );
}

function SaveAsTemplate({ objective }: { objective: Objective }) {
  const { attempt } = useStudio();
  const save = async () => {
    const { call } = await import("../../../web/api.ts");
    await call("planning.objectiveTemplates.save", { id: newId(), draftObjectiveId: objective.id });
    say(m.templateSaved({ title: objective.title }));
  };
  return <MenuItem onSelect={() => void attempt(save)}>{m.saveTemplate()}</MenuItem>;
}

export function KeyResultMenu({
  keyResult,
  objective,
  onOrder,
}: { keyResult: KeyResult; objective: Objective } & Ordered) {
  const { studio, does, commentOn } = useStudio();
  const acts = useLineActs();
  const { id, title } = keyResult;
  const next = objective.keyResults.find((each) => each.id !== id)?.id ?? objective.id;
  return (
    <Menu label={m.actsOf({ title })} button={button}>
      <MenuItem onSelect={() => commentOn({ kind: "draft-key-result", id })} detail="M">
        {m.comment()}
      </MenuItem>
      <MenuItem onSelect={() => does({ what: "measure", keyResultId: id })}>{m.measuredBy()}</MenuItem>
      <MenuItem onSelect={() => acts(({ duplicateLine }, work) => duplicateLine(work, "draft-key-result", keyResult))}>
        {m.duplicate()}
      </MenuItem>
      {studio.objectives.length > 1 && (
        <MenuItem onSelect={() => does({ what: "move-key-result", keyResultId: id })}>{m.moveToObjective()}</MenuItem>
      )}
      <MenuItem onSelect={() => acts(({ moveToInitiative }, work) => moveToInitiative(work, keyResult))}>
        {m.makeInitiative()}
      </MenuItem>
      <Order onOrder={onOrder} />
      <hr />
      <MenuItem
        danger
        onSelect={() => acts(({ removeLine }, work) => removeLine(work, "draft-key-result", keyResult, next))}
      >
        {m.remove()}
      </MenuItem>
    </Menu>
  );
}

export function InitiativeMenu({ initiative, onOrder }: { initiative: Initiative } & Ordered) {
  const { studio, does, commentOn } = useStudio();
  const acts = useLineActs();
  const { id, title } = initiative;
  return (
    <Menu label={m.actsOf({ title })} button={button}>
      <MenuItem onSelect={() => commentOn({ kind: "draft-initiative", id })} detail="M">
        {m.comment()}
      </MenuItem>
      <MenuItem onSelect={() => does({ what: "initiative", initiativeId: id })}>{m.whatItMoves()}</MenuItem>
      <Order onOrder={onOrder} />
      <hr />
      <MenuItem
        danger
        onSelect={() =>
          acts(({ removeLine }, work) =>
            removeLine(
              work,
              "draft-initiative",
              initiative,
              studio.initiatives.find((each) => each.id !== id)?.id ?? studio.objectives.at(-1)?.id,
            ),
          )
        }
      >
        {m.remove()}
      </MenuItem>
    </Menu>
  );
}

function Order({ onOrder }: Ordered) {
  return (
    <>
      <MenuItem onSelect={() => onOrder(-1)} detail="⌥↑">
        {m.moveUp()}
      </MenuItem>
      <MenuItem onSelect={() => onOrder(1)} detail="⌥↓">
        {m.moveDown()}
      </MenuItem>
    </>
  );
}
