import { useState } from "react";
import { useTell } from "../../../web/ask.ts";
import { newId } from "../../../web/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import catalogue from "./forms.messages.json";
import { type Intention, Ticked } from "./intention.tsx";

const m = messages(catalogue);

/** What earlier weeks left: done after all, carried over to this one, or let go. */
export default function Leftovers({ leftovers }: { leftovers: readonly Intention[] }) {
  return (
    <>
      <h3 className="left-h">{m.leftOver()}</h3>
      <ul className="todo">
        {leftovers.map((intention) => (
          <Leftover key={intention.id} intention={intention} />
        ))}
      </ul>
    </>
  );
}

function Leftover({ intention }: { intention: Intention }) {
  const carry = useTell("focus.intentions.carry", { invalidates: ["focus"] });
  const letGo = useTell("focus.intentions.letGo", { invalidates: ["focus"] });
  const [carriedAs] = useState(newId);
  return (
    <li>
      <Ticked intention={intention} />
      <span className="row">
        <Button size="sm" onClick={() => carry.mutate({ id: intention.id, carriedAs })}>
          {m.carryOver()}
          <span className="sr">: {intention.text}</span>
        </Button>
        <Button
          kind="quiet"
          size="sm"
          onClick={() => {
            letGo.mutate({ id: intention.id });
            say(m.gone({ text: intention.text }), () => letGo.mutate({ id: intention.id, letGo: false }));
          }}
        >
          {m.letGo()}
          <span className="sr">: {intention.text}</span>
        </Button>
      </span>
    </li>
  );
}
