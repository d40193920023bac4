import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { invitationLink, invitationState, newInvitationSecret, readInvitationSecret } from "./invitation.ts";
import { invitationMail } from "./mails.ts";

test("a secret names its organisation and is kept by its hash", () => {
  fc.assert(
    fc.property(fc.uuid(), (organisationId) => {
      const secret = newInvitationSecret(organisationId);
      const read = readInvitationSecret(secret);
      expect(read?.organisationId).toBe(organisationId);
      expect(read?.hash).toHaveLength(32);
    }),
  );
});

test.each([
  "",
  "x",
  "tl_AAAA_BBBB",
  "AAAAAAAAAAAAAAAAAAAAAA",
  `${"A".repeat(22)}.${"A".repeat(42)}`,
  `${"A".repeat(22)}.${"A".repeat(43)} `,
])("%j is no secret", (text) => expect(readInvitationSecret(text)).toBeNull());

test("two secrets are never alike, and the link keeps its own behind #", () => {
  const id = "01936f0e-7d7b-7cc1-a1f0-0242ac120002";
  const [one, two] = [newInvitationSecret(id), newInvitationSecret(id)];
  expect(one).not.toBe(two);
  expect(invitationLink("https://okr.osier.example", one)).toBe(`https://okr.osier.example/invitation#${one}`);
});

describe("an invitation", () => {
  const expiresAt = "2027-03-02T09:12:00Z";
  const end = Date.parse(expiresAt);
  const waits = { acceptedAt: null, withdrawnAt: null, expiresAt };
  test.each([
    ["waits until its last instant", waits, end - 1, "open"],
    ["ends at that instant", waits, end, "ended"],
    ["stays accepted when it is over", { ...waits, acceptedAt: expiresAt }, end + 1, "accepted"],
    ["stays withdrawn when it is over", { ...waits, withdrawnAt: expiresAt }, end + 1, "withdrawn"],
  ] as const)("%s", (_, invitation, now, state) => expect(invitationState(invitation, now)).toBe(state));
});

test("the letter says who invites where, with the link on a line of its own", () => {
  const letter = invitationMail({
    email: "mei.tan@osier.example",
    name: "",
    link: "https://okr.osier.example/invitation#s",
    organisationName: "Osier\r\nBcc: all",
    inviterName: "Hanna Vogel",
  });
  expect(letter).toMatchObject({ to: "mei.tan@osier.example", subject: "Hanna Vogel invites you to Osier Bcc: all" });
  expect(letter.text.split("\n")).toContain("https://okr.osier.example/invitation#s");
  expect(letter.text.startsWith("Hello,\n")).toBe(true);
});
