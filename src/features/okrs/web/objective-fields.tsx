import { Suspense } from "react";
import { useAsk } from "../../../web/ask.ts";
import { useSession } from "../../../web/session.ts";
import { Field, Input, Select, TextArea } from "../../../web/ui/field.tsx";
import { MemberPicker, TeamOptions } from "../../people/web/public.tsx";
import { Advice } from "./advice.tsx";
import type { Where } from "./asking.ts";
import { TitleCoach } from "./coached-later.tsx";
import { FigureField } from "./figure-field.tsx";
import { m } from "./form-words.ts";
import { atLevel, type Draft } from "./objective-draft.ts";

interface ObjectiveFieldsProps {
  value: Draft;
  change: (part: Partial<Draft>) => void;
  wrong: (field: string) => string | undefined;
  /** Cycles it may be set in; none when it stands already. */
  cycles: readonly { id: string; name: string }[];
  where: Where;
  /** It was private when it was read, so that it may be shown. */
  wasPrivate?: boolean;
}

const anObjective = { kind: "objective" } as const;
const levels = ["company", "team", "personal"] as const;
const commitments = ["committed", "aspirational", "learning"] as const;

/** What an objective says, whose it is, and what it asks for. */
export function ObjectiveFields(props: ObjectiveFieldsProps) {
  const { value, change, wrong, cycles } = props;
  return (
    <>
      <Field label={m.title()} hint={m.titleHint()} error={wrong("title")}>
        <Input value={value.title} onChange={({ target }) => change({ title: target.value })} />
      </Field>
      {value.title.trim() !== "" && (
        <Suspense>
          <TitleCoach title={value.title} context={anObjective} onUse={(title) => change({ title })} />
        </Suspense>
      )}
      <Field label={m.why()} optional error={wrong("why")}>
        <TextArea value={value.why} onChange={({ target }) => change({ why: target.value })} />
      </Field>
      <Whose {...props} />
      <div className="act-f-two">
        <Field label={m.commitment()} error={wrong("commitment")}>
          <Select
            value={value.commitment}
            onChange={({ target }) => change({ commitment: target.value as Draft["commitment"] })}
          >
            {commitments.map((each) => (
              <option key={each} value={each}>
                {m[each]()}
              </option>
            ))}
          </Select>
        </Field>
        {cycles.length > 0 && (
          <Field label={m.cycle()} error={wrong("cycleId")}>
            <Select value={value.cycleId} onChange={({ target }) => change({ cycleId: target.value })}>
              {cycles.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      <FigureField
        label={m.energy()}
        hint={m.energyHint()}
        optional
        value={value.energy}
        onChange={(energy) => change({ energy })}
        error={wrong("energy")}
      />
      <Marks {...props} />
      {value.why.trim() === "" && <Advice of={["no-why"]} />}
    </>
  );
}

function Whose({ value, change, wrong, where }: ObjectiveFieldsProps) {
  const { member } = useSession();
  const teams = useAsk("people.teams.list");
  const all = teams.data?.items ?? [];
  const offered = value.level === "team" && where.teamIds ? all.filter(({ id }) => where.teamIds?.includes(id)) : all;
  const isMine = value.level === "personal" && !where.forOthers;
  return (
    <>
      <div className="act-f-two">
        <Field label={m.level()} error={wrong("level")}>
          <Select
            value={value.level}
            onChange={({ target }) => change(atLevel(value, target.value as Draft["level"], member, where))}
          >
            {levels
              .filter((each) => where.levels.includes(each))
              .map((each) => (
                <option key={each} value={each}>
                  {m[each]()}
                </option>
              ))}
          </Select>
        </Field>
        <Field label={m.ofTeam()} optional={value.level !== "team"} error={wrong("teamId")}>
          <Select value={value.teamId ?? ""} onChange={({ target }) => change({ teamId: target.value || null })}>
            <option value="">{value.level === "team" ? m.chooseTeam() : m.noTeam()}</option>
            <TeamOptions teams={offered} />
          </Select>
        </Field>
      </div>
      {!isMine && (
        <MemberPicker
          label={m.owner()}
          optional={value.level !== "personal"}
          placeholder={m.member()}
          error={wrong("ownerId")}
          value={value.owner}
          guests={false}
          onPick={(owner) => change({ owner })}
          onClear={() => change({ owner: null })}
        />
      )}
    </>
  );
}

function Marks({ value, change, wrong, cycles, wasPrivate = false }: ObjectiveFieldsProps) {
  const { member } = useSession();
  const mayHide = cycles.length > 0 && value.level === "personal" && value.owner?.id === member.id;
  const error = wrong("private") ?? wrong("upkeep");
  return (
    <fieldset>
      <legend className="sr">{m.marks()}</legend>
      <label className="ck">
        <input type="checkbox" checked={value.upkeep} onChange={({ target }) => change({ upkeep: target.checked })} />
        <span>{m.upkeep()}</span>
      </label>
      {(mayHide || wasPrivate || value.private) && (
        <label className="ck">
          <input
            type="checkbox"
            checked={value.private}
            aria-invalid={wrong("private") ? true : undefined}
            onChange={({ target }) => change({ private: target.checked })}
          />
          <span>{m.private()}</span>
        </label>
      )}
      {error && <small className="act-f-wrong">{error}</small>}
    </fieldset>
  );
}
