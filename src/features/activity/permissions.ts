import type { Role } from "../../platform/contract.ts";

interface Asker {
  memberId: string;
  role: Role;
  teams: readonly string[];
}

/**
 * Whose history is there to read, for what this room itself can judge. Objectives, key results and whatever else may be
 * hidden are judged by the room they belong to (`Sights`); a kind that nobody judges is nobody's.
 */
export function mayReadHistory({ memberId, role, teams }: Asker, subject: { kind: string; id: string }): boolean {
  const administers = role === "owner" || role === "admin";
  switch (subject.kind) {
    case "vision":
    case "mission":
    case "imperative":
    // Every event of an intention is for its member's eyes alone: the record itself keeps it from the others.
    case "intention":
      return true;
    case "cycle":
    case "pulse":
    case "written-decision":
    // Whoever reads policies reads what became of them; an exception is for the eyes of whom it lets out alone.
    case "policy":
      return role !== "guest";
    case "team":
      return role !== "guest" || teams.includes(subject.id);
    case "member":
      return administers || subject.id === memberId;
    case "organisation":
    case "invitation":
    case "api-token":
      return administers;
    default:
      return false;
  }
}
