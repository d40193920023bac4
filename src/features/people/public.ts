export { acceptInvitation, openInvitation } from "./handlers/invitations.ts";
export { addMember } from "./handlers/members.ts";
export { createOrganisation } from "./handlers/organisation.ts";
export { addTeam } from "./handlers/teams.ts";
export { readInvitationSecret } from "./invitation.ts";
export { mayCreateTeams, mayGiveRole } from "./permissions.ts";
export { type ViewerRow, viewerRow } from "./queries/members.ts";
