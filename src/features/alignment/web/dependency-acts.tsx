import { type FormEvent, Suspense, useState } from "react";
import { useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { later } from "../../../web/later.tsx";
import { Banner } from "../../../web/ui/banner.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Confirm } from "../../../web/ui/confirm.tsx";
import { Field, TextArea } from "../../../web/ui/field.tsx";
import { useFocusBack } from "../../../web/ui/focus-back.ts";
import { ellipsis } from "../../../web/ui/icons.ts";
import { Menu, MenuItem } from "../../../web/ui/menu.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import { type Dependency, invalidates, m } from "./dependency-words.ts";

const DependencyForm = later(() => import("./dependency-form.tsx"));

type State = Dependency["state"];

interface ActsProps {
  of: Dependency;
  /** Where the focus goes when the act that was pressed is gone. */
  onAnswered: () => void;
}

/** What the reader may do about it: answer, say that it is there, withdraw it, ask again, change what is asked. */
export function DependencyActs({ of: dependency, onAnswered }: ActsProps) {
  const [doing, does] = useState<"declined" | "done" | "withdrawn" | "edit" | null>(null);
  const decliner = useFocusBack(doing === "declined");
  const set = useTell("alignment.dependencies.setState", {
    invalidates,
    onDone: ({ state, title }) => {
      does(null);
      say(m[`said-${state}`]({ title }));
      onAnswered();
    },
  });
  const { id, version, title, can, on } = dependency;
  const bring = (state: State, reason = "") => set.mutate({ id, version, state, reason });
  const may = (state: State) => can.states.includes(state);
  const confirming = doing === "done" || doing === "withdrawn" ? doing : null;
  if (doing === "declined")
    return (
      <Decline of={dependency} problem={set.error} busy={set.isPending} onClose={() => does(null)} onSend={bring} />
    );
  const about = <span className="sr"> {m.about({ title })}</span>;
  return (
    <>
      <p className="row dep-a">
        {may("accepted") && (
          <Button size="sm" busy={set.isPending} onClick={() => bring("accepted")}>
            {m.accept()}
            {about}
          </Button>
        )}
        {may("declined") && (
          <Button size="sm" ref={decliner} onClick={() => does("declined")}>
            {m.decline()}
            {about}
          </Button>
        )}
        {may("done") && (
          <Button size="sm" onClick={() => does("done")}>
            {m.done()}
            {about}
          </Button>
        )}
        {may("proposed") && (
          <Button size="sm" busy={set.isPending} onClick={() => bring("proposed")}>
            {m.again()}
            {about}
          </Button>
        )}
        {(can.edit || may("withdrawn")) && (
          <Menu label={m.moreActs({ title })} button={{ size: "sm", kind: "quiet", icon: ellipsis, iconOnly: true }}>
            {can.edit && <MenuItem onSelect={() => does("edit")}>{m.edit()}</MenuItem>}
            {may("withdrawn") && <MenuItem onSelect={() => does("withdrawn")}>{m.withdraw()}</MenuItem>}
          </Menu>
        )}
      </p>
      {set.error && !confirming && (
        <Banner kind="error" fact={set.error.title}>
          {set.error.message}
        </Banner>
      )}
      <Confirm
        open={confirming !== null}
        onClose={() => does(null)}
        title={confirming === "done" ? m.doneTitle({ title }) : m.withdrawTitle({ title })}
        verb={confirming === "done" ? m.done() : m.withdraw()}
        busy={set.isPending}
        onConfirm={() => confirming && bring(confirming)}
      >
        <p>{confirming === "done" ? m.doneWords() : m.withdrawWords({ team: on.name })}</p>
        {set.error && <p role="alert">{set.error.message}</p>}
      </Confirm>
      {doing === "edit" && (
        <Suspense>
          <DependencyForm dependency={dependency} onClose={() => does(null)} />
        </Suspense>
      )}
    </>
  );
}

interface DeclineProps {
  of: Dependency;
  problem: Parameters<typeof FormProblem>[0]["of"];
  busy: boolean;
  onClose: () => void;
  onSend: (state: State, reason: string) => void;
}

/** The reason, in the flow: without one nobody can plan without. */
function Decline({ of: { from, title }, problem, busy, onClose, onSend }: DeclineProps) {
  const [reason, write] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSend("declined", reason);
  };
  return (
    <form className="dep-f" onSubmit={submit} noValidate>
      <Field label={m.reason()} hint={m.reasonHint({ team: from.name })} error={problem?.at("reason")}>
        <TextArea
          autoFocus
          value={reason}
          onChange={({ target }) => write(target.value)}
          onKeyDown={(event) => event.key === "Escape" && onClose()}
        />
      </Field>
      <FormProblem of={problem} fields={["reason"]} />
      <p className="row dep-a">
        <Button size="sm" onClick={onClose}>
          {m.cancel()}
        </Button>
        <Button size="sm" kind="primary" type="submit" busy={busy}>
          {m.decline()}
          <span className="sr"> {m.about({ title })}</span>
        </Button>
      </p>
    </form>
  );
}
