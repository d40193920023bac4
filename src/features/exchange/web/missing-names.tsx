import { type ReactNode, useState } from "react";
import { pageAt } from "../../../web/addresses.ts";
import { useAsk } from "../../../web/ask.ts";
import { Banner } from "../../../web/ui/banner.tsx";
import { ButtonLink } from "../../../web/ui/button.tsx";
import { Field, Select } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { Table } from "../../../web/ui/table.tsx";
import { MemberPicker } from "../../people/web/public.tsx";
import catalogue from "./import.messages.json";
import type { CycleChoice } from "./import-desk.tsx";
import { addressFor, type Meaning, meaningOf, type Preview, type Said } from "./said.ts";

const m = messages(catalogue);

interface MissingProps {
  of: Preview;
  said: Said;
  cycles: readonly CycleChoice[];
  onSay: (said: Said) => void;
}

/** Names the organisation does not have: each may be made, mean one that is there, or be left out. */
export function MissingNames(props: MissingProps) {
  const { missing, can, withoutCycle } = props.of;
  const count = missing.members.length + missing.teams.length + missing.cycles.length;
  const makesMembers = can.createMembers && missing.members.length > 0;
  const cannotMake =
    (!can.createTeams && missing.teams.length > 0) || (!can.createMembers && missing.members.length > 0);
  return (
    <>
      {withoutCycle > 0 && <CycleForRest {...props} />}
      {count > 0 && (
        <section aria-labelledby="im-miss">
          <SectionHead id="im-miss" title={m.missing()} aside={m.missingAside({ count })} />
          <Table kind="ms" heads={[m.inTheFile(), m.usedBy(), m.means()]}>
            <MissingCycles {...props} />
            <MissingTeams {...props} />
            <MissingMembers {...props} />
          </Table>
          {makesMembers && <p className="im-note">{m.invitedLater()}</p>}
          {cannotMake && <p className="im-note">{m.ownersMake()}</p>}
        </section>
      )}
    </>
  );
}

function CycleForRest({ of: { withoutCycle }, said, cycles, onSay }: MissingProps) {
  const plan = pageAt("/settings/cycles");
  if (cycles.length === 0) {
    return (
      <Banner kind="note" fact={m.noCycles()} acts={plan && <ButtonLink href={plan}>{m.planCycle()}</ButtonLink>} />
    );
  }
  return (
    <Field label={m.cycleForRest({ count: withoutCycle })}>
      <Select value={said.cycleId ?? ""} onChange={({ target }) => onSay({ ...said, cycleId: target.value || null })}>
        <option value="">{m.chooseCycle()}</option>
        {cycles.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function MissingCycles({ of: { missing }, said, cycles, onSay }: MissingProps) {
  const format = useFormat();
  return missing.cycles.map(({ name, rows, proposal }) => (
    <MissingName
      key={`c ${name}`}
      what={m.cycle()}
      name={name}
      rows={rows}
      meaning={meaningOf(said, "cycles", name, proposal !== null)}
      make={
        proposal &&
        m.makeCycle({ dates: `${format.fullDate(proposal.startsOn)} – ${format.fullDate(proposal.endsOn)}` })
      }
      leave={m.keepAside()}
      known={cycles}
      onMean={(meaning) => onSay({ ...said, cycles: { ...said.cycles, [name]: meaning } })}
    />
  ));
}

function MissingTeams({ of: { missing, can }, said, onSay }: MissingProps) {
  const known = useAsk("people.teams.list", undefined, { enabled: missing.teams.length > 0 }).data?.items ?? [];
  return missing.teams.map(({ name, rows }) => (
    <MissingName
      key={`t ${name}`}
      what={m.team()}
      name={name}
      rows={rows}
      meaning={meaningOf(said, "teams", name, can.createTeams)}
      make={can.createTeams && m.makeTeam()}
      leave={m.companyWide()}
      known={known}
      onMean={(meaning) => onSay({ ...said, teams: { ...said.teams, [name]: meaning } })}
    />
  ));
}

function MissingMembers({ of: { missing, can }, said, onSay }: MissingProps) {
  return missing.members.map((member) => (
    <MissingMember key={`m ${member.written}`} member={member} mayMake={can.createMembers} said={said} onSay={onSay} />
  ));
}

interface MissingMemberProps extends Pick<MissingProps, "said" | "onSay"> {
  member: Preview["missing"]["members"][number];
  mayMake: boolean;
}

/** Whoever it may be is found by name: a list of everybody would be too long to choose from. */
function MissingMember({ member, mayMake, said, onSay }: MissingMemberProps) {
  const { written, rows, nearest } = member;
  const [found, find] = useState<{ id: string; name: string } | null>(null);
  const [isLooking, look] = useState(false);
  const address = addressFor(said, member);
  const meaning = meaningOf(said, "members", written, member.email !== null && mayMake);
  const mean = (next: Meaning) => onSay({ ...said, members: { ...said.members, [written]: next } });
  const known = [
    ...(nearest ? [{ id: nearest.id, name: m.nearest({ name: nearest.name }) }] : []),
    ...(found && found.id !== nearest?.id ? [found] : []),
  ];
  return (
    <MissingName
      what={m.member()}
      name={written}
      rows={rows}
      meaning={meaning}
      make={mayMake && m.makeMember()}
      leave={m.mineUntil()}
      known={known}
      find={{ words: m.somebodyHere(), isLooking, look }}
      onMean={mean}
    >
      {isLooking && (
        <MemberPicker
          label={m.whoIs({ name: written })}
          guests={false}
          onPick={(picked) => {
            look(false);
            find(picked);
            mean({ is: picked.id });
          }}
        />
      )}
      {!isLooking && meaning === "make" && (
        <input
          className="input"
          type="email"
          aria-label={m.addressOf({ name: written })}
          placeholder={m.addressOf({ name: written })}
          defaultValue={address}
          onBlur={({ target }) => {
            if (target.value.trim() !== address)
              onSay({ ...said, addresses: { ...said.addresses, [written]: target.value.trim() } });
          }}
        />
      )}
    </MissingName>
  );
}

interface MissingNameProps {
  what: string;
  name: string;
  rows: number;
  meaning: Meaning;
  /** What making it is called; nothing where it cannot be made. */
  make: string | false | null;
  leave: string;
  known: readonly { id: string; name: string }[];
  /** Looking for one that is there, where not all of them are listed. */
  find?: { words: string; isLooking: boolean; look: (isLooking: boolean) => void };
  onMean: (meaning: Meaning) => void;
  children?: ReactNode;
}

function MissingName({ what, name, rows, meaning, make, leave, known, find, onMean, children }: MissingNameProps) {
  const value = typeof meaning === "object" ? meaning.is : meaning === "make" && !make ? "leave" : meaning;
  const choose = (chosen: string) => {
    find?.look(chosen === "find");
    if (chosen !== "find") onMean(chosen === "make" || chosen === "leave" ? chosen : { is: chosen });
  };
  return (
    <tr>
      <th scope="row">
        <span dir="auto">{name}</span> <small>{what}</small>
      </th>
      <td className="num">{rows}</td>
      <td>
        <select
          className="pick"
          aria-label={m.meaningOf({ name })}
          value={find?.isLooking ? "find" : value}
          onChange={({ target }) => choose(target.value)}
        >
          {make && <option value="make">{make}</option>}
          <option value="leave">{leave}</option>
          {known.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
          {find && <option value="find">{find.words}</option>}
        </select>
        {children}
      </td>
    </tr>
  );
}
