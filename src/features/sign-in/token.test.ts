import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newToken, readToken } from "./token.ts";

describe("a token", () => {
  test("names its organisation and hashes alike, whatever the secret holds", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uint8Array({ minLength: 32, maxLength: 32 }), (organisationId, secret) => {
        const token = newToken(organisationId, () => Buffer.from(secret));
        const read = readToken(token);
        expect(read?.organisationId).toBe(organisationId);
        expect(read?.hash).toEqual(readToken(token)?.hash);
        expect(read?.hash).toHaveLength(32);
      }),
    );
  });

  test("is another one each time", () => {
    const organisationId = "01936f0e-7d7b-7cc1-a1f0-0242ac120002";
    expect(newToken(organisationId)).not.toBe(newToken(organisationId));
  });

  test.each([
    "",
    "tl_",
    "tl_abc_def",
    `tl_${"a".repeat(22)}_${"b".repeat(42)}`,
    `xx_${"a".repeat(22)}_${"b".repeat(43)}`,
  ])("is not read from %j", (text) => expect(readToken(text)).toBeNull());

  test("is not read from any other text", () => {
    fc.assert(fc.property(fc.string(), (text) => readToken(text) === null));
  });
});
