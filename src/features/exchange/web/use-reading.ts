/** Reads the chosen file again after every step, and imports it; what is under way can be stopped. */
import { useEffect, useRef, useState } from "react";
import { call } from "../../../web/api.ts";
import { newId } from "../../../web/id.ts";
import { Problem } from "../../../web/problem.ts";
import { askedWith, type ChosenFile, type Preview, type Said } from "./said.ts";

export interface Reading {
  /** The last one, kept on show while the next is on its way. */
  preview: Preview | null;
  problem: Problem | null;
  /** The id of the reading that is under way. */
  running: string | null;
  /** Milliseconds that the last one took. */
  took: number;
  again(): void;
}

type State = Omit<Reading, "again">;
const nothing: State = { preview: null, problem: null, running: null, took: 0 };

export function useReading(file: ChosenFile | null, said: Said): Reading {
  const [state, set] = useState(nothing);
  const [attempt, count] = useState(0);
  const readFile = useRef<ChosenFile | null>(null);
  const asked = file && JSON.stringify(askedWith({ ...file, content: "" }, said, state.preview));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked is compared by what it says, the file by itself; another attempt asks the same again.
  useEffect(() => {
    if (!file || !asked) return set(nothing);
    const abort = new AbortController();
    const id = newId();
    const begun = performance.now();
    const isSameFile = readFile.current === file;
    readFile.current = file;
    set((before) => ({ ...(isSameFile ? before : nothing), problem: null, running: id }));
    call("exchange.imports.preview", { ...JSON.parse(asked), content: file.content, id }, abort.signal).then(
      (preview) => set({ preview, problem: null, running: null, took: performance.now() - begun }),
      (error: unknown) => {
        if (!abort.signal.aborted)
          set((before) => ({ ...before, running: null, problem: error instanceof Problem ? error : null }));
      },
    );
    return () => abort.abort();
  }, [file, asked, attempt]);
  return { ...state, again: () => count((before) => before + 1) };
}

interface Progress {
  phase: "none" | "reading" | "saving";
  /** 0..1 of the phase. */
  share: number;
}

/** How far it is; null until it is worth showing. */
export function useProgress(id: string | null): Progress | null {
  const [progress, set] = useState<Progress | null>(null);
  useEffect(() => {
    set(null);
    if (!id) return;
    const timer = setInterval(() => {
      call("exchange.imports.progress", { id }).then(
        (now) => now.phase !== "none" && set(now),
        () => {},
      );
    }, 400);
    return () => clearInterval(timer);
  }, [id]);
  return progress;
}
