import { Link } from "wouter";
import { useAsk } from "../../../../web/ask.ts";
import { type Agreement, answerInWords, m, useAgreementWords } from "./agreement-words.ts";
import "./agreements.css";

/**
 * What teams agreed, in a line each, where a day or a meeting is planned: one team's, or those of the reader's own teams.
 * Nothing where nothing is agreed, or it cannot be asked for.
 */
export default function AgreementsHere({ teamId }: { teamId?: string | undefined }) {
  const asked = useAsk("workplace.agreements.list", teamId ? { teamId } : {}, { live: ["team"] });
  const agreed = (asked.data?.items ?? []).filter((each) => each.agreed);
  if (agreed.length === 0) return null;
  return (
    <ul className="agr-l">
      {agreed.map((each) => (
        <Line key={each.team.id} agreement={each} />
      ))}
    </ul>
  );
}

function Line({ agreement: { team, agreed } }: { agreement: Agreement }) {
  const words = useAgreementWords();
  if (!agreed) return null;
  const { coreHours, meetingFree, asyncByDefault, channels } = agreed;
  const parts = [
    ...(coreHours ? [`${m.coreHours()} ${words.coreHours(coreHours)}`] : []),
    ...(meetingFree.length > 0 ? [`${m.meetingFree()} ${meetingFree.map(words.hours).join(", ")}`] : []),
    ...(asyncByDefault ? [m.async()] : []),
    ...channels.flatMap(({ name, answerWithin }) =>
      answerWithin ? [m.withinWords({ name, time: answerInWords(answerWithin) })] : [],
    ),
  ];
  return (
    <li>
      <Link className="link" href={`/teams/${team.id}#how-we-work`} dir="auto">
        {m.howTeamWorks({ team: team.name })}
      </Link>{" "}
      <span dir="auto">{parts.map((part) => `${part}.`).join(" ")}</span>
    </li>
  );
}
