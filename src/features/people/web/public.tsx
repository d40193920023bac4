export { DeleteOrganisation } from "./delete-organisation.tsx";
export { MemberPicker } from "./member-picker.tsx";
export { OrganisationForm } from "./organisation-form.tsx";
export { PeopleAndTeams } from "./people-and-teams.tsx";
export { PlannedEnergyForm } from "./planned-energy.tsx";
export { ProfileForm } from "./profile-form.tsx";
export { StatusRuleForm } from "./status-rule.tsx";
export { TeamOptions } from "./team-form.tsx";
