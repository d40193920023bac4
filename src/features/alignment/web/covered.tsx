import { SectionHead } from "../../../web/ui/section-head.tsx";
import { Meter } from "./figure-button.tsx";
import { type Kind, m, type Standing } from "./standing.ts";

interface CoveredProps {
  of: Standing["coverage"];
  /** Shows those that are not covered. */
  onShow: (kind: Kind) => void;
}

/** Who and what has a line: each figure opens to those that have none. */
export function Covered({ of: { imperatives, teams, members }, onShow }: CoveredProps) {
  const rows = [
    { word: m.coveredImperatives(), of: imperatives, kind: "idle-imperative", rest: m.idle },
    { word: m.coveredTeams(), of: teams, kind: "team-without-line", rest: m.withoutLine },
    { word: m.coveredMembers(), of: members, kind: "member-without-line", rest: m.withoutLine },
  ] as const;
  return (
    <section aria-labelledby="al-covered">
      <SectionHead id="al-covered" title={m.coverage()} />
      <dl className="al-cov">
        {rows.map(({ word, of: { all, without }, kind, rest }) => (
          <div key={kind}>
            <dt>{word}</dt>
            <dd>
              {all > 0 && <Meter share={(all - without) / all} />}
              <span className="num">{m.coveredOf({ count: all - without, all })}</span>
              {without > 0 && (
                <button type="button" className="fig num" onClick={() => onShow(kind)}>
                  {rest({ count: without })}
                </button>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
