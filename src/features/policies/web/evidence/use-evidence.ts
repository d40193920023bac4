import { useAsk } from "../../../../web/ask.ts";

/** What the data say of a policy; asked once for all parts of its page, and again when anything of policies changes. */
export function useEvidence(id: string) {
  return useAsk("policies.policyEvidence.get", { id }, { live: ["policy"] });
}
