import { useState } from "react";
import { useAsk } from "../../../web/ask.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Field, Input } from "../../../web/ui/field.tsx";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./import.messages.json";

const m = messages(catalogue);

/** Finds the objective that a row stands under. */
export function ConnectRow({
  title,
  onConnect,
  onCancel,
}: {
  title: string;
  onConnect: (objectiveId: string) => void;
  onCancel: () => void;
}) {
  const [words, write] = useState("");
  const found = useAsk("okrs.search", { q: words, limit: 20 }, { enabled: words.trim() !== "", keepPrevious: true });
  const objectives = found.data?.items.filter(({ kind }) => kind === "objective") ?? [];
  return (
    <tr>
      <td colSpan={4}>
        <Field label={m.connectTo({ title })} hint={m.searchObjectives()}>
          <Input type="search" autoFocus value={words} onChange={({ target }) => write(target.value)} />
        </Field>
        {words.trim() !== "" && found.data && objectives.length === 0 && <p className="im-note">{m.noObjective()}</p>}
        <ul className="im-found">
          {objectives.map((each) => (
            <li key={each.id}>
              <Button size="sm" onClick={() => onConnect(each.id)}>
                <span dir="auto">{each.title}</span>
              </Button>
            </li>
          ))}
        </ul>
        <Button onClick={onCancel}>{m.cancel()}</Button>
      </td>
    </tr>
  );
}
