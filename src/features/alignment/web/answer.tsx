import { type ReactNode, useId, useState } from "react";
import { Link } from "wouter";
import { type Format, useFormat } from "../../../web/ui/format.ts";
import { Tip } from "../../../web/ui/tip.tsx";
import { FigureButton, Meter, Sentence } from "./figure-button.tsx";
import { MadeOf } from "./made-of.tsx";
import { addUp, m, type Part, type Standing, whole } from "./standing.ts";

type Opened = "linked" | "measurable" | "resourced";

/** The index in a sentence, then its parts; every figure opens to what it is made of. */
export function Answer({ standing }: { standing: Standing }) {
  const id = useId();
  const [parts, showParts] = useState(true);
  const [opened, open] = useState<Opened | null>(null);
  const toggle = (part: Opened) => open((now) => (now === part ? null : part));
  const weakest = weakestOf(standing.parts);
  return (
    <section className="al-answer" aria-labelledby={`${id}-q`}>
      <h2 id={`${id}-q`}>{m.question()}</h2>
      <p className="al-ans">
        <Sentence of={(figure) => m.answer({ figure })}>
          <FigureButton open={parts} onToggle={() => showParts(!parts)} opens={`${id}-parts`}>
            {whole(standing.index ?? 0)}
          </FigureButton>
        </Sentence>
        <Moved standing={standing} /> {weakest && <Weakest standing={standing} part={weakest} />}
      </p>
      <div className="al-parts" id={`${id}-parts`} hidden={!parts}>
        <Parts standing={standing} opened={opened} onToggle={toggle} opens={`${id}-of`} />
        {opened && (
          <div className="al-of" id={`${id}-of`}>
            <MadeOf part={opened} cycleId={standing.cycle?.id} />
          </div>
        )}
      </div>
    </section>
  );
}

/** ", up 6 since 4 January.": from the first day of the history. */
function Moved({ standing: { history, index } }: { standing: Standing }) {
  const format = useFormat();
  const first = history.find((day) => day.index !== null);
  if (!first || history.length < 2) return ".";
  const points = whole(index ?? 0) - whole(first.index ?? 0);
  const since = format.date(first.day);
  if (points === 0) return m.unmoved({ since });
  return points > 0 ? m.up({ points, since }) : m.down({ points: -points, since });
}

/** The part that costs the most points, where any is lost. */
function weakestOf(parts: readonly Part[]): Part | null {
  const lost = ({ value, counts }: Part) => (value === null ? 0 : Number(counts) * (100 - Number(value)));
  const [worst] = parts.toSorted((one, other) => lost(other) - lost(one));
  return worst && lost(worst) >= 0.5 ? worst : null;
}

/** Where a pulse publishes a bound, the rest is bounded from the other side. */
const boundOfRest = { exactly: "none", about: "none", "or-more": "most", "or-less": "least" } as const;

function Weakest({
  standing,
  part: { part, numerator, denominator, value, reads },
}: {
  standing: Standing;
  part: Part;
}) {
  const format = useFormat();
  const missing = Number(denominator) - Number(numerator);
  if (part === "linked") return m.weakLinked({ share: format.percent(missing / Number(denominator)) });
  if (part === "measurable") return m.weakMeasurable({ count: missing, all: Number(denominator) });
  if (part === "understood")
    return m.weakUnderstood({ share: format.percent(1 - Number(value) / 100), bound: boundOfRest[reads ?? "exactly"] });
  const [short] = standing.placed
    .filter(({ title }) => title !== "")
    .toSorted(
      (one, other) => Number(other.priority) - Number(other.placed) - (Number(one.priority) - Number(one.placed)),
    );
  if (!short) return null;
  return (
    <Sentence
      of={(title) =>
        m.weakResourced({
          title,
          priority: format.percent(Number(short.priority)),
          placed: format.percent(Number(short.placed)),
        })
      }
    >
      <em dir="auto">{short.title}</em>
    </Sentence>
  );
}

interface PartsProps {
  standing: Standing;
  opened: Opened | null;
  onToggle: (part: Opened) => void;
  opens: string;
}

function Parts({ standing: { parts, index, leaves, placed }, opened, onToggle, opens }: PartsProps) {
  const format = useFormat();
  const points = (value: number) => format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const sums = addUp(parts.map(addedBy), Number(index));
  const leftOut = parts.filter(({ leftOut }) => leftOut !== null);
  const imperatives = placed.filter(({ title }) => title !== "").length;
  return (
    <div className="tbl-scroll">
      <table className="al-mk num">
        <thead>
          <tr>
            <th scope="col">{m.part()}</th>
            <th scope="col">{m.score()}</th>
            <th scope="col" className="al-bar">
              <span className="sr">{m.bar()}</span>
            </th>
            <th scope="col">{m.weight()}</th>
            <th scope="col">{m.adds()}</th>
            <th scope="col">{m.madeOf()}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.part} className={part.leftOut ? "is-out" : undefined}>
              <th scope="row">
                <Tip says={<Rule part={part} format={format} />}>{m[part.part]()}</Tip>
              </th>
              <td>{part.value === null ? "–" : scoreOf(part)}</td>
              <td className="al-bar">{part.value !== null && <Meter share={Number(part.value) / 100} />}</td>
              <td>{part.leftOut ? m.leftOut() : format.percent(Number(part.counts))}</td>
              <td>{part.value === null ? "–" : points(addedBy(part))}</td>
              <td>
                <Made part={part} {...{ opened, onToggle, opens }}>
                  {madeOfWords(part, leaves, imperatives)}
                </Made>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{m.alignment()}</th>
            <td />
            <td className="al-bar" />
            <td>{format.percent(1)}</td>
            <td>
              <b>{points(Number(index))}</b>
            </td>
            <td>{(sums ? m.shownAs : m.shownRounded)({ index: whole(index ?? 0) })}</td>
          </tr>
        </tfoot>
      </table>
      {leftOut.length > 0 && (
        <p className="meta al-out">
          {m.reweighted({
            parts: format.list(leftOut.map(({ part }) => m[part]())),
            count: leftOut.length,
            weight: parts.reduce((sum, { weight, leftOut }) => sum + (leftOut ? 0 : weight), 0),
          })}
        </p>
      )}
    </div>
  );
}

/** Points of the index; 0 of what is left out. */
const addedBy = ({ counts, value }: Part) => Number(counts) * Number(value ?? 0);

/** Near unanimity a pulse publishes a bound only. */
function scoreOf({ value, reads }: Part): string {
  const score = whole(value ?? 0);
  if (reads === "or-more") return m.orMore({ score });
  return reads === "or-less" ? m.orLess({ score }) : String(score);
}

function Made({
  part,
  opened,
  onToggle,
  opens,
  children,
}: Omit<PartsProps, "standing"> & { part: Part; children: ReactNode }) {
  if (part.leftOut) return children;
  if (part.part === "understood") {
    return (
      <Link className="link" href="/engagement">
        {children}
      </Link>
    );
  }
  const name = part.part;
  return (
    <FigureButton open={opened === name} onToggle={() => onToggle(name)} opens={opens}>
      {children}
    </FigureButton>
  );
}

function madeOfWords(
  { part, leftOut, numerator, denominator }: Part,
  leaves: Standing["leaves"],
  imperatives: number,
): string {
  if (leftOut) return leftOutWords[leftOut]();
  if (part === "linked") return m.madeLinked({ count: leaves.all - leaves.linked, all: leaves.all });
  if (part === "measurable")
    return m.madeMeasurable({ count: Number(denominator) - Number(numerator), all: Number(denominator) });
  return part === "resourced" ? m.madeResourced({ count: imperatives }) : m.madeUnderstood();
}

const leftOutWords = {
  "no-leaf-objectives": m.noLeaves,
  "no-key-results": m.noKeyResults,
  "no-energy-placed": m.noEnergy,
  "no-priority-shares": m.noPriorities,
  "no-pulse": m.noPulse,
};

const rules = {
  linked: [m.ruleLinked, m.sourceLinked],
  measurable: [m.ruleMeasurable, m.sourceMeasurable],
  resourced: [m.ruleResourced, m.sourceResourced],
  understood: [m.ruleUnderstood, m.sourceUnderstood],
} as const;

/** The formula, with this cycle's numbers in it, and where it comes from. */
function Rule({ part: { part, numerator, denominator, of, value, weight }, format }: { part: Part; format: Format }) {
  const [formula, source] = rules[part];
  const figure = (exact: string) => format.number(Number(exact), { maximumFractionDigits: 2 });
  const filled = { numerator: figure(numerator), denominator: figure(denominator), score: whole(value ?? 0) };
  return (
    <span className="al-rule">
      <span>{formula()}</span>
      {value !== null && of !== "share" && <b>{m[`filled-${of}`](filled)}</b>}
      <span>{m.weighs({ weight })}</span>
      <small>{source()}</small>
    </span>
  );
}
