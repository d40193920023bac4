import { type ComponentProps, Suspense, useState } from "react";
import { later } from "../../../web/later.tsx";
import { quietly } from "../../../web/quietly.ts";
import { Button } from "../../../web/ui/button.tsx";
import type Again from "./asked-again.tsx";
import { type KeyResult, m } from "./asking.ts";
import { focusLine, useStudio } from "./studio-context.ts";

const AskedAgain = quietly<ComponentProps<typeof Again>>(() => import("./asked-again.tsx"));
const Accept = later(() => import("./answers.tsx").then((answers) => ({ default: answers.Accept })));
const Decline = later(() => import("./answers.tsx").then((answers) => ({ default: answers.Decline })));

/** What the owner says of a key result: accepted with a confidence, declined with a reason, or still asked. */
export function Acceptance({ keyResult }: { keyResult: KeyResult }) {
  const { act, attempt } = useStudio();
  const [answering, answer] = useState<"accepted" | "declined" | null>(null);
  const { acceptance, can, owner, ownerLeft, id, title } = keyResult;
  const close = () => {
    answer(null);
    focusLine(id);
  };
  if (answering) {
    const Answer = answering === "accepted" ? Accept : Decline;
    return (
      <Suspense>
        <Answer keyResult={keyResult} onClose={close} />
      </Suspense>
    );
  }
  if (!owner) return null;
  if (ownerLeft) return <p className="meta accept">{m.ownerLeft({ name: owner.name })}</p>;
  const said = acceptance.answer !== "waiting";
  return (
    <p className="row accept">
      {acceptance.answer === "accepted" && (
        <span className="meta">{m.accepted({ name: owner.name, mark: acceptance.confidence ?? "–" })}</span>
      )}
      {acceptance.answer === "declined" && (
        <span className="meta" dir="auto">
          {m.declinedWith({ name: owner.name, reason: acceptance.reason })}
        </span>
      )}
      {acceptance.before ? (
        <Suspense>
          <AskedAgain keyResult={keyResult} name={owner.name} mine={can.accept} />
        </Suspense>
      ) : (
        !said && !can.accept && <span className="meta">{m.waitsFor({ name: owner.name })}</span>
      )}
      {can.accept && !said && (
        <>
          <Button size="sm" aria-label={m.acceptOf({ title })} onClick={() => answer("accepted")}>
            {m.accept()}
          </Button>
          <Button kind="quiet" size="sm" aria-label={m.declineOf({ title })} onClick={() => answer("declined")}>
            {m.decline()}
          </Button>
        </>
      )}
      {can.accept && said && (
        <Button
          kind="quiet"
          size="sm"
          onClick={() => void attempt(() => act("planning.draftKeyResults.takeBackAcceptance", { id }))}
        >
          {m.takeBack()}
        </Button>
      )}
    </p>
  );
}
