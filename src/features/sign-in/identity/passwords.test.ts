import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { firefox, type SignInHouse, signInHouse } from "../../../../test/support/sign-in.ts";

const wrongPair = { code: "REFUSED", data: { problems: [expect.objectContaining({ field: "password" })] } };

let house: SignInHouse;
beforeAll(async () => {
  house = await signInHouse();
});
afterAll(async () => {
  expect(house.broken).toEqual([]);
  await house.stop();
});

describe("a new password", () => {
  const next = "another road to Faro";

  async function resetToken(email: string) {
    const before = house.sent.length;
    house.identity.askPasswordReset(email);
    await house.identity.settled();
    return /\/reset-password#(\S+)/.exec(house.sent[before]?.text ?? "")?.[1];
  }

  test("is asked for by mail; nothing is sent to a stranger", async () => {
    const { email } = await house.person();
    expect(await resetToken("stranger@osier.example")).toBeUndefined();
    expect(await resetToken(email)).toBeTruthy();
    expect(house.sent.at(-1)!.to).toBe(email);
  });

  test("is sent three times an hour at most", async () => {
    const { email } = await house.person();
    const tokens = [];
    for (let i = 0; i < 4; i += 1) tokens.push(await resetToken(email));
    expect(tokens.map(Boolean)).toEqual([true, true, true, false]);
  });

  test("set by a link works once, ends every session and every other link, and is told by mail", async () => {
    const who = await house.person();
    const cookie = await house.enter(who);
    await house.whoIs(cookie);
    const [older, token] = [await resetToken(who.email), await resetToken(who.email)];
    await expect(house.identity.resetPassword(token!, "short")).rejects.toMatchObject({ code: "REFUSED" });
    expect(await house.identity.resetPassword(token!, next)).toEqual({ identityId: who.identityId, memberships: [] });
    expect(house.sent.at(-1)).toMatchObject({ to: who.email, subject: "Your password was changed" });
    expect(await house.whoIs(cookie)).toBeNull();
    await expect(house.enter(who)).rejects.toMatchObject(wrongPair);
    expect(await house.enter({ ...who, password: next })).toBeTruthy();
    for (const dead of [token!, older!, "made-up"]) {
      const refusal = house.identity.resetPassword(dead, "a third road to Beja");
      await expect(refusal).rejects.toMatchObject({ data: { problems: [{ field: "token" }] } });
    }
  });

  test("by a link of an hour ago is refused", async () => {
    const { email, identityId } = await house.person();
    const token = await resetToken(email);
    await house.sql.query(`update identity.verification set "expiresAt" = now() where value = $1`, [identityId]);
    await expect(house.identity.resetPassword(token!, next)).rejects.toMatchObject({
      data: { problems: [{ field: "token" }] },
    });
  });

  test("by one link used twice at once is set once", async () => {
    const { email } = await house.person();
    const token = await resetToken(email);
    const uses = ["a first road to Beja", "a second road to Beja"].map((each) =>
      house.identity.resetPassword(token!, each),
    );
    const settled = await Promise.allSettled(uses);
    expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("set by the person needs the old one, keeps this session and ends the others", async () => {
    const who = await house.person();
    const [here, there] = [await house.enter(who), await house.enter(who)];
    await house.whoIs(there);
    const change = { cookie: here, current: who.password, next, ...firefox };
    await expect(house.identity.changePassword({ ...change, current: "wrong" })).rejects.toMatchObject({
      data: { problems: [{ field: "current" }] },
    });
    await expect(house.identity.changePassword({ ...change, next: who.email })).rejects.toMatchObject({
      data: { problems: [{ field: "password" }] },
    });
    await expect(house.identity.changePassword({ ...change, cookie: "" })).rejects.toMatchObject({
      code: "NOT_SIGNED_IN",
    });
    const { setCookie } = await house.identity.changePassword(change);
    expect(await house.whoIs(setCookie.split(";")[0]!)).toMatchObject({ identityId: who.identityId });
    for (const ended of [here, there]) expect(await house.whoIs(ended)).toBeNull();
    expect(await house.identity.sessionsOf(who.identityId)).toHaveLength(1);
  });
});
