import { type KeyboardEvent, useState } from "react";
import { Field, TextArea } from "../ui/field.tsx";
import { messages } from "../ui/messages.ts";
import { Throughline } from "../ui/throughline.tsx";
import catalogue from "./welcome.messages.json";
import type { Said } from "./welcome-beginning.ts";

const m = messages(catalogue);
const statements = [
  { name: "vision", label: m.vision(), hint: m.visionHint() },
  { name: "mission", label: m.mission(), hint: m.missionHint() },
  { name: "imperative", label: m.imperative(), hint: m.imperativeHint() },
] as const;

/** The line grows as it is written: an open ring at the field in hand, dotted to what comes next. */
export function GrowingLine({ beginning, change, wrong }: Said) {
  const [inHand, take] = useState(0);
  const written = statements.findLastIndex(({ name }) => Boolean(beginning[name]));
  const reached = Math.max(inHand, written);
  return (
    <div className="wel-t">
      <Throughline label={m.line()}>
        {statements.map(({ name, label, hint }, at) => (
          <li key={name} className={knotOf(at, inHand, reached)}>
            <Field label={label} hint={hint} error={wrong(name)}>
              <TextArea
                className={`is-${name}`}
                rows={1}
                maxLength={300}
                value={beginning[name] ?? ""}
                onFocus={() => take(at)}
                onKeyDown={onward}
                onChange={({ target }) =>
                  change((before) => ({ ...before, [name]: target.value.replaceAll("\n", " ") }))
                }
              />
            </Field>
          </li>
        ))}
        <li className="knot is-next">
          <span className="lvl">{m.objective()}</span>
          <p className="knot-w">{m.objectiveNext()}</p>
        </li>
      </Throughline>
    </div>
  );
}

function knotOf(at: number, inHand: number, reached: number): string {
  const parts = [
    "knot",
    at === 0 && "k-vision",
    at === inHand && at > 0 && "is-now",
    at === reached && "is-reached",
    at > reached && "is-next",
  ];
  return parts.filter(Boolean).join(" ");
}

/** A statement is one line, so Enter goes on to the next field. */
function onward(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== "Enter" || event.metaKey || event.ctrlKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const { form } = event.currentTarget;
  const all = [...(form?.elements ?? [])].filter(
    (field): field is HTMLElement => field instanceof HTMLElement && field.matches(".input"),
  );
  all[all.indexOf(event.currentTarget) + 1]?.focus();
}
