import { type DragEvent, useRef, useState } from "react";
import { Banner } from "../../../web/ui/banner.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Icon } from "../../../web/ui/icon.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { fileUp } from "../../../web/ui/settings-icons.ts";
import { isRefused, sniff } from "../sniff.ts";
import catalogue from "./import.messages.json";
import type { ChosenFile } from "./said.ts";

const m = messages(catalogue);

interface Refused {
  name: string;
  todo: string;
}

/** A place to drop a file, or `compact` a button. What cannot be read is refused here in the words of the server. */
export function ChooseFile({ compact = false, onChoose }: { compact?: boolean; onChoose: (file: ChosenFile) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [refused, refuse] = useState<Refused | null>(null);
  const [over, setOver] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const known = sniff(bytes, file.name);
    if (isRefused(known)) return refuse({ name: file.name, todo: known.todo });
    refuse(null);
    onChoose({ name: file.name, content: inBase64(bytes) });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  const picker = (
    <input
      ref={input}
      type="file"
      hidden
      accept=".md,.markdown,.csv,.tsv,.txt,text/markdown,text/csv,text/plain"
      aria-label={m.chooseFile()}
      onChange={({ target }) => {
        void take(target.files?.[0]);
        target.value = "";
      }}
    />
  );
  const told = refused && (
    <Banner kind="error" fact={m.refusedFile({ file: refused.name })}>
      {refused.todo}
    </Banner>
  );
  if (compact) {
    return (
      <>
        {picker}
        <Button onClick={() => input.current?.click()}>{m.chooseAnother()}</Button>
        {told}
      </>
    );
  }
  return (
    <>
      {told}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by press and key. */}
      <div
        className={over ? "drop is-over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon of={fileUp} size={20} />
        <p>{m.dropHere()}</p>
        <small>{m.dropHint()}</small>
        {picker}
        <Button kind="primary" onClick={() => input.current?.click()}>
          {m.chooseFile()}
        </Button>
      </div>
    </>
  );
}

/** In pieces: a call takes no more than some hundred thousand arguments. */
function inBase64(bytes: Uint8Array): string {
  const pieces = [];
  for (let from = 0; from < bytes.length; from += 30_000)
    pieces.push(String.fromCharCode(...bytes.subarray(from, from + 30_000)));
  return btoa(pieces.join(""));
}
