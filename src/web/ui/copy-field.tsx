import { useRef, useState } from "react";
import { Button } from "./button.tsx";
import catalogue from "./copy-field.messages.json";
import { Field, Input } from "./field.tsx";
import { messages } from "./messages.ts";
import "./copy-field.css";

const m = messages(catalogue);

/** A link or a secret to take along: it is selected on focus, and one press copies it. */
export function CopyField({ label, value, hint }: { label: string; value: string; hint?: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [said, say] = useState("");
  const copy = async () => {
    place.current?.querySelector("input")?.select();
    say((await copied(value)) ? m.copied() : m.selected());
  };
  return (
    <div className="copy" ref={place}>
      <Field label={label} hint={hint}>
        <Input readOnly dir="ltr" spellCheck={false} value={value} onFocus={({ target }) => target.select()} />
      </Field>
      <Button onClick={() => void copy()}>{m.copy()}</Button>
      <p className="meta" role="status">
        {said}
      </p>
    </div>
  );
}

/** Browsers offer the clipboard to secure pages only; elsewhere the text is selected and a key copies it. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
