import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./asked-again.messages.json";
import type { KeyResult } from "./asking.ts";
import { measureWords } from "./measure.tsx";

const m = messages(catalogue);

/** That a key result changed since its owner answered, and to what they had: to them, and to whoever plans with them. */
export default function AskedAgain({ keyResult, name, mine }: { keyResult: KeyResult; name: string; mine: boolean }) {
  const format = useFormat();
  const { before } = keyResult.acceptance;
  if (!before) return null;
  const { answer } = before;
  const [was, is] = [measureWords(before, format), measureWords(keyResult, format)];
  const title = m.quoted({ title: before.title });
  const words = was === is ? title : before.title === keyResult.title ? was : m.isAnd({ title, figures: was });
  return (
    <span className="meta" dir="auto">
      {mine ? m.ownersTurn({ answer, words }) : m.waitsAgain({ name, answer, words })}
    </span>
  );
}
