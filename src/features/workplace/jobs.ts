/** At night: what was planned longer ago than the organisation keeps it is deleted. */
import type { Database } from "../../platform/database/database.ts";
import { everyOrganisation } from "../../platform/database/events.ts";
import { monthsKept } from "./handlers/sites.ts";
import { forgetPlansBefore } from "./queries/settings.ts";
import { addMonths, dayAt } from "./week.ts";

export function presenceTasks(database: Database): { "sweep-presence": () => Promise<void> } {
  return {
    "sweep-presence": async () => {
      for (const organisationId of await database.shared(everyOrganisation))
        await database.write(organisationId, { memberId: null, via: "system" }, async (tx) => {
          await forgetPlansBefore(tx, addMonths(dayAt(tx.now, "UTC"), -(await monthsKept(tx))));
        });
    },
  };
}
