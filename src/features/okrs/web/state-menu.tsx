import { type ReactNode, useState } from "react";
import { useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Confirm } from "../../../web/ui/confirm.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Field, TextArea } from "../../../web/ui/field.tsx";
import { ellipsis } from "../../../web/ui/icons.ts";
import { Menu, MenuItem } from "../../../web/ui/menu.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { ActForm } from "./act-form.tsx";
import catalogue from "./acts.messages.json";
import { invalidates, type Objective } from "./asking.ts";

const m = messages(catalogue);

type State = Objective["state"];
/** These ask why, for those who look back. */
type Stopped = "paused" | "postponed" | "dropped";
const stops: readonly Stopped[] = ["paused", "postponed", "dropped"];

interface StateMenuProps {
  of: "objective" | "key-result";
  id: string;
  version: number;
  state: State;
  title: string;
  can: { close: boolean; remove: boolean };
  /** Why it was stopped, so that undoing what comes next keeps it. */
  stateReason?: string;
  /** After it was removed: where to go from a page that is gone. */
  onRemoved?: () => void;
  /** MenuItems before these. */
  children?: ReactNode;
}

/** Pauses, postpones, drops, closes, reopens or removes an objective or a key result. Nothing where nothing may be done. */
export function StateMenu({
  of,
  id,
  version,
  state,
  title,
  can,
  stateReason = "",
  onRemoved,
  children,
}: StateMenuProps) {
  const [asking, ask] = useState<Stopped | "remove" | null>(null);
  const set = useSetState({ of, id, title, state, stateReason });
  const leave = () => ask(null);
  if (!can.close && !can.remove && !children) return null;
  return (
    <>
      <Menu label={m.actions({ title })} button={{ size: "sm", kind: "quiet", icon: ellipsis, iconOnly: true }}>
        {children}
        {can.close && state !== "open" && (
          <MenuItem onSelect={() => set.to("open", version)}>{state === "paused" ? m.goOn() : m.reopen()}</MenuItem>
        )}
        {can.close &&
          stops
            .filter((each) => each !== state)
            .map((each) => (
              <MenuItem key={each} onSelect={() => ask(each)} danger={each === "dropped"}>
                {verbs[each]()}
              </MenuItem>
            ))}
        {can.close && state !== "closed" && <MenuItem onSelect={() => set.to("closed", version)}>{m.close()}</MenuItem>}
        {can.remove && (
          <MenuItem onSelect={() => ask("remove")} danger>
            {m.remove()}
          </MenuItem>
        )}
      </Menu>
      <Stop asked={asking === "remove" ? null : asking} title={title} set={set} version={version} onClose={leave} />
      <Remove of={of} id={id} title={title} open={asking === "remove"} onClose={leave} onRemoved={onRemoved} />
    </>
  );
}

const verbs: Record<Stopped, () => string> = { paused: m.pause, postponed: m.postpone, dropped: m.drop };
const questions = { paused: m.pauseQuestion, postponed: m.postponeQuestion, dropped: m.dropQuestion };
const consequences = { paused: m.pauseWords, postponed: m.postponeWords, dropped: m.dropWords };
const said: Record<State, (filling: { title: string }) => string> = {
  open: m.nowOpen,
  paused: m.nowPaused,
  postponed: m.nowPostponed,
  dropped: m.nowDropped,
  closed: m.nowClosed,
};

type Setting = ReturnType<typeof useSetState>;

/** Sets the state and offers the way back to the one before. */
function useSetState({
  of,
  id,
  title,
  state,
  stateReason,
}: Required<Pick<StateMenuProps, "of" | "id" | "title" | "state" | "stateReason">>) {
  const name = of === "objective" ? "okrs.objectives.setState" : "okrs.keyResults.setState";
  const back = useTell(name, { invalidates, onDone: (answer) => say(said[answer.state]({ title })) });
  const isKnown = state === "open" || state === "closed" || stateReason !== "";
  const forth = useTell(name, {
    invalidates,
    onDone: (answer) => {
      const undo = () => back.mutate({ id, version: answer.version, state, reason: stateReason });
      say(said[answer.state]({ title }), isKnown ? undo : undefined);
    },
  });
  const to = (next: State, version: number, reason = "", then?: () => void) =>
    forth.mutate(
      { id, version, state: next, reason },
      {
        onSuccess: then,
        onError: (problem) => (next !== "open" && next !== "closed" ? undefined : say(problem.message)),
      },
    );
  return { to, problem: forth.error, busy: forth.isPending };
}

interface StopProps {
  asked: Stopped | null;
  title: string;
  set: Setting;
  version: number;
  onClose: () => void;
}

/** Asks why, says what stops and what stays. */
function Stop({ asked, title, set, version, onClose }: StopProps) {
  const [reason, because] = useState("");
  if (!asked) return null;
  return (
    <Dialog open onClose={onClose} title={questions[asked]({ title })}>
      <ActForm
        verb={verbs[asked]()}
        danger={asked === "dropped"}
        busy={set.busy}
        onSubmit={() => void set.to(asked, version, reason, onClose)}
        onClose={onClose}
      >
        <p>{consequences[asked]()}</p>
        <Field label={m.reason()} error={set.problem?.at("reason")}>
          <TextArea value={reason} onChange={({ target }) => because(target.value)} />
        </Field>
        <FormProblem of={set.problem} fields={["reason"]} />
      </ActForm>
    </Dialog>
  );
}

interface RemoveProps {
  of: StateMenuProps["of"];
  id: string;
  title: string;
  open: boolean;
  onClose: () => void;
  onRemoved: (() => void) | undefined;
}

function Remove({ of, id, title, open, onClose, onRemoved }: RemoveProps) {
  const remove = useTell(of === "objective" ? "okrs.objectives.remove" : "okrs.keyResults.remove", {
    invalidates,
    onDone: () => {
      say(m.removed({ title }));
      onClose();
      onRemoved?.();
    },
  });
  return (
    <Confirm
      open={open}
      onClose={onClose}
      title={m.removeQuestion({ title })}
      verb={m.remove()}
      busy={remove.isPending}
      onConfirm={() => remove.mutate({ id, everything: true })}
    >
      <p>{of === "objective" ? m.removeWords() : m.removeKeyResultWords()}</p>
      <FormProblem of={remove.error} fields={[]} />
    </Confirm>
  );
}
