import { type ReactNode, useState } from "react";
import type { Problem } from "./problem.ts";
import { askAgain } from "./query-client.ts";
import { Banner } from "./ui/banner.tsx";
import { Button } from "./ui/button.tsx";
import { Loading } from "./ui/loading.tsx";
import { messages } from "./ui/messages.ts";
import catalogue from "./web.messages.json";

const m = messages(catalogue);

/** What was asked, of one answer or of a list. */
interface Askable<Answer> {
  data: Answer | undefined;
  error: Problem | null;
  refetch: () => unknown;
}

interface AskedProps<Answer> {
  of: Askable<Answer>;
  /** What was asked for, in words: "Check-ins". */
  what: string;
  /** The answer as it should look; an old answer is kept on show while a new one is on its way or fails. */
  children: (answer: Answer) => ReactNode;
  /** Bars to show while loading. */
  rows?: number;
  /** What stands above it meanwhile, where the answer brings its own: the head of the page. */
  head?: ReactNode;
}

/** The faces of an answer that is not there: nothing, then bars; what failed, what is safe, Try again. */
export function Asked<Answer>({ of: asked, what, children, rows, head }: AskedProps<Answer>) {
  const [times, ask] = useState(0);
  const again = () => {
    ask(times + 1);
    void askAgain();
  };
  if (asked.data !== undefined) return children(asked.data);
  return (
    <>
      {head}
      {asked.error ? (
        <NotThere what={what} problem={asked.error} again={() => void asked.refetch()} />
      ) : (
        <Loading key={times} label={what} again={again} {...(rows === undefined ? {} : { rows })} />
      )}
    </>
  );
}

interface NotThereProps {
  what: string;
  problem: Problem;
  again: () => void;
}

function NotThere({ what, problem, again }: NotThereProps) {
  return problem.status === 403 ? <NotAllowed problem={problem} /> : <Failed {...{ what, problem, again }} />;
}

/** The role has changed since the page was drawn, or the address was typed: trying again would not help. */
function NotAllowed({ problem }: { problem: Problem }) {
  return (
    <Banner kind="note" fact={problem.title}>
      {problem.detail}
    </Banner>
  );
}

function Failed({ what, problem, again }: NotThereProps) {
  return (
    <Banner
      kind="error"
      fact={problem.unreachable ? m.unreachable() : m.didNotLoad({ what })}
      acts={<Button onClick={again}>{m.tryAgain()}</Button>}
    >
      {problem.unreachable ? "" : problem.status >= 500 ? m.brokeSafe() : problem.message}
    </Banner>
  );
}
