/** Taking back and doing again, one after the other. Loaded with the first ⌘Z. */
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import type { Back, Past } from "./past.ts";
import catalogue from "./undoing.messages.json";

const m = messages(catalogue);

interface Asked {
  past: Past;
  from: "done" | "undone";
  /** This one and not the last; nothing happens where it was taken back already. */
  only?: Back | undefined;
  attempt: (work: Back) => Promise<boolean>;
}

let turn: Promise<void> = Promise.resolve();

/** Takes back the last of what was done, or does again the last of what was taken back, and says so. */
export function takeBack(asked: Asked): Promise<void> {
  turn = turn.then(() => step(asked));
  return turn;
}

async function step({ past, from, only, attempt }: Asked): Promise<void> {
  await past.busy.catch(() => undefined);
  if (!only && from === "done" && past.forget) {
    past.forget();
    return say(m.done());
  }
  const back = only ?? past[from].at(-1);
  if (!back) return say(m[`nothing-${from}`]());
  if (!past[from].includes(back)) return;
  past[from] = past[from].filter((each) => each !== back);
  past.into = from === "done" ? "undone" : "done";
  const went = await attempt(back);
  past.into = null;
  if (went) say(m[from]());
}
