import { Suspense, useState } from "react";
import { useLocation } from "wouter";
import { useTell } from "../../../../web/ask.ts";
import { FormProblem } from "../../../../web/form-problem.tsx";
import { newId } from "../../../../web/id.ts";
import { Button, ButtonLink } from "../../../../web/ui/button.tsx";
import { useFormat } from "../../../../web/ui/format.ts";
import { messages } from "../../../../web/ui/messages.ts";
import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { say } from "../../../../web/ui/status-line.tsx";
import { AgreedWords } from "../../../workplace/web/public.tsx";
import { invalidates, w } from "../words.ts";
import catalogue from "./readiness.messages.json";
import type { Readiness } from "./readiness-page.tsx";

const m = messages(catalogue);

type Proposal = Readiness["proposals"][number];
type Kinds = { [Kind in Proposal["kind"]]: Extract<Proposal, { kind: Kind }> };

/** What would help, each with the source of the rule behind it, and taken over in one step by whoever may. */
export function Proposals({ readiness }: { readiness: Readiness }) {
  const format = useFormat();
  return (
    <section aria-labelledby="proposals">
      <SectionHead id="proposals" title={m.proposals()} />
      {readiness.proposals.length === 0 && <p className="small">{m.noProposals()}</p>}
      <ul className="rdy-p">
        {readiness.proposals.map((proposal) => (
          <li key={proposal.key}>
            <h3>{proposal.title}</h3>
            <p className="serif">{wordsOf(proposal)}</p>
            <p className="small">{proposal.why}</p>
            <p className="meta">
              {m.for({ areas: format.list(proposal.areas.map((area) => m[`area-${area}`]())) })}. {proposal.source}
            </p>
            {proposal.kind === "agreement" && (
              <details>
                <summary className="link small">{m.whatItSays()}</summary>
                <Suspense>
                  <AgreedWords agreed={proposal.agreed} />
                </Suspense>
              </details>
            )}
            <Take proposal={proposal} readiness={readiness} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function wordsOf(proposal: Proposal): string {
  if (proposal.kind === "policy") return `“${proposal.policy.rule}.”`;
  return proposal.kind === "pulse" ? `“${w[proposal.question]()}”` : "";
}

function Take({ proposal, readiness }: { proposal: Proposal; readiness: Readiness }) {
  const { can } = readiness;
  if (proposal.kind === "agreement")
    return can.agree ? <TakeAgreement {...{ proposal, readiness }} /> : <p className="small">{m.askLead()}</p>;
  if (proposal.kind === "policy")
    return can.writePolicies ? <TakePolicy {...{ proposal, readiness }} /> : <p className="small">{m.askOwner()}</p>;
  if (!can.launchPulse) return <p className="small">{m.askChampion()}</p>;
  return (
    <ButtonLink size="sm" href={`/engagement?ask=${proposal.question}`}>
      {m.takePulse()}
    </ButtonLink>
  );
}

function TakeAgreement({ proposal, readiness }: { proposal: Kinds["agreement"]; readiness: Readiness }) {
  const { team, agreementVersion } = readiness;
  const [, go] = useLocation();
  const write = useTell("workplace.agreements.write", {
    invalidates: ["workplace.agreements", "policies.teamReadiness", "activity.history"],
    onDone: () => {
      say(m.tookAgreement());
      go(`/teams/${team.id}#how-we-work`);
    },
  });
  return (
    <>
      <Button
        size="sm"
        busy={write.isPending}
        onClick={() => write.mutate({ id: team.id, version: agreementVersion, ...proposal.agreed })}
      >
        {m.takeAgreement()}
      </Button>
      <FormProblem of={write.error} fields={[]} />
    </>
  );
}

/** Begins a draft for this team and leads to where it is written on. */
function TakePolicy({ proposal, readiness: { team } }: { proposal: Kinds["policy"]; readiness: Readiness }) {
  const [, go] = useLocation();
  const [id] = useState(newId);
  const begin = useTell("policies.policies.create", { invalidates, onDone: () => go(`/policies/${id}/edit`) });
  const { policy, why } = proposal;
  return (
    <>
      <Button
        size="sm"
        busy={begin.isPending}
        onClick={() => begin.mutate({ id, ...policy, why, scope: { teamIds: [team.id] } })}
      >
        {m.takePolicy()}
      </Button>
      <FormProblem of={begin.error} fields={[]} />
    </>
  );
}
