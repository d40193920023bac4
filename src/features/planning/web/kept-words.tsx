import { Banner } from "../../../web/ui/banner.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { m } from "./asking.ts";
import type { Kept } from "./kept.ts";

interface KeptWordsProps<Value> {
  of: Kept<Value>;
  /** Its name in the contract, as a refusal names it. */
  field: string;
  words: (value: Value) => string;
}

/** What stands in the way of a field: why it was refused, or both values where two edits met. */
export function KeptWords<Value>({ of: kept, field, words }: KeptWordsProps<Value>) {
  if (kept.theirs)
    return (
      <Banner
        kind="conflict"
        fact={m.met()}
        acts={
          <>
            <Button size="sm" onClick={kept.keepTheirs}>
              {m.keepTheirs()}
            </Button>
            <Button size="sm" onClick={kept.writeMine}>
              {m.writeMine()}
            </Button>
          </>
        }
      >
        <span dir="auto">{m.theirs({ words: words(kept.theirs.value) })}</span>{" "}
        <span dir="auto">{m.yours({ words: words(kept.value) })}</span>
      </Banner>
    );
  if (!kept.problem) return null;
  const { problem } = kept;
  return (
    <p className="plan-bad" role="alert">
      {problem.unreachable ? m.unreachable() : (problem.at(field) ?? problem.message)} {m.stillHere()}{" "}
      <Button size="sm" onClick={kept.again}>
        {m.tryAgain()}
      </Button>
    </p>
  );
}
