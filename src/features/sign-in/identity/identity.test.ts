import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { firefox, type SignInHouse, signInHouse } from "../../../../test/support/sign-in.ts";

const password = "a winding road to Porto";

let house: SignInHouse;
beforeAll(async () => {
  house = await signInHouse();
});
afterAll(async () => {
  expect(house.broken).toEqual([]);
  await house.stop();
});

describe("an account", () => {
  test("is found by its address in any case, and says nothing else", async () => {
    const { identityId, email } = await house.person();
    expect(await house.identity.describe(identityId)).toEqual({ email, name: "Ines Marques" });
    expect((await house.identity.signIn({ email: email.toUpperCase(), password, ...firefox })).identityId).toBe(
      identityId,
    );
  });

  test("keeps no readable password, session cookie or reset token", async () => {
    const who = await house.person();
    const cookie = await house.enter(who);
    const before = house.sent.length;
    house.identity.askPasswordReset(who.email);
    await house.identity.settled();
    const token = /#(\S+)/.exec(house.sent[before]!.text)![1]!;
    const { rows } = await house.sql.query(
      `select (select string_agg(t::text, ' ') from identity.account t) || (select string_agg(t::text, ' ') from identity.session t)
         || (select string_agg(t::text, ' ') from identity.verification t) as everything`,
    );
    for (const secret of [password, decodeURIComponent(cookie.split("=")[1]!), token]) {
      expect(rows[0].everything).not.toContain(secret);
    }
  });

  test("is refused with a weak password", async () => {
    const account = { email: "weak@osier.example", name: "Weak", password: "short" };
    await expect(house.identity.createAccount(account)).rejects.toMatchObject({ code: "REFUSED" });
  });

  test("that belongs to an organisation is not made again; one whose first run was cut short is", async () => {
    const { identityId, email } = await house.person();
    const cookie = await house.enter({ email, password });
    const again = { email, name: "Ines", password: "another road to Faro" };
    expect(await house.identity.createAccount(again)).toBe(identityId);
    expect(await house.whoIs(cookie)).toBeNull();
    expect(await house.enter(again)).toBeTruthy();
    const organisationId = await house.organisation();
    const memberId = await house.member(organisationId, "Ines");
    await house.join(organisationId, identityId, memberId);
    await expect(house.identity.createAccount(again)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("is made once when two ask for one address at once", async () => {
    const account = { email: "twice@osier.example", name: "Twice", password };
    const made = await Promise.allSettled([
      house.identity.createAccount(account),
      house.identity.createAccount(account),
    ]);
    const ids = made.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(new Set(ids).size).toBe(1);
    expect(JSON.stringify(house.broken.splice(0))).not.toContain("osier.example");
    expect(await house.identity.describe(ids[0]!)).toEqual({ email: account.email, name: "Twice" });
  });

  test("goes with the last organisation it belongs to", async () => {
    const only = await house.person();
    const both = await house.person();
    const [first, second] = [await house.organisation(), await house.organisation()];
    const join = async (organisationId: string, identityId: string) => {
      const memberId = await house.member(organisationId, "Someone");
      await house.join(organisationId, identityId, memberId);
    };
    await join(first, only.identityId);
    await join(first, both.identityId);
    await join(second, both.identityId);
    await house.database.write(first, { memberId: null, via: "system" }, house.identity.leaveWholeOrganisation);
    expect(await house.identity.describe(only.identityId)).toBeNull();
    const { memberships } = await house.identity.signIn({ ...both, ...firefox });
    expect(memberships.map(({ organisationId }) => organisationId)).toEqual([second]);
  });
});
