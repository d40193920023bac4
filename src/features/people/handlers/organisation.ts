import type { Tx } from "../../../platform/database/database.ts";
import { changesBetween, sameVersion } from "../../../platform/edits.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notAllowed, refused } from "../../../platform/refusals.ts";
import type { StatusRule } from "../contract/organisation.ts";
import { people } from "../contract.ts";
import { organisationChanged, organisationCreated } from "../events.ts";
import { organisationCan } from "../permissions.ts";
import {
  addOrganisation,
  changeOrganisation,
  type Founding,
  holdOrganisation,
  removeOrganisation,
  theOrganisation,
} from "../queries/organisation.ts";
import { addMember, type Joining } from "./members.ts";

const os = keeps(people.organisation);

export const organisation = os.router({
  get: os.get.handler(({ context }) =>
    context.read(async (tx) => present(await theOrganisation(tx), organisationCan(context.viewer.role))),
  ),

  update: os.update.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { version, ...wanted } = input;
      const can = organisationCan(context.viewer.role);
      const before = await holdOrganisation(tx);
      const changes = changesBetween(before, wanted);
      const rules = Object.keys(changes).filter((field) => ruleFields.includes(field));
      if (rules.length > 0 && !can.changeRules) throw notAllowed("Ask the owner or a champion.");
      if (Object.keys(changes).length > rules.length && !can.edit) throw notAllowed("Ask the owner or an admin.");
      sameVersion(before, version, wanted);
      if (Object.keys(changes).length === 0) return present(before, can);
      const after = await changeOrganisation(tx, wanted);
      await tx.record(organisationChanged(tx.organisationId, changes));
      return present(after, can);
    }),
  ),

  remove: os.remove.handler(async ({ input, context }) => {
    const { organisationId } = context.viewer;
    await context.write(async (tx) => {
      const { name } = await holdOrganisation(tx);
      if (input.name.trim() !== name) {
        throw refused({
          field: "name",
          expected: `the organisation's name, ${name}`,
          todo: "Type it out to delete it.",
        });
      }
      await context.services.identity.leaveWholeOrganisation(tx);
      await removeOrganisation(tx);
    });
    context.services.forgetViewers(organisationId);
    context.log.info({ organisationId }, "An organisation was deleted whole.");
    return { done: true as const };
  }),
});

/** How progress is judged belongs to the champions; the rest to those who run the system. */
const ruleFields = ["fiscalYearStartMonth", "statusRule", "plannedEnergy"];

/** Makes the organisation of this transaction with its first owner. */
export async function createOrganisation(tx: Tx, founding: Founding, owner: Omit<Joining, "role">): Promise<void> {
  await addOrganisation(tx, founding);
  await tx.record(organisationCreated(tx.organisationId));
  await addMember(tx, { ...owner, role: "owner" });
}

type OrganisationRow = Awaited<ReturnType<typeof theOrganisation>>;

function present(row: OrganisationRow, can: ReturnType<typeof organisationCan>) {
  return { ...row, statusRule: row.statusRule as StatusRule, can };
}
