import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../clock.ts";

export interface Letter {
  to: string;
  subject: string;
  text: string;
  html?: string;
}

export interface Mailer {
  send(letter: Letter): Promise<void>;
  close(): void;
}

interface Log {
  info(facts: object, sentence: string): void;
}

/** Delivers through SMTP. Throws when the server does not take it, so that the job is tried again. */
export function smtpMailer(url: string, from: string): Mailer {
  // Loaded with the first letter.
  const open = async () => (await import("nodemailer")).createTransport(url, { from });
  let transport: ReturnType<typeof open> | undefined;
  return {
    send: async (letter) => {
      transport ??= open();
      await (await transport).sendMail(letter);
    },
    close: () => void transport?.then((each) => each.close()),
  };
}

/** Without SMTP each letter becomes a file that the administrator can read and pass on; the log names it. */
export function folderMailer(folder: string, from: string, clock: Clock, log: Log): Mailer {
  return {
    send: async (letter) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(
        folder,
        `${clock.now().toString().replaceAll(":", "-")}-${letter.to.replaceAll(/[^A-Za-z0-9@.-]/g, "_")}.txt`,
      );
      await writeFile(path, `From: ${from}\nTo: ${letter.to}\nSubject: ${letter.subject}\n\n${letter.text}\n`, {
        mode: 0o600,
      });
      log.info({ path }, "No SMTP_URL is set: the letter was written to a file.");
    },
    close: () => {},
  };
}
