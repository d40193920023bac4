import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { type Policy, useSentenceWords, w } from "../words.ts";
import { m } from "./page-words.ts";

/** What was changed since the seal: dated, beside it, never over it. */
export function Amendments({ policy: { amendments } }: { policy: Policy }) {
  const { format } = useSentenceWords();
  if (amendments.length === 0) return null;
  return (
    <section aria-labelledby="amendments">
      <SectionHead id="amendments" title={m.amendments()} />
      <ul className="pol-past">
        {amendments.map(({ id, at, by, reason, changes }) => (
          <li key={id}>
            <p dir="auto">{reason}</p>
            <p className="small" dir="auto">
              {Object.entries(changes).map(([field, [was, is]]) => (
                <Change key={field} {...{ field, was, is }} />
              ))}
            </p>
            <p className="meta" dir="auto">
              {m.amendedBy({ name: by.name, day: format.moment(at) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Change({ field, was, is }: { field: string; was: unknown; is: unknown }) {
  const { day } = useSentenceWords();
  const label = labels[field]?.() ?? field;
  if (typeof was !== "string" || typeof is !== "string" || field === "ownerId") return <span>{label}. </span>;
  const said = (value: string) => (/^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : `“${value}”`);
  return <span>{m.fromTo({ field: label, was: said(was), is: said(is) })}. </span>;
}

const labels: Readonly<Record<string, () => string>> = {
  title: m["field-title"],
  rule: m["field-rule"],
  why: m["field-why"],
  decidesOn: m["field-decidesOn"],
  ownerId: m["field-ownerId"],
  scope: m["field-scope"],
  guardrails: m["field-guardrails"],
  office: m["field-office"],
  imperativeIds: m["field-imperativeIds"],
};

export function Decisions({ policy: { decisions } }: { policy: Policy }) {
  const { format } = useSentenceWords();
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="decisions">
      <SectionHead id="decisions" title={m.decisions()} />
      <ul className="pol-past">
        {decisions.map(({ id, decision, reason, earlyReason, by, at }) => (
          <li key={id}>
            <p dir="auto">
              <b>{w[decision]()}.</b> {reason}
            </p>
            {earlyReason && (
              <p className="small" dir="auto">
                {m.early({ reason: earlyReason })}
              </p>
            )}
            <p className="meta" dir="auto">
              {m.amendedBy({ name: by.name, day: format.moment(at) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
