/** What happens at a pulse's closing time: by its own job, and by a sweep at night where that job was lost. */
import type { Database } from "../../platform/database/database.ts";
import { everyOrganisation } from "../../platform/database/events.ts";
import type { Task } from "../../platform/jobs/jobs.ts";
import { type Closing, closePulse, closingBySystem } from "./handlers/closing.ts";
import { pulsesOverdue } from "./queries/pulses.ts";
import type { Sealing } from "./sealing.ts";

interface Parts {
  database: Database;
  sealing: Sealing;
  log: Closing["log"];
}

export function pulseTasks({ database, sealing, log }: Parts): {
  "close-pulse": Task;
  "sweep-pulses": () => Promise<void>;
} {
  const closeOne = (organisationId: string, pulseId: string) =>
    closePulse(closingBySystem(database, sealing, log, organisationId), pulseId, false);
  return {
    "close-pulse": ({ organisationId, pulseId }) => closeOne(organisationId, String(pulseId)),
    "sweep-pulses": async () => {
      for (const organisationId of await database.shared(everyOrganisation)) {
        const overdue = await database.read(organisationId, pulsesOverdue);
        for (const pulseId of overdue) await closeOne(organisationId, pulseId);
      }
    },
  };
}
