/** The letter this room sends, in plain text. */
import { invitationDays } from "./invitation.ts";

interface Invited {
  email: string;
  name: string;
  link: string;
  organisationName: string;
  inviterName: string;
}

export function invitationMail({ email, name, link, organisationName, inviterName }: Invited) {
  return {
    to: email,
    subject: oneLine(`${inviterName} invites you to ${organisationName}`),
    text: [
      name ? `Hello ${name},` : "Hello,",
      `${inviterName} invites you to ${organisationName} on Throughline. Choose how you sign in, and you are there:`,
      link,
      `The link is yours alone and works for ${invitationDays} days. If you expected no invitation, do nothing.`,
    ]
      .join("\n\n")
      .concat("\n"),
  };
}

/** Names are one line already; a header is not the place to trust that. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
