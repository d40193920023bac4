/** Who belongs to the organisation: its settings, members and their roles, the tree of teams, invitations. */
import { invitations } from "./contract/invitations.ts";
import { members } from "./contract/members.ts";
import { organisation } from "./contract/organisation.ts";
import { teams } from "./contract/teams.ts";

export const people = { organisation, members, teams, invitations };
