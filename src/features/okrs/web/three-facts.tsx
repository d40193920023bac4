/** What the data say of a key result, and where a person and the rule do not say the same: arrives after the line stands. */
import { type Format, useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { StatusMark, statusWord } from "../../../web/ui/status.tsx";
import { formatRange } from "../figure-format.ts";
import { headingWords } from "./forecast-words.ts";
import { goalWords, type KeyResult } from "./key-result-words.ts";
import catalogue from "./three-facts.messages.json";
import "./three-facts.css";

const m = messages(catalogue);

interface Props {
  of: KeyResult;
  /** Its goal is 70% of the way. */
  aspirational: boolean;
}

/** With `whereTo` the forecast in sentences comes first; the three facts where they differ. */
export default function ThreeFacts({ whereTo = false, ...props }: Props & { whereTo?: boolean }) {
  return (
    <>
      {whereTo && <WhereTo {...props} />}
      <Differing {...props} />
    </>
  );
}

/** How likely it is to get there, and what the forecast is made of. */
function WhereTo({ of: keyResult, aspirational }: Props) {
  const format = useFormat();
  const { forecast, unit, decimals, status } = keyResult;
  if (!forecast) return null;
  const { range50, checkIns } = forecast;
  const half = formatRange(range50.low, range50.high, { unit: unit || null, decimals, locale: format.locale });
  const isSaid = status.proposed.because.rule === "forecast";
  const sentences = [
    !isSaid && `${headingWords(keyResult, format.locale)}.`,
    chanceWords(keyResult, aspirational, format),
    m.made({ count: checkIns, range: half }),
  ];
  return <p className="meta">{sentences.filter(Boolean).join(" ")}</p>;
}

/** Nothing where all say the same. */
function Differing({ of: keyResult, aspirational }: Props) {
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
function chanceWords(keyResult: KeyResult, aspirational: boolean, format: Format): string | null {
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

type Likeliness = "veryLikely" | "likely" | "open" | "unlikely" | "veryUnlikely";

/** How likely a chance is in a word: as where confidence, status and forecast are held against each other. */
function likeliness(chance: string): Likeliness {
  const share = Number(chance);
  if (share >= 0.7) return share >= 0.95 ? "veryLikely" : "likely";
  if (share > 0.3) return "open";
  return share > 0.05 ? "unlikely" : "veryUnlikely";
}
