/** A policy that runs, with an exception, and a draft that can be sealed. */
import { newId } from "../../src/platform/ids.ts";
import { secret, told } from "./furnish.ts";
import type { Organisation } from "./house.ts";
import type { Ids } from "./inputs.ts";

/** What a policy must say before it is sealed; starts on the day of the tests. */
export function aPolicy(ownerWords = "") {
  return {
    kind: "meeting-free",
    title: `${ownerWords}Quiet mornings`,
    rule: `${ownerWords}No meetings before noon.`,
    startsOn: "2027-02-16",
    decidesOn: "2027-06-01",
    outcomes: [
      {
        ...{ id: newId(), name: `${ownerWords}Check-ins on time`, wanted: "up", sizeThatMatters: "5" },
        measure: { kind: "check-ins", reads: "on-time" },
      },
    ],
    comparison: { kind: "before-after" },
  };
}

export async function furnishPolicies({ owner, colleague, team }: Organisation, imperativeId: string): Promise<Ids> {
  const [draft, running, exception, happening] = [newId(), newId(), newId(), newId()];
  for (const id of [draft, running])
    await told(owner.ask, "POST", "/policies", { id, ...aPolicy(`${secret}: `), imperativeIds: [imperativeId] });
  await told(owner.ask, "POST", `/policies/${running}/sealing`, { version: 1 });
  await told(owner.ask, "POST", `/policies/${running}/exceptions`, {
    ...{ id: exception, memberId: colleague.id, reason: secret, from: "2027-02-16" },
  });
  await told(owner.ask, "POST", `/policies/${running}/happenings`, { id: happening, on: "2027-02-16", text: secret });
  const replies = { "decisions-written": "no", "hours-known": "no", "place-to-work": "partly" };
  await told(owner.ask, "PUT", `/teams/${team.id}/readiness`, { version: 0, replies });
  const ledByOwner = newId();
  await told(owner.ask, "POST", "/teams", { id: ledByOwner, name: `${secret}: led`, leadId: owner.id });
  return { ledByOwner, happenings: happening, policies: draft, policyId: running, "policy-exceptions": exception };
}
