import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, test } from "vitest";
import { stillClock } from "../clock.ts";
import { folderMailer, smtpMailer } from "./mail.ts";

const letter = {
  to: "inês@osier.example",
  subject: "Come in, Inês",
  text: "Open https://okr.osier.example/invitation#x",
  html: "<p>Open</p>",
};
const undo: (() => void)[] = [];
afterEach(() => {
  for (const each of undo.splice(0)) each();
});

/** A real SMTP server that keeps what it took, or refuses to take it. */
async function postOffice({ refusing = false } = {}) {
  const taken: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: async (stream, _session, done) => {
      const mail = await simpleParser(stream);
      if (!refusing) taken.push(mail);
      done(refusing ? new Error("the box is full") : null);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  undo.push(() => server.close(() => {}));
  return { taken, url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` };
}

describe("mail", () => {
  test("goes through SMTP with its subject, sender and both bodies", async () => {
    const { taken, url } = await postOffice();
    const mailer = smtpMailer(url, "Throughline <okr@osier.example>");
    await mailer.send({ ...letter, to: "ines@osier.example" });
    mailer.close();
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatchObject({
      subject: letter.subject,
      text: expect.stringContaining(letter.text),
      html: expect.stringContaining("Open"),
    });
    expect(taken[0]?.from?.text).toBe('"Throughline" <okr@osier.example>');
  });

  test("a letter that the server does not take is an error, so that it is tried again", async () => {
    const { url } = await postOffice({ refusing: true });
    const mailer = smtpMailer(url, "okr@osier.example");
    await expect(mailer.send({ ...letter, to: "ines@osier.example" })).rejects.toThrow(/the box is full/);
    mailer.close();
  });

  test("without SMTP it becomes a file that only its owner reads, named in the log", async () => {
    const folder = mkdtempSync(join(tmpdir(), "throughline-mail-"));
    undo.push(() => rmSync(folder, { recursive: true }));
    const logged: object[] = [];
    await folderMailer(folder, "okr@osier.example", stillClock("2027-02-16T09:12:00Z"), {
      info: (facts) => logged.push(facts),
    }).send(letter);
    const path = join(folder, readdirSync(folder)[0] as string);
    expect(readFileSync(path, "utf8")).toContain(letter.text);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(logged).toEqual([{ path }]);
  });
});
