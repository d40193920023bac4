import { useTell } from "../../../../web/ask.ts";
import { FormProblem } from "../../../../web/form-problem.tsx";
import { Button } from "../../../../web/ui/button.tsx";
import { Dialog } from "../../../../web/ui/dialog.tsx";
import { say } from "../../../../web/ui/status-line.tsx";
import { invalidates, type Policy, useSentenceWords } from "../words.ts";
import { m } from "./edit-words.ts";

interface SealDialogProps {
  /** As it was saved just now; null: nothing is asked. */
  policy: Policy | null;
  onClose: () => void;
  onDone: () => void;
}

/** Asks before the words are fixed, and says what is drawn. */
export function SealDialog({ policy, onClose, onDone }: SealDialogProps) {
  const { day } = useSentenceWords();
  const seal = useTell("policies.policies.seal", {
    invalidates,
    onDone: () => {
      say(m.sealed());
      onClose();
      onDone();
    },
  });
  const isDrawn = policy?.comparison?.kind.startsWith("randomised") ?? false;
  const close = () => {
    seal.reset();
    onClose();
  };
  return (
    <Dialog
      open={policy !== null}
      onClose={close}
      title={m.sealTitle({ title: policy?.title ?? "" })}
      acts={
        <>
          <Button onClick={close}>{m.cancel()}</Button>
          <Button
            kind="primary"
            busy={seal.isPending}
            onClick={() => policy && seal.mutate({ id: policy.id, version: policy.version })}
          >
            {m.sealNoDay()}
          </Button>
        </>
      }
    >
      <p>
        {m.sealWords({ day: policy?.startsOn ? day(policy.startsOn) : "" })} {isDrawn && m.sealLot()}
      </p>
      <FormProblem of={seal.error} fields={[]} />
    </Dialog>
  );
}
