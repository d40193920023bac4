import { useState } from "react";
import { useAsk } from "../../../../web/ask.ts";
import { Asked } from "../../../../web/asked.tsx";
import { Agreed } from "./agreed.tsx";
import { m, useAgreementWords } from "./agreement-words.ts";

/** Every version with who wrote it and who looked at it since; asked for once it is opened. */
export function AgreementHistory({ teamId }: { teamId: string }) {
  const [opened, open] = useState(false);
  return (
    <details className="agr-h" onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary className="link small">{m.history()}</summary>
      {opened && <Versions teamId={teamId} />}
    </details>
  );
}

function Versions({ teamId }: { teamId: string }) {
  const { format } = useAgreementWords();
  const asked = useAsk("workplace.agreements.history", { id: teamId }, { live: ["team"] });
  return (
    <Asked of={asked} what={m.history()}>
      {({ items }) => (
        <ol>
          {items.map(({ version, agreed, written, reviews }) => (
            <li key={version}>
              <h3>{m.version({ version })}</h3>
              <p className="meta">
                {[
                  m.written({ name: written.member.name, date: format.moment(written.at) }),
                  ...reviews.map(({ member, at }) => m.reviewedOn({ name: member.name, date: format.moment(at) })),
                ].join(" · ")}
              </p>
              {agreed ? <Agreed agreed={agreed} /> : <p className="small">{m.givenUp()}</p>}
            </li>
          ))}
        </ol>
      )}
    </Asked>
  );
}
