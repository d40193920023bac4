/** Makes what a file names and the organisation lacks, before the rows that name it. */
import { ORPCError } from "@orpc/contract";
import type { FieldProblem } from "../../../platform/contract.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { refused } from "../../../platform/refusals.ts";
import { createCycle } from "../../okrs/public.ts";
import { addMember, addTeam } from "../../people/public.ts";
import type { ToMake } from "../missing.ts";
import { fiscalYear } from "../queries/there.ts";

/** Members without sign-in, who come in once they are invited; teams at the top of the tree; cycles in planning. */
export async function makeMissing(tx: Tx, viewer: Viewer, { members, teams, cycles }: ToMake): Promise<void> {
  const { timeZone } = await fiscalYear(tx);
  for (const [at, { id, name, email }] of members.entries()) {
    await within(`create.members.${at}`, () => addMember(tx, { id, name, email, role: "member", timeZone }));
  }
  for (const [at, { id, name }] of teams.entries()) {
    await within(`create.teams.${at}`, () => addTeam(tx, { id, name, parentId: null, leadId: null }));
  }
  const rhythm = { weeks: 1, day: 3, time: "17:00" };
  for (const [at, cycle] of cycles.entries()) {
    await within(`create.cycles.${at}`, () => createCycle(tx, viewer, { ...cycle, parentId: null, rhythm }));
  }
}

/** A refusal of something that is made first stops the import; its field says which one it was. */
async function within(field: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const problems =
      error instanceof ORPCError ? (error.data as { problems?: FieldProblem[] } | undefined)?.problems : null;
    if (!problems) throw error;
    throw refused(...problems.map((problem) => ({ ...problem, field: `${field}.${problem.field}` })));
  }
}
