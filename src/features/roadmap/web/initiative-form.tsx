import { type FormEvent, useMemo, useState } from "react";
import { useAsk, useTell } from "../../../web/ask.ts";
import { Conflict, versionMet } from "../../../web/conflict.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { newId } from "../../../web/id.ts";
import { after, useKept } from "../../../web/kept.ts";
import { Problem } from "../../../web/problem.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Field, Input, Select } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { MemberPicker, TeamOptions } from "../../people/web/public.tsx";
import { BetFields, type Bettable } from "./bet-fields.tsx";
import type { Initiative } from "./bet-words.ts";
import { type Draft, draftOf, readDraft, together } from "./initiative-draft.ts";
import catalogue from "./initiatives.messages.json";

export type { Bettable } from "./bet-fields.tsx";

const m = messages(catalogue);
const invalidates = ["roadmap", "okrs.search", "focus", "activity.history"] as const;

interface InitiativeFormProps {
  /** The one to change; a new one is planned where it is left out. */
  initiative: Initiative | undefined;
  /** Beside which a new one is planned. */
  objectiveId: string;
  keyResults: readonly Bettable[];
  onClose: () => void;
}

/** Plans an initiative, or changes what it says and bets on. */
export default function InitiativeForm({ initiative, ...props }: InitiativeFormProps) {
  return (
    <Dialog open onClose={props.onClose} title={initiative ? m.editTitle() : m.plan()}>
      {initiative ? <Edit initiative={initiative} {...props} /> : <Plan {...props} />}
    </Dialog>
  );
}

function Plan({ objectiveId, keyResults, onClose }: Omit<InitiativeFormProps, "initiative">) {
  const [id] = useState(newId);
  const writing = useWriting(`initiative.${objectiveId}`, { ...unwritten, bets: only(keyResults) });
  const plan = useTell("roadmap.initiatives.create", {
    invalidates,
    onDone: ({ title }) => {
      writing.forget();
      say(m.isPlanned({ title }));
      onClose();
    },
  });
  const { draft } = writing;
  const submit = () => {
    const { body, bets } = writing.read();
    plan.mutate({ id, ...body, bets, ...(draft.private ? { private: true } : {}) });
  };
  const problem = useMemo(() => together(writing.refused, plan.error), [writing.refused, plan.error]);
  return (
    <Form
      {...writing}
      problem={problem}
      keyResults={keyResults}
      verb={m.planVerb()}
      busy={plan.isPending}
      onSubmit={submit}
      onClose={after(writing.forget, onClose)}
    >
      <Mark checked={draft.private} onChange={(on) => writing.change({ private: on })} words={m.yoursAlone()} />
      <FormProblem of={problem} fields={fieldsOf(draft)} />
    </Form>
  );
}

function Edit({ initiative, keyResults, onClose }: InitiativeFormProps & { initiative: Initiative }) {
  const [before] = useState(initiative);
  const writing = useWriting(`initiative.${before.id}.${before.version}`, draftOf(before));
  const putAway = after(writing.forget, onClose);
  const save = useTell("roadmap.initiatives.update", { invalidates });
  const bet = useTell("roadmap.initiatives.setBets", { invalidates });
  const { draft } = writing;
  const problem = writing.refused ?? save.error ?? bet.error;
  /** What it says, then what it bets on: both from the version that was met, so that neither overwrites another's. */
  const write = async (version: number) => {
    const reading = writing.read();
    // What it says would be saved without its bets.
    if (reading.problems.length > 0) return;
    const shown = before.private && !draft.private ? { private: false as const } : {};
    const said = await save.mutateAsync({ id: before.id, version, ...reading.body, ...shown });
    if (betsDiffer(before, reading.bets))
      await bet.mutateAsync({ id: before.id, version: said.version, bets: reading.bets });
    say(m.saved({ title: said.title }));
    putAway();
  };
  const attempt = (version: number) => void write(version).catch(() => undefined);
  return (
    <Form
      {...writing}
      problem={problem}
      keyResults={[...keyResults, ...elsewhere(before, keyResults)]}
      verb={m.save()}
      busy={save.isPending || bet.isPending}
      onSubmit={() => attempt(before.version)}
      onClose={putAway}
    >
      {before.private && (
        <Mark checked={!draft.private} onChange={(on) => writing.change({ private: !on })} words={m.show()} />
      )}
      <Conflict of={problem} words={conflictWords} onMine={attempt} onTheirs={putAway} />
      <FormProblem of={versionMet(problem) ? null : problem} fields={fieldsOf(draft)} />
    </Form>
  );
}

const unwritten: Draft = { title: "", owner: null, teamId: null, startsOn: "", endsOn: "", private: false, bets: {} };

/** What is written, kept by this tab, and the refusal of what cannot be read. */
function useWriting(place: string, first: Draft) {
  const { locale } = useFormat();
  const [draft, set, forget] = useKept(place, () => first);
  const [refused, refuse] = useState<Problem | null>(null);
  const read = () => {
    const reading = readDraft(draft, locale);
    const { problems } = reading;
    refuse(problems.length > 0 ? new Problem({ status: 422, title: m.look(), problems }) : null);
    return reading;
  };
  return { draft, refused, read, forget, change: (part: Partial<Draft>) => set((before) => ({ ...before, ...part })) };
}

interface FormProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  problem: Problem | null;
  keyResults: readonly Bettable[];
  verb: string;
  busy: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: React.ReactNode;
}

function Form({ draft, change, problem, keyResults, verb, busy, onSubmit, onClose, children }: FormProps) {
  const wrong = (field: string) => problem?.at(field);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSubmit();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Field label={m.titleField()} hint={m.titleHint()} error={wrong("title")}>
        <Input value={draft.title} onChange={({ target }) => change({ title: target.value })} />
      </Field>
      <BetFields keyResults={keyResults} bets={draft.bets} onChange={(bets) => change({ bets })} wrong={wrong} />
      <Whose draft={draft} change={change} wrong={wrong} />
      {children}
      <p className="row ini-f-acts">
        <Button onClick={onClose}>{m.cancel()}</Button>
        <Button type="submit" kind="primary" busy={busy}>
          {verb}
        </Button>
      </p>
    </form>
  );
}

function Whose({
  draft,
  change,
  wrong,
}: Pick<FormProps, "draft" | "change"> & { wrong: (field: string) => string | undefined }) {
  const teams = useAsk("people.teams.list");
  return (
    <>
      <MemberPicker
        label={m.owner()}
        hint={m.ownerHint()}
        optional
        guests={false}
        error={wrong("ownerId")}
        value={draft.owner}
        onPick={(owner) => change({ owner })}
        onClear={() => change({ owner: null })}
      />
      <Field label={m.team()} optional error={wrong("teamId")}>
        <Select value={draft.teamId ?? ""} onChange={({ target }) => change({ teamId: target.value || null })}>
          <option value="">{m.noTeam()}</option>
          <TeamOptions teams={teams.data?.items ?? []} />
        </Select>
      </Field>
      <div className="ini-f-two">
        {(["startsOn", "endsOn"] as const).map((field) => (
          <Field key={field} label={m[field]()} optional error={wrong(field)}>
            <Input type="date" value={draft[field]} onChange={({ target }) => change({ [field]: target.value })} />
          </Field>
        ))}
      </div>
    </>
  );
}

function Mark({ checked, onChange, words }: { checked: boolean; onChange: (on: boolean) => void; words: string }) {
  return (
    <label className="ck">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      <span>{words}</span>
    </label>
  );
}

/** One key result is named at once: most initiatives bet on it. */
function only(keyResults: readonly Bettable[]): Draft["bets"] {
  const [first, second] = keyResults;
  return first && !second ? { [first.id]: "" } : {};
}

/** What it bets on elsewhere stays to be seen and let go. */
function elsewhere({ bets }: Initiative, here: readonly Bettable[]): Bettable[] {
  return bets
    .filter(({ keyResult }) => !here.some(({ id }) => id === keyResult.id))
    .map(({ keyResult, objective, target }) => ({ ...keyResult, objective, isNumber: target !== null }));
}

function betsDiffer(
  { bets }: Initiative,
  now: readonly { keyResultId: string; expectedMove: string | null }[],
): boolean {
  const one = bets.map(({ keyResult, expectedMove }) => `${keyResult.id} ${expectedMove}`);
  const other = now.map(({ keyResultId, expectedMove }) => `${keyResultId} ${expectedMove}`);
  return JSON.stringify(one.toSorted()) !== JSON.stringify(other.toSorted());
}

function fieldsOf({ bets }: Draft): string[] {
  return [
    "title",
    "ownerId",
    "teamId",
    "startsOn",
    "endsOn",
    ...Object.keys(bets).flatMap((_, at) => [`bets.${at}.expectedMove`, `bets.${at}.keyResultId`]),
  ];
}

const labels: Record<string, string> = { title: m.titleField(), startsOn: m.startsOn(), endsOn: m.endsOn() };

function conflictWords(field: string, value: unknown) {
  const label = labels[field];
  return label ? { label, value: value === null || value === "" ? "–" : `“${String(value)}”` } : undefined;
}
