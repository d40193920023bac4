/** What is asked beside the lines of a plan, loaded when the first of it is opened. */
import { ActivateDialog } from "./activate-dialog.tsx";
import { lineIn } from "./asking.ts";
import { DiscardDialog } from "./discard-dialog.tsx";
import { InitiativeDialog } from "./initiative-dialog.tsx";
import { ManyDialog } from "./many-dialog.tsx";
import { MeasureDialog } from "./measure-dialog.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { ParentDialog } from "./parent-dialog.tsx";
import { ReviewDialog } from "./review-dialog.tsx";
import { useStudio } from "./studio-context.ts";
import { TemplatesDialog } from "./templates-dialog.tsx";

export default function Dialogs() {
  const { studio, doing, does } = useStudio();
  const close = () => does(null);
  switch (doing?.what) {
    case "review":
      return <ReviewDialog onClose={close} />;
    case "activate":
      return <ActivateDialog onClose={close} />;
    case "templates":
      return <TemplatesDialog onClose={close} />;
    case "many":
      return <ManyDialog onClose={close} />;
    case "discard":
      return <DiscardDialog onClose={close} />;
    case "parent": {
      const objective = lineIn(studio, "draft-objective", doing.objectiveId);
      return objective ? <ParentDialog objective={objective} onClose={close} /> : null;
    }
    case "move-objective": {
      const objective = lineIn(studio, "draft-objective", doing.objectiveId);
      return objective ? <MoveDialog objective={objective} onClose={close} /> : null;
    }
    case "move-key-result": {
      const keyResult = lineIn(studio, "draft-key-result", doing.keyResultId);
      return keyResult ? <MoveDialog keyResult={keyResult} onClose={close} /> : null;
    }
    case "measure": {
      const keyResult = lineIn(studio, "draft-key-result", doing.keyResultId);
      return keyResult ? <MeasureDialog keyResult={keyResult} onClose={close} /> : null;
    }
    case "initiative": {
      const initiative = lineIn(studio, "draft-initiative", doing.initiativeId);
      return initiative ? <InitiativeDialog initiative={initiative} onClose={close} /> : null;
    }
    default:
      return null;
  }
}
