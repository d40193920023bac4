import { invitations } from "./handlers/invitations.ts";
import { members } from "./handlers/members.ts";
import { organisation } from "./handlers/organisation.ts";
import { teams } from "./handlers/teams.ts";

export const people = { organisation, members, teams, invitations };
