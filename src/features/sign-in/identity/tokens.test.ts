import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type SignInHouse, signInHouse } from "../../../../test/support/sign-in.ts";
import { newId } from "../../../platform/ids.ts";
import { addToken, revokeToken } from "../queries.ts";
import { newToken, readToken } from "../token.ts";

let house: SignInHouse;
let organisationId: string;
beforeAll(async () => {
  house = await signInHouse();
  organisationId = await house.organisation();
});
afterAll(async () => {
  expect(house.broken).toEqual([]);
  await house.stop();
});

/** A token of a new member, good for a day. */
async function tokenOf(organisation = organisationId) {
  const memberId = await house.member(organisation, "Ines");
  const token = newToken(organisation);
  const id = newId();
  await house.database.write(organisation, { memberId, via: "web" }, (tx) =>
    addToken(tx, {
      id,
      memberId,
      name: "laptop",
      hash: readToken(token)!.hash,
      scopes: ["read"],
      expiresAt: tx.now.add({ hours: 24 }).toString(),
    }),
  );
  return { id, memberId, token };
}

const later = (seconds: number) => house.clock.set(house.clock.now().add({ seconds }).toString());

async function lastUse(id: string): Promise<string | undefined> {
  await house.tokens.settled();
  const { rows } = await house.sql.query("select last_used_at from api_token where id = $1", [id]);
  return rows[0].last_used_at?.toISOString();
}

describe("a token", () => {
  test("acts for its member with its scopes, without SQL for five seconds", async () => {
    const { id, memberId, token } = await tokenOf();
    const bearer = await house.tokens.memberOfToken(token);
    expect(bearer).toMatchObject({ tokenId: id, organisationId, memberId, scopes: ["read"] });
    await house.tokens.settled();
    const before = house.database.statements();
    expect(await house.tokens.memberOfToken(token)).toEqual(bearer);
    expect(house.database.statements()).toBe(before);
  });

  test("that is revoked is dead at once here, and in five seconds elsewhere", async () => {
    const { id, token } = await tokenOf();
    await house.tokens.memberOfToken(token);
    await house.database.write(organisationId, { memberId: null, via: "system" }, (tx) => revokeToken(tx, id));
    expect(await house.tokens.memberOfToken(token)).not.toBeNull();
    house.tokens.forget(id);
    expect(await house.tokens.memberOfToken(token)).toBeNull();
  });

  test("is revoked with all others of its member when they leave, and stays so", async () => {
    const [leaving, staying] = [await tokenOf(), await tokenOf()];
    for (const { token } of [leaving, staying]) await house.tokens.memberOfToken(token);
    for (const _time of ["first", "again"]) {
      await house.database.write(organisationId, { memberId: null, via: "system" }, (tx) =>
        house.tokens.revokeAllOf(tx, leaving.memberId),
      );
      const { rows } = await house.sql.query("select kind from event where subject_id = $1", [leaving.id]);
      expect(rows).toEqual([{ kind: "token-revoked" }]);
    }
    expect(await house.tokens.memberOfToken(leaving.token)).toBeNull();
    expect(await house.tokens.memberOfToken(staying.token)).not.toBeNull();
  });

  test("that expires is dead to the second, remembered or not", async () => {
    const { token } = await tokenOf();
    later(24 * 60 * 60 - 1);
    expect(await house.tokens.memberOfToken(token)).not.toBeNull();
    later(1);
    expect(await house.tokens.memberOfToken(token)).toBeNull();
    later(10);
    expect(await house.tokens.memberOfToken(token)).toBeNull();
  });

  test("of a member who left is dead", async () => {
    const { memberId, token } = await tokenOf();
    await house.sql.query("update member set deactivated_at = now() where id = $1", [memberId]);
    expect(await house.tokens.memberOfToken(token)).toBeNull();
  });

  test("opens nothing in another organisation, with either half of another token, or as other text", async () => {
    const { token } = await tokenOf();
    const foreign = await tokenOf(await house.organisation());
    const mixed = `${foreign.token.slice(0, 26)}${token.slice(26)}`;
    for (const text of [mixed, newToken(organisationId), newToken(newId()), `${token}x`, "", "tl_"]) {
      expect(await house.tokens.memberOfToken(text)).toBeNull();
    }
  });

  test("notes its last use once a minute at most", async () => {
    const { id, token } = await tokenOf();
    await house.tokens.memberOfToken(token);
    const first = await lastUse(id);
    expect(Date.parse(first!)).toBe(house.clock.now().epochMilliseconds);
    later(59);
    await house.tokens.memberOfToken(token);
    expect(await lastUse(id)).toBe(first);
    later(1);
    await house.tokens.memberOfToken(token);
    expect(Date.parse((await lastUse(id))!)).toBe(Date.parse(first!) + 60_000);
  });
});
