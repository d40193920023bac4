/**
 * Gives back what a busy stretch took. V8 keeps the room it grew while there is memory on the machine: after the bench's
 * load the server held 430 MB, of which 45 MB were in use; the start alone takes 40 MB more than it needs afterwards.
 * Flags that keep the heap small cost every request: --optimize-for-size more than doubled the server's CPU of a
 * check-in and of Today, --max-semi-space-size=8 added a sixth to Today's for 50 of 330 MB. So the heap may grow while it
 * is needed, and is collected whole once nobody asks for anything. Whoever must bound it sets
 * NODE_OPTIONS=--max-old-space-size=MB.
 */
import type { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Milliseconds without a request until it is quiet. */
const quietAfter = 10_000;
/** Bytes since the last time that are worth the pause of some 100 ms. */
const worthIt = 16_000_000;

interface Memory {
  /** Bytes that this process holds. */
  held(): number;
  collect(): void;
}

/** From now on, once `server` was not asked for ten seconds: after the start, and after every stretch of requests. */
export function tidyWhenQuiet(server: EventEmitter, memory: Memory = ofThisProcess()): void {
  let kept = 0;
  const tidy = () => {
    if (memory.held() - kept < worthIt) return;
    memory.collect();
    kept = memory.held();
  };
  const quiet = setTimeout(tidy, quietAfter).unref();
  server.on("request", ({ url }: IncomingMessage) => {
    // Whoever looks every few seconds whether the server lives does not make it busy.
    if (url !== "/healthz" && url !== "/readyz") quiet.refresh();
  });
}

function ofThisProcess(): Memory {
  setFlagsFromString("--expose-gc");
  const collect: (how: object) => void = runInNewContext("gc");
  return {
    held: process.memoryUsage.rss,
    // The thorough kind: it also shrinks the space for new objects, which an ordinary collection leaves as it grew.
    collect: () => collect({ type: "major", flavor: "last-resort" }),
  };
}
