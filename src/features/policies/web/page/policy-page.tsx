import { type ReactNode, Suspense, useState } from "react";
import { Link } from "wouter";
import { useAsk } from "../../../../web/ask.ts";
import { Asked } from "../../../../web/asked.tsx";
import { later } from "../../../../web/later.tsx";
import { Button, ButtonLink } from "../../../../web/ui/button.tsx";
import { Loading } from "../../../../web/ui/loading.tsx";
import { PageHead } from "../../../../web/ui/page-head.tsx";
import { scopeWords } from "../hypothesis-sentence.ts";
import { type Policy, useSentenceWords, w } from "../words.ts";
import { Believed } from "./believed.tsx";
import { Covered } from "./covered.tsx";
import { Exceptions } from "./exceptions.tsx";
import { m } from "./page-words.ts";
import { Amendments, Decisions } from "./past.tsx";
import "./page.css";

const EvidenceVerdict = later(() => import("../evidence/verdict.tsx"));
const EvidenceFigures = later(() => import("../evidence/figures.tsx"));
const EvidenceCare = later(() => import("../evidence/care.tsx"));
const AmendForm = later(() => import("./amend-form.tsx"));
const PolicyComments = later(() => import("./policy-comments.tsx"));
const DecideForm = later(() => import("./decide-form.tsx"));

type Doing = "amend" | "decide" | null;

/** One policy: where it stands, what we believe, whom it covers, what was amended and decided. */
export function PolicyPage({ id, missing }: { id: string; missing: ReactNode }) {
  const asked = useAsk("policies.policies.get", { id }, { live: ["policy"] });
  if (asked.error?.leadsNowhere) return missing;
  return (
    <Asked of={asked} what={m.policy()} head={<PageHead title={m.policy()} />} rows={6}>
      {(policy) => <Whole policy={policy} />}
    </Asked>
  );
}

function Whole({ policy }: { policy: Policy }) {
  const { format } = useSentenceWords();
  const [doing, act] = useState<Doing>(null);
  const close = () => act(null);
  const hasBegun = policy.state !== "draft" && policy.state !== "sealed";
  return (
    <>
      <PageHead
        title={policy.title}
        sub={m.sub({ kind: w[policy.kind](), scope: capital(scopeWords(policy, format)) })}
        acts={<Acts policy={policy} act={act} />}
      />
      {hasBegun && (
        <Suspense fallback={<Loading label={m.policy()} rows={3} />}>
          <EvidenceVerdict id={policy.id} />
        </Suspense>
      )}
      <Standing policy={policy} isLine={hasBegun} />
      {policy.state === "sealed" && (
        <Suspense>
          <EvidenceVerdict id={policy.id} />
        </Suspense>
      )}
      <div className="split pol-p">
        <div className="stack">
          <Believed policy={policy} />
          {policy.sealed && (
            <Suspense>
              <EvidenceFigures id={policy.id} />
            </Suspense>
          )}
          <Decisions policy={policy} />
          <Amendments policy={policy} />
          <Suspense>
            <PolicyComments id={policy.id} />
          </Suspense>
        </div>
        <div className="stack">
          {policy.sealed && (
            <Suspense>
              <EvidenceCare id={policy.id} />
            </Suspense>
          )}
          <Covered policy={policy} />
          {policy.sealed && <Exceptions policy={policy} />}
        </div>
      </div>
      {doing && (
        <Suspense>
          {doing === "amend" ? (
            <AmendForm {...{ policy }} onClose={close} />
          ) : (
            <DecideForm {...{ policy }} onClose={close} />
          )}
        </Suspense>
      )}
    </>
  );
}

function Acts({ policy: { id, can, state }, act }: { policy: Policy; act: (doing: Doing) => void }) {
  return (
    <>
      {can.edit && (
        <ButtonLink kind="primary" href={`/policies/${id}/edit`}>
          {m.goOn()}
        </ButtonLink>
      )}
      {can.amend && <Button onClick={() => act("amend")}>{m.amend()}</Button>}
      {can.decide && (
        <Button kind={state === "due" ? "primary" : "plain"} onClick={() => act("decide")}>
          {m.decide()}
        </Button>
      )}
    </>
  );
}

/** Where it stands, in a sentence, with what it comes from and goes on as; a smaller line where a verdict leads. */
function Standing({ policy, isLine }: { policy: Policy; isLine: boolean }) {
  const { previous, next, decisions, decidesOn, owner } = policy;
  const { day } = useSentenceWords();
  const last = decisions.at(-1);
  return (
    <section className={isLine ? "pol-v is-line" : "pol-v"} aria-labelledby="standing">
      <div>
        <h2 id="standing">{useStanding(policy)}</h2>
        {last && (
          <p className="pol-because" dir="auto">
            {last.reason}
          </p>
        )}
        {previous && (
          <p className="small">
            {m.previousWas()}{" "}
            <Link className="link" href={`/policies/${previous.id}`} dir="auto">
              {previous.title}
            </Link>
          </p>
        )}
        {next && (
          <p className="small">
            {m.nextIs()}{" "}
            <Link className="link" href={`/policies/${next.id}`} dir="auto">
              {next.title}
            </Link>{" "}
            ({w[next.state]()})
          </p>
        )}
      </div>
      {decidesOn && !last && (
        <dl className="num">
          <div>
            <dt>{m.decided()}</dt>
            <dd>
              {day(decidesOn)} <small>{m.byWhom({ name: owner.name })}</small>
            </dd>
          </div>
        </dl>
      )}
    </section>
  );
}

function useStanding({ state, startsOn, decidesOn, lastDay }: Policy): string {
  const { day } = useSentenceWords();
  const on = (which: string | null) => ({ day: which ? day(which) : "" });
  switch (state) {
    case "draft":
      return m.isDraft();
    case "sealed":
      return m.isSealed(on(startsOn));
    case "running":
      return m.isRunning(on(startsOn));
    case "due":
      return m.isDue(on(decidesOn));
    case "kept":
      return m.isKept();
    case "changed":
      return m.isChanged();
    case "stopped":
      return m.isStopped(on(lastDay));
  }
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
