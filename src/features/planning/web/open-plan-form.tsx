import { useState } from "react";
import { useAsk, useTell } from "../../../web/ask.ts";
import { newId } from "../../../web/id.ts";
import { Field, Select } from "../../../web/ui/field.tsx";
import { TeamOptions } from "../../people/web/public.tsx";
import { m } from "./dialog-words.ts";
import { PlanForm } from "./plan-form.tsx";

export interface OpenPlanProps {
  cycles: readonly { id: string; name: string; state: string }[];
  cycleId: string;
  onClose: () => void;
  onDone: (planId: string) => void;
}

/** Which cycle, and whose plan. */
export default function OpenPlanForm({ cycles, cycleId, onClose, onDone }: OpenPlanProps) {
  const [cycle, choose] = useState(cycleId);
  const [whose, of] = useState("");
  const [id] = useState(newId);
  const teams = useAsk("people.teams.list");
  const plans = useAsk("planning.plans.list", { cycleId: cycle });
  const can = plans.data?.can ?? { levels: [], teamIds: [] };
  const offered = (teams.data?.items ?? []).filter((team) => can.teamIds === null || can.teamIds.includes(team.id));
  const first = can.levels.includes("company") ? "company" : (offered[0]?.id ?? "personal");
  const chosen = whose || first;
  const open = useTell("planning.plans.open", {
    invalidates: ["planning.plans.list"],
    onDone: (plan) => onDone(plan.id),
  });
  const submit = () => {
    const level = chosen === "company" || chosen === "personal" ? chosen : "team";
    open.mutate({ id, cycleId: cycle, level, ...(level === "team" ? { teamId: chosen } : {}) });
  };
  const said = ["cycleId", "teamId", "level"];
  const others = open.error?.problems.filter(({ field }) => !said.includes(field)) ?? [];
  const wrong =
    open.error && (open.error.problems.length === 0 || others.length > 0)
      ? others.map(({ field }) => open.error?.at(field)).join(" ") || open.error.message
      : undefined;
  return (
    <PlanForm
      title={m.openTitle()}
      verb={m.openPlan()}
      busy={open.isPending}
      wrong={wrong}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={m.cycle()} error={open.error?.at("cycleId")}>
        <Select value={cycle} onChange={({ target }) => choose(target.value)}>
          {cycles
            .filter(({ state }) => state !== "closed")
            .map(({ id: each, name }) => (
              <option key={each} value={each}>
                {name}
              </option>
            ))}
        </Select>
      </Field>
      <Field label={m.whose()} error={open.error?.at("teamId") ?? open.error?.at("level")}>
        <Select value={chosen} onChange={({ target }) => of(target.value)}>
          {can.levels.includes("company") && <option value="company">{m.company()}</option>}
          {can.levels.includes("team") && <TeamOptions teams={offered} />}
          {can.levels.includes("personal") && <option value="personal">{m.personalPlan()}</option>}
        </Select>
      </Field>
    </PlanForm>
  );
}
