import { type ClipboardEvent, type DragEvent, useState } from "react";
import catalogue from "./field.messages.json";
import { messages } from "./messages.ts";

const m = messages(catalogue);

/** Characters that a control takes where it does not say otherwise: the longest text of the contract. */
const longest = 10_000;

type Written = HTMLInputElement | HTMLTextAreaElement;

/**
 * What is pasted or dropped is taken whole or refused in words, never cut: and laying out some megabytes of it would
 * hold the page for as long as they are there. `taking` is spread on the control; `refused` is said beside it until
 * something is written.
 */
export function useTaking() {
  const [refused, refuse] = useState<string>();
  const take = (event: ClipboardEvent<Written> | DragEvent<Written>, { length }: string) => {
    const { maxLength, value, selectionStart, selectionEnd } = event.currentTarget;
    const most = maxLength > 0 ? maxLength : longest;
    const stays = value.length - ((selectionEnd ?? 0) - (selectionStart ?? 0));
    if (stays + length <= most) return;
    event.preventDefault();
    refuse(m.tooLong({ count: length.toLocaleString(), most: most.toLocaleString() }));
  };
  const taking = {
    onPaste: (event: ClipboardEvent<Written>) => take(event, event.clipboardData.getData("text")),
    onDrop: (event: DragEvent<Written>) => take(event, event.dataTransfer.getData("text")),
    onInput: () => refuse(undefined),
  };
  return { refused, taking };
}
