import { useEffect, useRef } from "react";
import catalogue from "./form-problem.messages.json";
import type { Problem } from "./problem.ts";
import { Banner } from "./ui/banner.tsx";
import { messages } from "./ui/messages.ts";

const m = messages(catalogue);

/**
 * Inside a form: what the server refused of it. Fields that show their own error (`fields`, dotted) are left to them
 * and the first gets the focus; everything else is said here.
 */
export function FormProblem({ of: problem, fields }: { of: Problem | null; fields: readonly string[] }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) place.current?.closest("form")?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [problem]);
  return (
    <div ref={place} className="form-problem">
      {problem && said(problem, fields)}
    </div>
  );
}

function said(problem: Problem, fields: readonly string[]) {
  if (problem.status === 401)
    return (
      <Banner kind="error" fact={m.notSent()}>
        {m.sendAgain()}
      </Banner>
    );
  if (problem.unreachable) return <Banner kind="error" fact={m.unreachable()} />;
  const others = problem.problems.filter(({ field }) => !fields.includes(field));
  if (problem.problems.length > 0 && others.length === 0) return null;
  const words = others.length > 0 ? others.map(({ field }) => problem.at(field)).join(" ") : problem.detail;
  return (
    <Banner kind="error" fact={problem.title}>
      {words !== problem.title && words}
    </Banner>
  );
}
