import { Settle } from "./remedy-dependency.tsx";
import { GiveKeyResult } from "./remedy-key-result.tsx";
import { LinkTheEnd, LinkToParent } from "./remedy-link.tsx";
import { DraftFor, DraftOrDrop } from "./remedy-objective.tsx";
import { Talk } from "./remedy-talk.tsx";
import { type Cycle, type Gap, m } from "./standing.ts";

export interface RemedyProps {
  gap: Gap;
  cycle: Cycle;
  /** After the step was taken, or taken back. */
  onDone: () => void;
}

/** The step that mends an entry, for whoever may take it; the others are told who may. */
export default function Remedy(props: RemedyProps) {
  const { gap } = props;
  return (
    <div className="al-g-a">{gap.can.act ? stepOf(props) : <p className="meta">{m[`theirs-${gap.remedy}`]()}</p>}</div>
  );
}

function stepOf(props: RemedyProps) {
  switch (props.gap.remedy) {
    case "link-or-mark-upkeep":
      return <LinkToParent {...props} />;
    case "link-the-end":
      return <LinkTheEnd {...props} />;
    case "draft-beneath-or-drop":
      return <DraftOrDrop {...props} />;
    case "draft-objective":
    case "draft-team-objective":
      return <DraftFor {...props} />;
    case "ask-again":
    case "plan-without":
      return <Settle {...props} />;
    case "talk":
      return <Talk {...props} />;
    case "give-key-result":
      return <GiveKeyResult {...props} />;
  }
}
