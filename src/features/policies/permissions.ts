import type { Role } from "../../platform/contract.ts";

interface Asker {
  memberId: string;
  role: Role;
  /** Whether they were given the right to policies by name. */
  hasRight: boolean;
}

/** Rights over where people work are given by name; the owners have them and give them. */
export function mayWritePolicies({ role, hasRight }: Pick<Asker, "role" | "hasRight">): boolean {
  return role === "owner" || (hasRight && role !== "guest");
}

export function mayGiveRight(role: Role): boolean {
  return role === "owner";
}

/** Who keeps a policy: its owner too, who was named by somebody with the right. */
export function mayKeep(asker: Asker, policy: { ownerId: string }): boolean {
  return mayWritePolicies(asker) || (asker.memberId === policy.ownerId && asker.role !== "guest");
}

/** What may be done to a policy as it stands. */
export function policyCan(keeps: boolean, { isSealed, decision }: { isSealed: boolean; decision: string | null }) {
  const goesOn = isSealed && decision !== "stop";
  return {
    edit: keeps && !isSealed,
    seal: keeps && !isSealed,
    amend: keeps && goesOn,
    decide: keeps && goesOn,
    remove: keeps && !isSealed,
    except: keeps && goesOn,
  };
}

/** An exception is told in full to whom it is about, who agreed to it, and who keeps the policy. */
export function maySeeException(
  viewer: { memberId: string },
  exception: { memberId: string; approverId: string },
  keeps: boolean,
): boolean {
  return keeps || viewer.memberId === exception.memberId || viewer.memberId === exception.approverId;
}
