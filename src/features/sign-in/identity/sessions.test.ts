import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { firefox, type SignInHouse, signInHouse } from "../../../../test/support/sign-in.ts";

const wrongPair = { code: "REFUSED", data: { problems: [expect.objectContaining({ field: "password" })] } };
const nothing = () => {};

const password = "a winding road to Porto";

let house: SignInHouse;
beforeAll(async () => {
  house = await signInHouse();
});
afterAll(async () => {
  expect(house.broken).toEqual([]);
  await house.stop();
});

describe("signing in", () => {
  test("refuses alike for a wrong password, an unknown address and what is no address", async () => {
    const { email } = await house.person();
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
    const { email } = await house.person();
    const spent = { known: 0, unknown: 0 };
    for (let i = 0; i < 4; i += 1) {
      for (const [kind, address] of [
        ["known", email],
        ["unknown", "stranger@osier.example"],
      ] as const) {
        const start = performance.now();
        await house.identity.signIn({ email: address, password: "wrong", ...firefox }).catch(nothing);
        spent[kind] += performance.now() - start;
      }
    }
    expect(spent.unknown / spent.known).toBeGreaterThan(0.4);
    expect(spent.unknown / spent.known).toBeLessThan(2.5);
  });

  test("stops guessing after ten attempts from one network, for that address only, and lets a good one start afresh", async () => {
    const guessed = await house.person();
    const other = await house.person();
    const guess = (from = firefox) => house.identity.signIn({ email: guessed.email, password: "wrong", ...from });
    for (let i = 0; i < 9; i += 1) await expect(guess()).rejects.toMatchObject(wrongPair);
    expect(await house.enter(guessed)).toBeTruthy();
    for (let i = 0; i < 10; i += 1) await expect(guess()).rejects.toMatchObject(wrongPair);
    await expect(guess()).rejects.toMatchObject({ code: "TOO_MANY", data: { retryAfter: expect.any(Number) } });
    await expect(house.enter(guessed)).rejects.toMatchObject({ code: "TOO_MANY" });
    expect(await house.enter(guessed, { ip: "198.51.100.2", userAgent: "" })).toBeTruthy();
    expect(await house.enter(other)).toBeTruthy();
  });

  test("sets a cookie that scripts and other sites do not get, secure where the address is", async () => {
    const { setCookie } = await house.identity.signIn({ ...(await house.person()), ...firefox });
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
    const who = await house.person();
    const cookie = await house.enter(who);
    const first = await house.whoIs(`theme=dark; ${cookie}`);
    expect(first).toMatchObject({ identityId: who.identityId, memberships: [] });
    await house.sql.query(`delete from identity.session where "userId" = $1`, [who.identityId]);
    expect(await house.whoIs(cookie)).toEqual(first);
    house.clock.set(house.clock.now().add({ seconds: 5 }).toString());
    expect(await house.whoIs(cookie)).toBeNull();
  });

  test("is nobody's with a changed, foreign or missing cookie", async () => {
    const cookie = await house.enter(await house.person());
    const forged = cookie.replace(/\.[^.]+$/, ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D");
    for (const other of ["", "theme=dark", "throughline_session=", "throughline_session=abc.def", forged]) {
      expect(await house.whoIs(other)).toBeNull();
    }
  });

  test("is listed with where it came from, and ended there at once", async () => {
    const who = await house.person();
    const here = await house.enter(who);
    const there = await house.enter(who, { ip: "198.51.100.9", userAgent: "Phone" });
    await house.whoIs(there);
    const sessions = await house.identity.sessionsOf(who.identityId);
    expect(sessions.map(({ userAgent, ip }) => [userAgent, ip]).sort()).toEqual([
      ["Firefox", "203.0.113.7"],
      ["Phone", "198.51.100.9"],
    ]);
    const phone = sessions.find(({ userAgent }) => userAgent === "Phone")!;
    expect(JSON.stringify(sessions)).not.toContain(decodeURIComponent(there.split("=")[1]!).split(".")[0]);
    expect(await house.identity.endSession((await house.person()).identityId, phone.id)).toBe(false);
    expect(await house.identity.endSession(who.identityId, phone.id)).toBe(true);
    expect(await house.whoIs(there)).toBeNull();
    expect(await house.whoIs(here)).not.toBeNull();
  });

  test("ends with all the others, also where there are more than a hundred", async () => {
    const who = await house.person();
    const cookie = await house.enter(who);
    await house.sql.query(
      `insert into identity.session ("id", "expiresAt", "token", "updatedAt", "userId")
       select 's' || n, now() + interval '1 day', 't' || n, now(), $1 from generate_series(1, 150) n`,
      [who.identityId],
    );
    expect(await house.identity.endAllSessions(who.identityId)).toBe(151);
    expect(await house.whoIs(cookie)).toBeNull();
  });

  test("lives on by use: after a day the cookie is renewed, after thirty unused it is over", async () => {
    const who = await house.person();
    const cookie = await house.enter(who);
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
    expect(await house.whoIs(cookie)).toBeNull();
  });

  test("that is over is swept away, with reset links that are", async () => {
    const who = await house.person();
    await house.enter(who);
    await house.sql.query(`update identity.session set "expiresAt" = now() - interval '2 days' where "userId" = $1`, [
      who.identityId,
    ]);
    await house.identity.sweep();
    const { rows } = await house.sql.query(`select 1 from identity.session where "userId" = $1`, [who.identityId]);
    expect(rows).toEqual([]);
  });
});
