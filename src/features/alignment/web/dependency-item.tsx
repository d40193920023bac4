import { useRef } from "react";
import { Link } from "wouter";
import { useFormat } from "../../../web/ui/format.ts";
import { StatusGlyph } from "../../../web/ui/status.tsx";
import { DependencyActs } from "./dependency-acts.tsx";
import { type Dependency, dueWords, isOverdue, m, stateWords } from "./dependency-words.ts";
import "./dependencies.css";

interface ItemProps {
  of: Dependency;
  /** Names what needs it: where it is not shown on that objective's page. */
  withObjective?: boolean;
  /** Where the focus goes when it leaves the list with its answer. */
  onGone?: () => void;
}

/** What is asked, of whom and by when, how it stands, and what the reader may do about it. */
export function DependencyItem({ of: dependency, withObjective = false, onGone }: ItemProps) {
  const format = useFormat();
  const item = useRef<HTMLLIElement>(null);
  const { title, from, on, objective } = dependency;
  const due = dueWords(dependency, format);
  const late = isOverdue(dependency, format.today());
  return (
    <li ref={item} className="dep" tabIndex={-1}>
      <StateGlyph of={dependency} late={late} />
      <div>
        <p className="dep-t" dir="auto">
          {title}
        </p>
        <p className="meta">
          <Link href={`/teams/${from.id}`} dir="auto">
            {from.name}
          </Link>{" "}
          {m.asks()}{" "}
          <Link href={`/teams/${on.id}`} dir="auto">
            {on.name}
          </Link>
          {withObjective && objective && (
            <>
              {". "}
              {m.forObjective()}{" "}
              <Link href={`/objectives/${objective.id}`} dir="auto">
                {objective.title}
              </Link>
            </>
          )}
        </p>
        <p className="dep-s">
          {due && <span className={late ? "dep-late" : undefined}>{due} </span>}
          <span dir="auto">{stateWords(dependency, format)}</span>
        </p>
        <DependencyActs of={dependency} onAnswered={onGone ?? (() => item.current?.focus())} />
      </div>
    </li>
  );
}

/** Shape beside words: a ring waits, a half is promised, a triangle is late. */
function StateGlyph({ of: { state }, late }: { of: Dependency; late: boolean }) {
  if (late) return <StatusGlyph status="at-risk" />;
  if (state === "done") return <StatusGlyph status="achieved" />;
  if (state === "proposed") return <StatusGlyph status="not-started" />;
  if (state !== "accepted") return <StatusGlyph status="dropped" />;
  return (
    <svg className="glyph st-not-started" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="4.4" className="g-s" />
      <path d="M6 1.6a4.4 4.4 0 0 1 0 8.8Z" className="g-f" />
    </svg>
  );
}
