/**
 * Arms of policies as cells of a pulse: whom a policy covers, and whom it is compared with. They are fixed at the launch
 * like every group, stand in the same sums and before the same auditor, and are told with their policy, not here.
 */
import type { Grouping } from "./hiding.ts";

export type Arm = "covered" | "others";

/** What an arm is called among the cells. */
export function armCell(policyId: string, arm: Arm): string {
  return `${prefix}${policyId}:${arm}`;
}

export function isArm(cell: string): boolean {
  return cell.startsWith(prefix);
}

/** What can be shown as a team or as everyone. */
export function withoutArms<Cell extends { id: string }>(cells: readonly Cell[]): Cell[] {
  return cells.filter(({ id }) => !isArm(id));
}

/** After everyone and before the teams: what a policy was sealed with comes first. Only who is asked stands in an arm. */
export function withArms<Group extends Grouping>(
  groupings: readonly Group[],
  arms: readonly Grouping[],
  everyone: readonly string[],
): (Group | (Grouping & { level: number }))[] {
  const asked = new Set(everyone);
  const told = arms.map(({ id, memberIds }) => ({
    id,
    memberIds: memberIds.filter((member) => asked.has(member)),
    level: 0,
  }));
  const [whole, ...teams] = groupings;
  return whole ? [whole, ...told, ...teams] : told;
}

const prefix = "arm:";
