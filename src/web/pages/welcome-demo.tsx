import { useState } from "react";
import { useLocation } from "wouter";
import { api } from "../api.ts";
import { FormProblem } from "../form-problem.tsx";
import { Problem } from "../problem.ts";
import { queryClient } from "../query-client.ts";
import { ProgressBar } from "../ui/bars.tsx";
import { Button } from "../ui/button.tsx";
import { messages } from "../ui/messages.ts";
import { SectionHead } from "../ui/section-head.tsx";
import catalogue from "./welcome.messages.json";

const m = messages(catalogue);
/** Milliseconds between looking how far it is. */
const pause = 400;

/** The way into the demo organisation, which is made while one waits. */
export function LookAround() {
  const [, go] = useLocation();
  const [share, setShare] = useState<number>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const enter = async () => {
    setProblem(null);
    setShare(0);
    try {
      await makeDemo(setShare);
      queryClient.clear();
      go("/", { replace: true });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
      setShare(undefined);
    }
  };
  const percent = Math.round(100 * (share ?? 0));
  return (
    <section className="wel-d" aria-labelledby="wel-d">
      <SectionHead id="wel-d" title={m.look()} />
      <p>{m.lookWords()}</p>
      {share === undefined ? (
        <Button onClick={enter}>{m.lookAround()}</Button>
      ) : (
        <>
          <p role="status">{m.lookMaking({ percent })}</p>
          <ProgressBar label={m.look()} done={percent} total={100} />
        </>
      )}
      <FormProblem of={problem} fields={[]} />
    </section>
  );
}

/** Resolves when the visitor is signed in there. */
async function makeDemo(told: (share: number) => void): Promise<void> {
  let { state, share } = await api.welcome.demo.begin();
  while (state === "making") {
    told(share);
    await new Promise((resolve) => setTimeout(resolve, pause));
    ({ state, share } = await api.welcome.demo.status());
    if (state === "ready") await api.welcome.demo.begin();
  }
  if (state !== "ready") throw new Problem({ title: m.lookFailed(), status: 500 });
}
