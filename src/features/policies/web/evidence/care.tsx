import { type ReactNode, Suspense, useState } from "react";
import { useTell } from "../../../../web/ask.ts";
import { later } from "../../../../web/later.tsx";
import { Banner } from "../../../../web/ui/banner.tsx";
import { Button } from "../../../../web/ui/button.tsx";
import { useFocusBack } from "../../../../web/ui/focus-back.ts";
import { useFormat } from "../../../../web/ui/format.ts";
import { check, minus } from "../../../../web/ui/further-icons.ts";
import { Icon } from "../../../../web/ui/icon.tsx";
import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { say } from "../../../../web/ui/status-line.tsx";
import { amountWords, choice, type Evidence, e, type Happening, settlingWords } from "./evidence-words.ts";
import { Guardrails } from "./guardrails.tsx";
import { useEvidence } from "./use-evidence.ts";
import "./evidence.css";

const MarkForm = later(() => import("./mark-form.tsx"));

/** What stands beside the figures: guardrails, what would settle it, what makes them doubtful, and what else happened. */
export default function EvidenceCare({ id }: { id: string }) {
  const { data: evidence } = useEvidence(id);
  if (!evidence || evidence.state === "draft") return null;
  return (
    <>
      {evidence.state === "assessed" && (
        <>
          <Guardrails evidence={evidence} />
          <Settle evidence={evidence} />
          <Doubts evidence={evidence} />
        </>
      )}
      <Happened id={id} evidence={evidence} />
    </>
  );
}

function Settle({ evidence }: { evidence: Evidence }) {
  const format = useFormat();
  const { settledBy, outcomes, verdict } = evidence;
  const told =
    verdict === "too-early"
      ? outcomes.flatMap((outcome) => {
          const { name, detectable, sizeThatMatters: size } = outcome;
          if (detectable.atDecision === null) return [];
          return [
            {
              id: outcome.id,
              words: e.detectable({ name, smallest: amountWords(detectable.atDecision, outcome, size, format) }),
            },
          ];
        })
      : [];
  return (
    <section aria-labelledby="settle">
      <SectionHead id="settle" title={e.settle()} />
      <ul className="ev-care">
        {settledBy.map((one) => (
          <Line key={`${one.key} ${one.of}`}>{settlingWords(one, evidence, format)}</Line>
        ))}
        {told.map(({ id, words }) => (
          <Line key={id}>{words}</Line>
        ))}
        {settledBy.length + told.length === 0 && <Line fine>{e.settled()}</Line>}
      </ul>
    </section>
  );
}

function Doubts({ evidence: { outcomes, guardrails, design } }: { evidence: Evidence }) {
  const format = useFormat();
  const isDrawn = design === "randomised-by-team" || design === "randomised-on-and-off";
  return (
    <section aria-labelledby="care">
      <SectionHead id="care" title={e.care()} />
      <ul className="ev-care">
        <Line fine={isDrawn}>{isDrawn ? e.drawn() : e.notDrawn()}</Line>
        {outcomes.flatMap(({ id, name, trends }) =>
          trends
            ? [
                <Line key={`${id} trends`} fine={trends.word === "alike"}>
                  {e[`trends-${trends.word}`]({ name })}
                </Line>,
              ]
            : [],
        )}
        {outcomes.flatMap(({ id, name, leftOut }) =>
          [...Map.groupBy(leftOut, ({ why }) => why)].map(([why, teams]) => (
            <Line key={`${id} ${why}`}>
              {e.leftOut({ name, why: choice(why), teams: format.list(teams.map((team) => team.name)) })}
            </Line>
          )),
        )}
        {[...outcomes, ...guardrails].flatMap(({ id, name, kind, pulses }) => {
          if (kind !== "pulse-question") return [];
          if (pulses.length === 0) return [<Line key={`${id} none`}>{e.noPulse({ name })}</Line>];
          const isWithheld = pulses.some(({ reads }) => reads === "withheld");
          return isWithheld ? [<Line key={`${id} withheld`}>{e.withheld({ name })}</Line>] : [];
        })}
      </ul>
    </section>
  );
}

/** A tick where it speaks for the figures, a dash where it speaks against them. */
function Line({ fine = false, children }: { fine?: boolean; children: ReactNode }) {
  return (
    <li>
      <Icon of={fine ? check : minus} size={14} />
      <span dir="auto">{children}</span>
    </li>
  );
}

function Happened({ id, evidence: { happenings, can } }: { id: string; evidence: Evidence }) {
  const [marking, mark] = useState(false);
  const opener = useFocusBack(marking);
  return (
    <section aria-labelledby="happened">
      <SectionHead id="happened" title={e.happened()} />
      {happenings.length === 0 && <p className="small">{e.noHappenings()}</p>}
      <ol className="ev-h">
        {happenings.map((happening, at) => (
          <HappeningLine key={happening.id ?? `${happening.kind} ${happening.at} ${at}`} policyId={id} of={happening} />
        ))}
      </ol>
      {can.mark && (
        <Button ref={opener} onClick={() => mark(true)}>
          {e.mark()}
        </Button>
      )}
      {marking && (
        <Suspense>
          <MarkForm policyId={id} onClose={() => mark(false)} />
        </Suspense>
      )}
    </section>
  );
}

function HappeningLine({ policyId, of: happening }: { policyId: string; of: Happening }) {
  const format = useFormat();
  const unmark = useTell("policies.policyEvidence.unmark", {
    invalidates: ["policies.policyEvidence"],
    onDone: () => say(e.unmarked()),
  });
  const { id, on, by, kind, can } = happening;
  const words = happeningWords(happening);
  return (
    <li>
      <span dir="auto">{words}</span>
      <small>
        {format.date(on)}
        {kind === "marked" && by && ` · ${e.byWhom({ name: by.name })}`}
      </small>
      {can.remove && id && (
        <Button
          kind="quiet"
          busy={unmark.isPending}
          aria-label={e.unmarkOf({ text: words })}
          onClick={() => unmark.mutate({ id, policyId })}
        >
          {e.unmark()}
        </Button>
      )}
      {unmark.error && <Banner kind="error" fact={unmark.error.title} />}
    </li>
  );
}

function happeningWords({ kind, text, team, keyResult, count }: Happening): string {
  if (kind === "marked") return team ? e.markedIn({ text, team: team.name }) : text;
  return e[kind]({ text, team: team?.name ?? "", keyResult: keyResult?.title ?? "", count: count ?? 0 });
}
