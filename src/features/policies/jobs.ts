/** What happens after people have reported: sealed policies are judged anew, off the request and beside the server's thread. */
import type { Database } from "../../platform/database/database.ts";
import { everyOrganisation } from "../../platform/database/events.ts";
import type { Task } from "../../platform/jobs/jobs.ts";
import type { Reader } from "../../platform/live/feed.ts";
import { assessPolicies } from "./handlers/assessing.ts";
import { todayOf } from "./handlers/presenting.ts";
import { policiesToAssess } from "./queries/evidence.ts";

/** Milliseconds between two looks where people report all the time. */
const rest = 20_000;

/** What a figure of a policy may depend on. */
const decisive: ReadonlySet<string> = new Set([
  "check-in-recorded",
  "check-in-changed",
  "health-metric-measured",
  "pulse-closed",
  "policy-sealed",
  "policy-amended",
  "policy-decided",
]);

export const evidenceReader: Reader = {
  name: "evidence",
  rest,
  // Policies that were there before are judged at night.
  begin: async () => {},
  read: async (tx, events) => {
    if (!events.some(({ kind }) => decisive.has(kind))) return;
    if ((await policiesToAssess(tx, await todayOf(tx))).length > 0)
      await tx.enqueue("assess-policies", {}, `assess-policies ${tx.organisationId}`);
  },
};

export function policyTasks(database: Database): { "assess-policies": Task; "assess-everywhere": () => Promise<void> } {
  return {
    "assess-policies": ({ organisationId }) => assessPolicies(database, organisationId),
    "assess-everywhere": async () => {
      for (const organisationId of await database.shared(everyOrganisation))
        await assessPolicies(database, organisationId);
    },
  };
}
