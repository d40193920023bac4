/** What is said about a policy, by every member, from its first draft on. */
import type { Subjects } from "../../conversation/public.ts";
import { policyById } from "../queries/policies.ts";

export const policySubjects: Subjects = {
  policy: async (tx, { role }, id) => {
    const row = role === "guest" ? undefined : await policyById(tx, id);
    return row && { visibleTo: null, title: row.title, removed: false, page: { kind: "policy", id } };
  },
};
