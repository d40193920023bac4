import { Suspense } from "react";
import { later } from "../../../web/later.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { inWords, m } from "./asking.ts";
import type { Kept } from "./kept.ts";

const TwoEdits = later(() => import("./two-edits.tsx"));

export interface KeptWordsProps<Value> {
  of: Kept<Value>;
  words: (value: Value) => string;
}

/** What stands in the way of a field: why it was refused, or both values where two edits met. */
export function KeptWords<Value>(props: KeptWordsProps<Value>) {
  const { problem, theirs, again } = props.of;
  if (theirs)
    return (
      <Suspense>
        <TwoEdits {...(props as KeptWordsProps<unknown>)} />
      </Suspense>
    );
  if (!problem) return null;
  return (
    <p className="plan-bad" role="alert">
      {inWords(problem)} {m.stillHere()}{" "}
      <Button size="sm" onClick={again}>
        {m.tryAgain()}
      </Button>
    </p>
  );
}
