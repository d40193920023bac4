import { useAsk } from "../../../../web/ask.ts";
import { Asked } from "../../../../web/asked.tsx";
import { useFormat } from "../../../../web/ui/format.ts";
import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { StatusGlyph } from "../../../../web/ui/status.tsx";
import { Curve } from "./curve.tsx";
import { amountWords, e, sizeWords, type CouldTell as Told } from "./evidence-words.ts";
import "./evidence.css";

/** While a policy is written: the smallest difference it could tell, from what its own teams' weeks did, and what would help. */
export default function CouldTell({ id }: { id: string }) {
  const asked = useAsk("policies.policyEvidence.couldTell", { id }, { live: ["policy"], keepPrevious: true });
  return (
    <section aria-labelledby="could-tell" className="ev-could">
      <SectionHead id="could-tell" title={e.couldTell()} aside={e.whileWriting()} />
      <Asked of={asked} what={e.couldTell()} rows={3}>
        {(told) => <Answer told={told} />}
      </Asked>
    </section>
  );
}

function Answer({ told }: { told: Told }) {
  const first = told.outcomes.find(({ byTeams }) => byTeams.length > 0);
  return (
    <>
      <p className="ev-says">{inWords(told)}</p>
      {first && <Curve outcome={first} told={told} />}
      {told.outcomes.length > 0 && <Smallest told={told} />}
      <WouldHelp told={told} />
    </>
  );
}

function inWords({ design, canTell, outcomes }: Told): string {
  if (design === null || outcomes.length === 0) return e.couldNone();
  if (design === "before-after" || design === "comparison" || design === "survey") return e.couldDescribes();
  if (canTell === false) return e.couldTooFew();
  const known = outcomes.filter(({ smallest }) => smallest !== null);
  if (known.length === 0) return e.couldUnknown();
  const isEnough = known.every(({ smallest, sizeThatMatters }) => (smallest ?? 0) <= sizeThatMatters);
  if (!isEnough) return e.couldSome();
  return known.length < outcomes.length ? e.couldPart() : e.couldAll({ count: known.length });
}

function Smallest({ told: { outcomes } }: { told: Told }) {
  const format = useFormat();
  return (
    <dl className="ev-small num">
      {outcomes.map((outcome) => {
        const { id, name, smallest, sizeThatMatters: size } = outcome;
        const isEnough = smallest !== null && smallest <= size;
        return (
          <div key={id}>
            <dt dir="auto">{name}</dt>
            <dd>
              {smallest === null ? (
                e.notKnown()
              ) : (
                <span className={`status st-${isEnough ? "on-track" : "at-risk"}`}>
                  <StatusGlyph status={isEnough ? "on-track" : "at-risk"} />
                  {amountWords(smallest, outcome, size / 10, format)}
                  <span className="sr">{isEnough ? e.isEnough() : e.isTooLarge()}</span>
                </span>
              )}
              <small>
                {e.wouldMatter()} {sizeWords(size, outcome, format)}
              </small>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function WouldHelp({ told: { outcomes } }: { told: Told }) {
  const format = useFormat();
  const helps = outcomes.flatMap((outcome) => {
    const { id, name, smallest, alone, twiceTheWeeks, sizeThatMatters: size } = outcome;
    if (smallest === null || smallest <= size) return [];
    const say = (value: number) => amountWords(value, outcome, size / 10, format);
    const change = (to: number) => e.change({ from: say(smallest), to: say(to) });
    return [
      ...(alone !== null && say(alone) !== say(smallest)
        ? [{ key: `${id} alone`, what: e.alone({ name }), change: change(alone) }]
        : []),
      ...(twiceTheWeeks !== null && say(twiceTheWeeks) !== say(smallest)
        ? [{ key: `${id} twice`, what: e.twice({ name }), change: change(twiceTheWeeks) }]
        : []),
    ];
  });
  if (helps.length === 0) return null;
  return (
    <>
      <h3 className="label">{e.wouldHelp()}</h3>
      <dl className="ev-small num">
        {helps.map(({ key, what, change }) => (
          <div key={key}>
            <dt dir="auto">{what}</dt>
            <dd>{change}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
