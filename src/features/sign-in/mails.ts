/** The letters this room sends: plain text first, and the same words as HTML. */

import type { Letter } from "../../platform/mail/mail.ts";

interface Addressee {
  name: string;
  email: string;
}

/** The link carries its token behind "#", which a browser never sends: opening it, as mail scanners do, uses nothing up. */
export function passwordResetMail({ name, email }: Addressee, link: string, minutes: number): Letter {
  return letter(email, "Choose a new password", [
    `Hello ${name},`,
    "someone, hopefully you, asked for a new password for Throughline. Choose it here:",
    { link },
    `The link works once, for ${minutes} minutes. If it was not you, do nothing: your password stays as it is.`,
  ]);
}

/** Sent after every change, so that a change somebody else made does not pass unseen. */
export function passwordChangedMail({ name, email }: Addressee, link: string): Letter {
  return letter(email, "Your password was changed", [
    `Hello ${name},`,
    "your password for Throughline was just changed, and you were signed out everywhere else. API tokens keep working.",
    "If it was not you, choose a new password now, then look through your API tokens:",
    { link },
  ]);
}

type Paragraph = string | { link: string };

function letter(to: string, subject: string, paragraphs: Paragraph[]): Letter {
  const text = paragraphs.map((part) => (typeof part === "string" ? part : part.link)).join("\n\n");
  const html = paragraphs
    .map((part) => `<p>${typeof part === "string" ? escaped(part) : anchor(part.link)}</p>`)
    .join("\n");
  return { to, subject, text: `${text}\n`, html: `${html}\n` };
}

function anchor(link: string): string {
  return `<a href="${escaped(link)}">${escaped(link)}</a>`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}
