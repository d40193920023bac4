/** At night: plans and meetings of longer ago than the organisation keeps them are deleted. */
import type { Database } from "../../platform/database/database.ts";
import { everyOrganisation } from "../../platform/database/events.ts";
import { monthsKept } from "./handlers/sites.ts";
import { forgetMeetingsBefore } from "./queries/meetings.ts";
import { forgetPlansBefore } from "./queries/settings.ts";
import { addMonths, dayAt } from "./week.ts";

export function presenceTasks(database: Database): { "sweep-presence": () => Promise<void> } {
  return {
    "sweep-presence": async () => {
      for (const organisationId of await database.shared(everyOrganisation))
        await database.write(organisationId, { memberId: null, via: "system" }, async (tx) => {
          const day = addMonths(dayAt(tx.now, "UTC"), -(await monthsKept(tx)));
          await forgetPlansBefore(tx, day);
          await forgetMeetingsBefore(tx, day);
        });
    },
  };
}
