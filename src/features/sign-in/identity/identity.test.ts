import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type SignInHouse, signInHouse } from "../../../../test/support/sign-in.ts";

const password = "a winding road to Porto";
const firefox = { ip: "203.0.113.7", userAgent: "Firefox" };
const wrongPair = { code: "REFUSED", data: { problems: [expect.objectContaining({ field: "password" })] } };
const nothing = () => {};

let house: SignInHouse;
beforeAll(async () => {
  house = await signInHouse();
});
afterAll(async () => {
  expect(house.broken).toEqual([]);
  await house.stop();
});

let people = 0;
async function person() {
  const email = `person${++people}@osier.example`;
  const identityId = await house.identity.createAccount({ email, name: "Ines Marques", password });
  return { identityId, email, name: "Ines Marques", password };
}

async function signedIn(who: { email: string; password: string }, from = firefox) {
  const { setCookie } = await house.identity.signIn({ ...who, ...from });
  return setCookie.split(";")[0]!;
}

const whoIs = (cookie: string) => house.identity.whoIs(cookie, nothing);

describe("an account", () => {
  test("is found by its address in any case, and says nothing else", async () => {
    const { identityId, email } = await person();
    expect(await house.identity.describe(identityId)).toEqual({ email, name: "Ines Marques" });
    expect((await house.identity.signIn({ email: email.toUpperCase(), password, ...firefox })).identityId).toBe(
      identityId,
    );
  });

  test("keeps no readable password, session cookie or reset token", async () => {
    const who = await person();
    const cookie = await signedIn(who);
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
    const { identityId, email } = await person();
    const cookie = await signedIn({ email, password });
    const again = { email, name: "Ines", password: "another road to Faro" };
    expect(await house.identity.createAccount(again)).toBe(identityId);
    expect(await whoIs(cookie)).toBeNull();
    expect(await signedIn(again)).toBeTruthy();
    const organisationId = await house.organisation();
    const memberId = await house.member(organisationId, "Ines");
    await house.database.write(organisationId, { memberId, via: "web" }, (tx) =>
      house.identity.joinOrganisation(tx, identityId, memberId),
    );
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
    const only = await person();
    const both = await person();
    const [first, second] = [await house.organisation(), await house.organisation()];
    const join = async (organisationId: string, identityId: string) => {
      const memberId = await house.member(organisationId, "Someone");
      await house.database.write(organisationId, { memberId, via: "web" }, (tx) =>
        house.identity.joinOrganisation(tx, identityId, memberId),
      );
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

describe("signing in", () => {
  test("refuses alike for a wrong password, an unknown address and what is no address", async () => {
    const { email } = await person();
    for (const [address, attempt] of [
      [email, "wrong"],
      ["nobody@osier.example", password],
      [email, "x".repeat(900)],
      ["nothing like an address", password],
    ] as const) {
      const refusal = house.identity.signIn({ email: address, password: attempt, ...firefox });
      await expect(refusal).rejects.toMatchObject(wrongPair);
    }
  });

  test("takes as long for an unknown address as for a wrong password", async () => {
    const { email } = await person();
    const timed = async (address: string) => {
      const start = performance.now();
      for (let i = 0; i < 4; i += 1)
        await house.identity.signIn({ email: address, password: "wrong", ...firefox }).catch(nothing);
      return performance.now() - start;
    };
    const [known, unknown] = [await timed(email), await timed("stranger@osier.example")];
    expect(unknown / known).toBeGreaterThan(0.5);
    expect(unknown / known).toBeLessThan(2);
  });

  test("stops guessing after ten attempts from one network, for that address only, and lets a good one start afresh", async () => {
    const guessed = await person();
    const other = await person();
    const guess = (from = firefox) => house.identity.signIn({ email: guessed.email, password: "wrong", ...from });
    for (let i = 0; i < 9; i += 1) await expect(guess()).rejects.toMatchObject(wrongPair);
    expect(await signedIn(guessed)).toBeTruthy();
    for (let i = 0; i < 10; i += 1) await expect(guess()).rejects.toMatchObject(wrongPair);
    await expect(guess()).rejects.toMatchObject({ code: "TOO_MANY", data: { retryAfter: expect.any(Number) } });
    await expect(signedIn(guessed)).rejects.toMatchObject({ code: "TOO_MANY" });
    expect(await signedIn(guessed, { ip: "198.51.100.2", userAgent: "" })).toBeTruthy();
    expect(await signedIn(other)).toBeTruthy();
  });

  test("sets a cookie that scripts and other sites do not get, secure where the address is", async () => {
    const { setCookie } = await house.identity.signIn({ ...(await person()), ...firefox });
    expect(setCookie).toMatch(/^throughline_session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await house.identity.forgetfulCookie()).toBe(
      "throughline_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax",
    );
    const secure = await signInHouse({ publicAddress: "https://okr.osier.example" });
    const who = { email: "ines@osier.example", name: "Ines", password };
    await secure.identity.createAccount(who);
    const entered = await secure.identity.signIn({ ...who, ...firefox });
    expect(entered.setCookie).toMatch(/^__Secure-throughline_session=.*; Secure/);
    const cookie = entered.setCookie.split(";")[0]!;
    expect(await secure.identity.whoIs(cookie, nothing)).toMatchObject({ identityId: entered.identityId });
    expect(await secure.identity.forgetfulCookie()).toMatch(/^__Secure-throughline_session=; Max-Age=0; .*; Secure$/);
    await secure.stop();
  });
});

describe("a session", () => {
  test("is recognised without SQL for five seconds", async () => {
    const who = await person();
    const cookie = await signedIn(who);
    const first = await whoIs(`theme=dark; ${cookie}`);
    expect(first).toMatchObject({ identityId: who.identityId, memberships: [] });
    await house.sql.query(`delete from identity.session where "userId" = $1`, [who.identityId]);
    expect(await whoIs(cookie)).toEqual(first);
    house.clock.set(house.clock.now().add({ seconds: 5 }).toString());
    expect(await whoIs(cookie)).toBeNull();
  });

  test("is nobody's with a changed, foreign or missing cookie", async () => {
    const cookie = await signedIn(await person());
    const forged = cookie.replace(/\.[^.]+$/, ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D");
    for (const other of ["", "theme=dark", "throughline_session=", "throughline_session=abc.def", forged]) {
      expect(await whoIs(other)).toBeNull();
    }
  });

  test("is listed with where it came from, and ended there at once", async () => {
    const who = await person();
    const here = await signedIn(who);
    const there = await signedIn(who, { ip: "198.51.100.9", userAgent: "Phone" });
    await whoIs(there);
    const sessions = await house.identity.sessionsOf(who.identityId);
    expect(sessions.map(({ userAgent, ip }) => [userAgent, ip]).sort()).toEqual([
      ["Firefox", "203.0.113.7"],
      ["Phone", "198.51.100.9"],
    ]);
    const phone = sessions.find(({ userAgent }) => userAgent === "Phone")!;
    expect(JSON.stringify(sessions)).not.toContain(decodeURIComponent(there.split("=")[1]!).split(".")[0]);
    expect(await house.identity.endSession((await person()).identityId, phone.id)).toBe(false);
    expect(await house.identity.endSession(who.identityId, phone.id)).toBe(true);
    expect(await whoIs(there)).toBeNull();
    expect(await whoIs(here)).not.toBeNull();
  });

  test("ends with all the others, also where there are more than a hundred", async () => {
    const who = await person();
    const cookie = await signedIn(who);
    await house.sql.query(
      `insert into identity.session ("id", "expiresAt", "token", "updatedAt", "userId")
       select 's' || n, now() + interval '1 day', 't' || n, now(), $1 from generate_series(1, 150) n`,
      [who.identityId],
    );
    expect(await house.identity.endAllSessions(who.identityId)).toBe(151);
    expect(await whoIs(cookie)).toBeNull();
  });

  test("lives on by use: after a day the cookie is renewed, after thirty unused it is over", async () => {
    const who = await person();
    const cookie = await signedIn(who);
    const age = (days: number) =>
      house.sql.query(
        `update identity.session set "expiresAt" = now() + make_interval(days => $2) where "userId" = $1`,
        [who.identityId, 30 - days],
      );
    await age(2);
    const renewed: string[] = [];
    expect(await house.identity.whoIs(cookie, (again) => renewed.push(again))).not.toBeNull();
    expect(renewed).toEqual([expect.stringMatching(/^throughline_session=.*Max-Age=2592000/)]);
    expect(renewed[0]!.startsWith(cookie)).toBe(true);
    await age(31);
    house.clock.set(house.clock.now().add({ seconds: 5 }).toString());
    expect(await whoIs(cookie)).toBeNull();
  });

  test("that is over is swept away, with reset links that are", async () => {
    const who = await person();
    await signedIn(who);
    await house.sql.query(`update identity.session set "expiresAt" = now() - interval '2 days' where "userId" = $1`, [
      who.identityId,
    ]);
    await house.identity.sweep();
    const { rows } = await house.sql.query(`select 1 from identity.session where "userId" = $1`, [who.identityId]);
    expect(rows).toEqual([]);
  });
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
    const { email } = await person();
    expect(await resetToken("stranger@osier.example")).toBeUndefined();
    expect(await resetToken(email)).toBeTruthy();
    expect(house.sent.at(-1)!.to).toBe(email);
  });

  test("is sent three times an hour at most", async () => {
    const { email } = await person();
    const tokens = [];
    for (let i = 0; i < 4; i += 1) tokens.push(await resetToken(email));
    expect(tokens.map(Boolean)).toEqual([true, true, true, false]);
  });

  test("set by a link works once, ends every session and every other link, and is told by mail", async () => {
    const who = await person();
    const cookie = await signedIn(who);
    await whoIs(cookie);
    const [older, token] = [await resetToken(who.email), await resetToken(who.email)];
    await expect(house.identity.resetPassword(token!, "short")).rejects.toMatchObject({ code: "REFUSED" });
    expect(await house.identity.resetPassword(token!, next)).toEqual({ identityId: who.identityId, memberships: [] });
    expect(house.sent.at(-1)).toMatchObject({ to: who.email, subject: "Your password was changed" });
    expect(await whoIs(cookie)).toBeNull();
    await expect(signedIn(who)).rejects.toMatchObject(wrongPair);
    expect(await signedIn({ ...who, password: next })).toBeTruthy();
    for (const dead of [token!, older!, "made-up"]) {
      const refusal = house.identity.resetPassword(dead, "a third road to Beja");
      await expect(refusal).rejects.toMatchObject({ data: { problems: [{ field: "token" }] } });
    }
  });

  test("by a link of an hour ago is refused", async () => {
    const { email, identityId } = await person();
    const token = await resetToken(email);
    await house.sql.query(`update identity.verification set "expiresAt" = now() where value = $1`, [identityId]);
    await expect(house.identity.resetPassword(token!, next)).rejects.toMatchObject({
      data: { problems: [{ field: "token" }] },
    });
  });

  test("by one link used twice at once is set once", async () => {
    const { email } = await person();
    const token = await resetToken(email);
    const uses = ["a first road to Beja", "a second road to Beja"].map((each) =>
      house.identity.resetPassword(token!, each),
    );
    const settled = await Promise.allSettled(uses);
    expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("set by the person needs the old one, keeps this session and ends the others", async () => {
    const who = await person();
    const [here, there] = [await signedIn(who), await signedIn(who)];
    await whoIs(there);
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
    expect(await whoIs(setCookie.split(";")[0]!)).toMatchObject({ identityId: who.identityId });
    for (const ended of [here, there]) expect(await whoIs(ended)).toBeNull();
    expect(await house.identity.sessionsOf(who.identityId)).toHaveLength(1);
  });
});
