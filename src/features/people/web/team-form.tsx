import { type FormEvent, useState } from "react";
import { useTell } from "../../../web/ask.ts";
import { Conflict, versionMet } from "../../../web/conflict.tsx";
import { useDraft } from "../../../web/draft.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { newId } from "../../../web/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Field, Input, Select } from "../../../web/ui/field.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { teamRows, teamsBelow } from "../team-rows.ts";
import { MemberPicker } from "./member-picker.tsx";
import catalogue from "./people.messages.json";
import type { TeamInTree } from "./team-tree.tsx";

const m = messages(catalogue);
const fields = ["name", "parentId", "leadId"];

interface TeamFormProps {
  open: boolean;
  onClose: () => void;
  teams: readonly TeamInTree[];
  /** The team to change; a new one is added where it is left out. */
  team?: TeamInTree | undefined;
  /** Under which team a new one starts. */
  under?: string | null;
  onAdded?: (id: string) => void;
}

/** Adds a team, or changes its name, place and lead. */
export function TeamForm({ open, onClose, team, ...props }: TeamFormProps) {
  return (
    <Dialog open={open} onClose={onClose} title={team ? m.editTeam({ name: team.name }) : m.addTeam()}>
      {team ? <EditTeam {...props} team={team} onClose={onClose} /> : <AddTeam {...props} onClose={onClose} />}
    </Dialog>
  );
}

function AddTeam({ teams, under = null, onAdded, onClose }: Omit<TeamFormProps, "open" | "team">) {
  const [team, change] = useState({ id: newId(), name: "", parentId: under, lead: null as Named | null });
  const add = useTell("people.teams.create", {
    invalidates: ["people.teams"],
    onDone: ({ id, name }) => {
      say(m.teamAdded({ name }));
      onAdded?.(id);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ id: team.id, name: team.name, parentId: team.parentId, leadId: team.lead?.id ?? null });
  };
  return (
    <form onSubmit={submit} noValidate>
      <TeamFields value={team} change={(part) => change({ ...team, ...part })} teams={teams} wrong={wrongOf(add)} />
      <FormProblem of={add.error} fields={fields} />
      <Acts verb={m.addTeam()} busy={add.isPending} onClose={onClose} />
    </form>
  );
}

function EditTeam({ teams, team, onClose }: Omit<TeamFormProps, "open"> & { team: TeamInTree }) {
  const draft = useDraft(team);
  const save = useTell("people.teams.update", {
    invalidates: ["people.teams"],
    onDone: ({ name }) => {
      say(m.teamSaved({ name }));
      onClose();
    },
  });
  const write = (version: number) => {
    const { name, parentId, lead } = draft.changes();
    const leadId = lead === undefined ? undefined : (lead?.id ?? null);
    save.mutate({ id: team.id, version, name, parentId, leadId });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write(draft.version);
  };
  const below = new Set([team.id, ...teamsBelow(teams, team.id).map(({ id }) => id)]);
  const words = (field: string, value: unknown) => conflictWords(field, value, teams, draft.value.lead);
  return (
    <form onSubmit={submit} noValidate>
      <TeamFields
        value={draft.value}
        change={draft.change}
        teams={teams.filter(({ id }) => !below.has(id))}
        wrong={wrongOf(save)}
      />
      <Conflict of={save.error} words={words} onMine={write} onTheirs={onClose} />
      <FormProblem of={versionMet(save.error) ? null : save.error} fields={fields} />
      <Acts verb={m.saveTeam()} busy={save.isPending} onClose={onClose} />
    </form>
  );
}

interface Named {
  id: string;
  name: string;
}

interface TeamFieldsProps {
  value: { name: string; parentId: string | null; lead: Named | null };
  change: (part: { name?: string; parentId?: string | null; lead?: Named | null }) => void;
  /** Those it may stand under. */
  teams: readonly TeamInTree[];
  wrong: (field: string) => string | undefined;
}

function TeamFields({ value, change, teams, wrong }: TeamFieldsProps) {
  return (
    <>
      <Field label={m.teamName()} error={wrong("name")}>
        <Input value={value.name} onChange={({ target }) => change({ name: target.value })} />
      </Field>
      <Field label={m.under()} error={wrong("parentId")}>
        <Select value={value.parentId ?? ""} onChange={({ target }) => change({ parentId: target.value || null })}>
          <option value="">{m.atTheTop()}</option>
          <TeamOptions teams={teams} />
        </Select>
      </Field>
      <MemberPicker
        label={m.lead()}
        hint={m.leadHint()}
        error={wrong("leadId")}
        value={value.lead}
        guests={false}
        onPick={(lead) => change({ lead })}
        onClear={() => change({ lead: null })}
      />
    </>
  );
}

/** The tree of teams as options, indented by their level. */
export function TeamOptions({ teams }: { teams: readonly TeamInTree[] }) {
  return teamRows(teams, new Set()).map(({ team, level }) => (
    <option key={team.id} value={team.id}>
      {`${"\u2003".repeat(level - 1)}${team.name}`}
    </option>
  ));
}

function Acts({ verb, busy, onClose }: { verb: string; busy: boolean; onClose: () => void }) {
  return (
    <p className="row dlg-acts">
      <Button onClick={onClose}>{m.cancel()}</Button>
      <Button type="submit" kind="primary" busy={busy}>
        {verb}
      </Button>
    </p>
  );
}

function wrongOf({ error }: { error: { at: (field: string) => string | undefined } | null }) {
  return (field: string) => error?.at(field);
}

function conflictWords(field: string, value: unknown, teams: readonly TeamInTree[], lead: Named | null) {
  switch (field) {
    case "name":
      return { label: m.teamName(), value: String(value) };
    case "parentId":
      return { label: m.under(), value: teams.find(({ id }) => id === value)?.name ?? m.atTheTop() };
    case "leadId":
      return { label: m.lead(), value: leadName(value, teams, lead) };
    default:
      return undefined;
  }
}

/** A lead known here by name: the one just chosen, or one who leads some team. */
function leadName(id: unknown, teams: readonly TeamInTree[], chosen: Named | null): string {
  if (id === null) return m.nobody();
  return [chosen, ...teams.map((team) => team.lead)].find((lead) => lead?.id === id)?.name ?? m.someoneElse();
}
