import { Banner } from "../../../web/ui/banner.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { messages } from "../../../web/ui/messages.ts";
import type { KeptWordsProps } from "./kept-words.tsx";
import catalogue from "./two-edits.messages.json";

const m = messages(catalogue);

/** Both values of a field that two people wrote at once: whoever came second decides. */
export default function TwoEdits<Value>({ of: kept, words }: KeptWordsProps<Value>) {
  if (!kept.theirs) return null;
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
}
