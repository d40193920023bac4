import { Link } from "wouter";
import { newId } from "../../../web/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { headingWords } from "../../okrs/web/public.tsx";
import { type Known, lineIn, m, type Objective, ownerWords } from "./asking.ts";
import { type Measured, measureWords } from "./measure.tsx";
import { measuredBy } from "./rewriting.ts";
import { focusLine, useStudio } from "./studio-context.ts";
import { useMade } from "./using-acts.ts";

/** What is known already, and what others do about the same imperative. */
export default function Beside({ objective }: { objective: Objective | undefined }) {
  return (
    <>
      <WhatWeKnow objective={objective} />
      <Others />
    </>
  );
}

/** Measures of the last cycles and of what stands above; each becomes the figures of the line in hand in one step. */
function WhatWeKnow({ objective }: { objective: Objective | undefined }) {
  const { studio } = useStudio();
  if (studio.whatWeKnow.length === 0) return null;
  return (
    <section aria-labelledby="know">
      <h2 id="know">{m.whatWeKnow()}</h2>
      <ul className="know">
        {studio.whatWeKnow.slice(0, 6).map((known) => (
          <Fact key={known.id} known={known} objective={objective} />
        ))}
      </ul>
    </section>
  );
}

function Fact({ known, objective }: { known: Known; objective: Objective | undefined }) {
  const { studio, current, act, attempt, keep } = useStudio();
  const made = useMade();
  const kind = "draft-key-result";
  const format = useFormat();
  const measured = measuredBy(known);
  const line = current === null ? undefined : lineIn(studio, kind, current);
  const lacking = line?.measure.kind === "metric" && line.measure.start === null ? line : undefined;
  const use = async () => {
    if (!measured) return;
    if (lacking) {
      const { id } = lacking;
      const of = ({ measure, unit, decimals }: Measured) => ({ measure, unit, decimals });
      await keep({ kind, id, of, base: () => of(lacking), value: measured, as: (value) => value });
      return focusLine(id);
    }
    const id = newId();
    await act("planning.draftKeyResults.create", {
      id,
      draftObjectiveId: objective?.id ?? "",
      title: known.title,
      ...measured,
    });
    made(kind, id, objective?.id);
    focusLine(id);
  };
  const now =
    measured && measureWords({ ...measured, measure: { kind: "metric", start: known.now, target: null } }, format);
  const figures = measured ? measureWords(measured, format) : "";
  const heading = headingWords({ ...known, forecast: known.heading }, format.locale);
  return (
    <li>
      <span dir="auto">{known.title}</span>:{" "}
      {now ? (
        <>
          <b>{now.split(" → ")[0]}</b> {m.inThe({ cycle: known.cycle.name })}
          {heading && <span className="meta">. {heading}.</span>}
        </>
      ) : (
        m.noValue()
      )}
      {studio.can.draft && measured && objective && (
        <Button
          size="sm"
          onClick={() => void attempt(use)}
          aria-label={
            lacking ? m.fillFor({ figures, title: lacking.title }) : m.addFor({ figures, title: known.title })
          }
        >
          {lacking ? m.fillFigures({ figures }) : m.addFigures({ figures })}
        </Button>
      )}
    </li>
  );
}

function Others() {
  const { studio } = useStudio();
  if (studio.others.length === 0) return null;
  return (
    <section aria-labelledby="others">
      <h2 id="others">{m.others()}</h2>
      <ul className="know">
        {studio.others.map(({ level, team, items }) => (
          <li key={team?.id ?? level} dir="auto">
            {ownerWords({ level, team, owner: null })}:{" "}
            {items.length === 0 && <span className="none">{m.nothingYet()}</span>}
            {items.slice(0, 3).map(({ id, kind, title, planId }, at) => (
              <span key={id}>
                {at > 0 && ", "}
                <Link
                  className="serif"
                  href={kind === "objective" || !planId ? `/objectives/${id}` : `/plan/${planId}`}
                >
                  {title}
                </Link>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
