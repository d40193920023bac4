import { addressOf, pageAt } from "../../../web/addresses.ts";
import { useSession } from "../../../web/session.ts";
import { ButtonLink } from "../../../web/ui/button.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { LineStop } from "../../../web/ui/throughline.tsx";
import catalogue from "./missing.messages.json";

const m = messages(catalogue);

interface MissingProps {
  what: "vision" | "cycle" | "objective" | "key-result";
  /** Whether the reader may make it. */
  may: boolean;
  /** The last objective the line reaches. */
  objective: { id: string } | undefined;
}

/** Where the line stops: what is missing, and the one act of whoever may draw it on, or of whoever may not. */
export default function Missing({ what, may, objective }: MissingProps) {
  const isGuest = useSession().member.role === "guest";
  const { title, words, act, href } = isGuest ? faceForGuests(what, objective) : faceOf(what, may, objective);
  return (
    <LineStop
      title={title()}
      acts={
        href && (
          <ButtonLink href={href} kind={may ? "primary" : "plain"}>
            {act()}
          </ButtonLink>
        )
      }
    >
      {words()}
    </LineStop>
  );
}

/** A guest was invited to read: what is not there is others' to make. */
function faceForGuests(what: MissingProps["what"], objective: MissingProps["objective"]) {
  const { title, act, href } = faceOf(what, false, objective);
  const nowhere = what === "vision" || what === "cycle" || what === "objective";
  const words = what === "objective" ? m.noObjectiveGuest : m.comesLater;
  return { title, words, act, href: nowhere ? undefined : href };
}

function faceOf(what: MissingProps["what"], may: boolean, objective: MissingProps["objective"]) {
  const people = pageAt("/settings/people");
  const its = objective && addressOf({ kind: "objective", id: objective.id });
  switch (what) {
    case "vision":
      return may
        ? { title: m.noVision, words: m.noVisionMay, act: m.writeVision, href: pageAt("/settings/strategy") }
        : { title: m.noVision, words: m.noVisionMayNot, act: m.seeWho, href: people };
    case "cycle":
      return may
        ? { title: m.noCycle, words: m.noCycleMay, act: m.planCycle, href: pageAt("/settings/cycles") }
        : { title: m.noCycle, words: m.noCycleMayNot, act: m.seeWho, href: people };
    case "objective":
      return may
        ? { title: m.noObjective, words: m.noObjectiveMay, act: m.setObjective, href: pageAt("/objectives") }
        : { title: m.noObjective, words: m.noObjectiveMayNot, act: m.seeMap, href: pageAt("/map") };
    case "key-result":
      return may
        ? { title: m.noKeyResult, words: m.noKeyResultMay, act: m.addKeyResult, href: its }
        : { title: m.noKeyResult, words: m.noKeyResultMayNot, act: m.seeObjective, href: its };
  }
}
