import type { Database } from "../../src/platform/database/database.ts";
import { demoPassword, demoSignIns, demoState, makeDemo } from "./demo.ts";
import type { Ground } from "./verbs.ts";

/** The running server's way to the demo: it is made beside the requests, and whoever waits can see how far it is. */
export function openDemoDoor(ground: Ground & { setupSecret: string; database: Database }) {
  const stopping = new AbortController();
  const password = demoPassword(ground.setupSecret);
  let making: Promise<void> | undefined;
  let share = 0;
  let failed = false;

  function make(): void {
    if (making) return;
    [share, failed] = [0, false];
    const told = (done: number, of: number) => {
      share = done / of;
    };
    making = makeDemo(ground, { signal: stopping.signal, told })
      .catch((error) => {
        failed = true;
        if (!stopping.signal.aborted) ground.log.error({ err: error }, "The demo organisation could not be made.");
      })
      .finally(() => {
        making = undefined;
      });
  }

  return {
    make,
    guide: { email: demoSignIns[0]!.email, password },
    async status() {
      if (making) return { state: "making" as const, share };
      if ((await demoState(ground.database)) === "ready") return { state: "ready" as const, share: 1 };
      return { state: failed ? ("failed" as const) : ("none" as const), share: 0 };
    },
    /** What is half made is taken back. */
    async stop(): Promise<void> {
      stopping.abort(new Error("The server stops."));
      await making;
    },
  };
}
