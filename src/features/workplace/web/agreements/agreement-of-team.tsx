import { Suspense, useState } from "react";
import { Link } from "wouter";
import { useAsk, useTell } from "../../../../web/ask.ts";
import { Asked } from "../../../../web/asked.tsx";
import { FormProblem } from "../../../../web/form-problem.tsx";
import { later } from "../../../../web/later.tsx";
import { Button } from "../../../../web/ui/button.tsx";
import { Empty } from "../../../../web/ui/empty.tsx";
import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { say } from "../../../../web/ui/status-line.tsx";
import { Agreed } from "./agreed.tsx";
import { AgreementHistory } from "./agreement-history.tsx";
import { type Agreement, m, useAgreementWords } from "./agreement-words.ts";

const AgreementForm = later(() => import("./agreement-form.tsx"));

/** How a team agreed to work: read by members, written and reviewed by whoever leads it or a team above. */
export default function AgreementOfTeam({ teamId }: { teamId: string }) {
  const asked = useAsk("workplace.agreements.get", { id: teamId }, { live: ["team", "cycle"] });
  const [writing, write] = useState(false);
  return (
    <section aria-labelledby="agreement" id="how-we-work">
      <SectionHead id="agreement" title={m.howWeWork()} aside={asked.data && <Looked agreement={asked.data} />} />
      <Asked of={asked} what={m.howWeWork()}>
        {(agreement) =>
          writing ? (
            <Suspense>
              <AgreementForm agreement={agreement} onClose={() => write(false)} />
            </Suspense>
          ) : (
            <Reading agreement={agreement} onWrite={() => write(true)} />
          )
        }
      </Asked>
      <p className="agr-a">
        <Link className="link small" href={`/teams/${teamId}/readiness`}>
          {m.readiness()}
        </Link>
      </p>
    </section>
  );
}

/** When it was looked at last, by whom. */
function Looked({ agreement: { reviewed, written } }: { agreement: Agreement }) {
  const { format } = useAgreementWords();
  const last = reviewed && written && Date.parse(reviewed.at) >= Date.parse(written.at) ? reviewed : null;
  if (last) {
    const [name, date] = [last.member.name, format.day(last.at)];
    return last.cycle ? m.reviewed({ name, date, cycle: last.cycle.name }) : m.reviewedNoCycle({ name, date });
  }
  return written && m.written({ name: written.member.name, date: format.day(written.at) });
}

function Reading({ agreement, onWrite }: { agreement: Agreement; onWrite: () => void }) {
  const { agreed, from, can, reviewDueIn, version } = agreement;
  if (!agreed)
    return (
      <Empty title={m.none()} acts={can.edit && <Button onClick={onWrite}>{m.write()}</Button>}>
        {can.edit ? m.noneMay() : m.noneMember()}
      </Empty>
    );
  return (
    <>
      {from && (
        <p className="small" dir="auto">
          {m.fromAbove({ team: from.name })}
        </p>
      )}
      <Agreed agreed={agreed} />
      {can.edit && (
        <div className="row agr-a">
          {!from && reviewDueIn && <Review agreement={agreement} />}
          <Button size="sm" onClick={onWrite}>
            {from ? m.ownInstead() : m.change()}
          </Button>
        </div>
      )}
      {version > 0 && <AgreementHistory teamId={agreement.team.id} />}
    </>
  );
}

function Review({ agreement: { team, version, reviewDueIn } }: { agreement: Agreement }) {
  const review = useTell("workplace.agreements.review", {
    invalidates: ["workplace.agreements", "activity.history"],
    onDone: () => say(m.reviewDone()),
  });
  return (
    <>
      <span className="small">{m.reviewDue({ cycle: reviewDueIn?.name ?? "" })}</span>
      <Button size="sm" busy={review.isPending} onClick={() => review.mutate({ id: team.id, version })}>
        {m.review()}
      </Button>
      <FormProblem of={review.error} fields={[]} />
    </>
  );
}
