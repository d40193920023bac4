import { useState } from "react";
import { useAsk } from "../../../../web/ask.ts";
import { Asked } from "../../../../web/asked.tsx";
import { Field, Input } from "../../../../web/ui/field.tsx";
import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { type Policy, useSentenceWords } from "../words.ts";
import { m } from "./page-words.ts";

/** Whom it covers on a day, also one that is over; of a draft whom it would. */
export function Covered({ policy: { id } }: { policy: Policy }) {
  const { format } = useSentenceWords();
  const [day, choose] = useState("");
  const asked = useAsk("policies.policyCoverage.of", day ? { id, day } : { id }, {
    live: ["policy", "team", "member"],
    keepPrevious: true,
  });
  return (
    <section aria-labelledby="who">
      <SectionHead id="who" title={m.who()} />
      <Field label={m.onDay()}>
        <Input type="date" value={day || (asked.data?.day ?? "")} onChange={({ target }) => choose(target.value)} />
      </Field>
      <Asked of={asked} what={m.who()}>
        {({ covered, everybody, excepted, teams, people, twice }) => (
          <div className="pol-c">
            <p className="small" role="status">
              {covered === null ? m.tooFewToTell() : m.counts({ covered, everybody })}{" "}
              {excepted !== null && excepted > 0 && m.exceptedCount({ count: excepted })}
            </p>
            <ul className="num">
              {teams.map((team) => (
                <li key={team.id}>
                  <span dir="auto">{team.name}</span>
                  <span>{m.ofTeam({ covered: team.covered, members: team.members })}</span>
                </li>
              ))}
            </ul>
            {people.length > 0 && (
              <details>
                <summary className="link small">{m.names()}</summary>
                <p className="small" dir="auto">
                  {format.list(people.map(({ name }) => name))}
                </p>
              </details>
            )}
            {twice.map(({ member, policy }) => (
              <p key={member.id} className="small" dir="auto">
                {m.twice({ name: member.name, title: policy.title })}
              </p>
            ))}
          </div>
        )}
      </Asked>
    </section>
  );
}
