/** Where a person, the rule and the data do not say the same: said in a sentence, then side by side. */
import { type Format, useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { StatusMark, statusWord } from "../../../web/ui/status.tsx";
import catalogue from "./forecast.messages.json";
import { likeliness } from "./forecast-words.ts";
import { goalWords, type KeyResult } from "./key-result-words.ts";
import "./three-facts.css";

const m = messages(catalogue);

interface Props {
  of: KeyResult;
  /** Its goal is 70% of the way. */
  aspirational: boolean;
}

/** Nothing where all say the same. */
export function ThreeFacts({ of: keyResult, aspirational }: Props) {
  const format = useFormat();
  const { disagreements, status, lastConfidence, forecast } = keyResult;
  const chance = forecast?.chance ?? null;
  const [first] = disagreements;
  if (!first) return null;
  const isAboutPace = disagreements.every(({ key }) => key === "on-track-behind-pace");
  return (
    <div className="facts-3">
      {disagreements.map((each) => (
        <p key={each.key}>{sentenceOf(each, status.status)}</p>
      ))}
      {!isAboutPace && (
        <dl aria-label={m.threeFacts()}>
          <div>
            <dt>{m.person()}</dt>
            <dd>{lastConfidence === null ? m.noConfidence() : m.confidence({ confidence: lastConfidence })}</dd>
          </div>
          <div>
            <dt>{m.rule()}</dt>
            <dd>
              <StatusMark status={status.status} />
            </dd>
          </div>
          <div>
            <dt>{m.data()}</dt>
            <dd>
              {chance === null
                ? m.noForecast()
                : m.chanceOf({ chance: format.percent(Number(chance)), what: aimOf(keyResult, aspirational, format) })}
            </dd>
          </div>
        </dl>
      )}
    </div>
  );
}

function sentenceOf(each: KeyResult["disagreements"][number], status: KeyResult["status"]["status"]): string {
  const word = { status: statusWord(status) };
  if (each.key !== "on-track-behind-pace") return m[each.key](word);
  return m[each.key]({ ...word, points: Math.max(1, Math.round(Number(each.behind) * 100)) });
}

/** "It is unlikely to reach 55%: a chance of 20%."; null without a forecast or a goal. */
export function chanceWords(keyResult: KeyResult, aspirational: boolean, format: Format): string | null {
  const chance = keyResult.forecast?.chance ?? null;
  if (chance === null) return null;
  const what = aimOf(keyResult, aspirational, format);
  return m[`chance-${likeliness(chance)}`]({ what, chance: format.percent(Number(chance)) });
}

/** What there is a chance of. */
function aimOf(keyResult: KeyResult, aspirational: boolean, format: Format): string {
  if (keyResult.measure.kind !== "metric") return m.hold();
  return aspirational ? m.reachGoal() : m.reach({ goal: goalWords(keyResult, format) });
}
