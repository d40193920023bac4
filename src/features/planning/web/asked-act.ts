import { useState } from "react";
import type { InputOf } from "../../../web/api.ts";
import { Problem } from "../../../web/problem.ts";
import type { Studio } from "./asking.ts";
import type { Act } from "./saving.ts";
import { useStudio } from "./studio-context.ts";

/** An act asked for in a form: what was refused stays with the form, and the form stays open. */
export function useAskedAct<Name extends Act>(name: Name, onDone: (answer: Studio) => void) {
  const { act } = useStudio();
  const [busy, work] = useState(false);
  const [problem, set] = useState<Problem | null>(null);
  const send = async (input: InputOf<Name>) => {
    work(true);
    set(null);
    try {
      onDone(await act(name, input));
    } catch (reason) {
      if (!(reason instanceof Problem)) throw reason;
      set(reason);
    } finally {
      work(false);
    }
  };
  /** What was refused besides the fields that say it themselves. */
  const besides = (...fields: string[]): string | undefined => {
    if (!problem) return undefined;
    const others = problem.problems.filter(
      ({ field }) => !fields.some((each) => field === each || field.startsWith(`${each}.`)),
    );
    if (problem.problems.length > 0 && others.length === 0) return undefined;
    return others.length > 0 ? others.map(({ field }) => problem.at(field)).join(" ") : problem.message;
  };
  return { send, busy, problem, besides };
}
