import { call } from "@orpc/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { firefox, type SignInHouse, signInHouse } from "../../../test/support/sign-in.ts";
import type { Role } from "../../platform/contract.ts";
import type { RequestContext, Viewer } from "../../platform/http/context.ts";
import { newId } from "../../platform/ids.ts";
import { signIn } from "./handlers.ts";

let house: SignInHouse;
let organisationId: string;
beforeAll(async () => {
  house = await signInHouse();
  organisationId = await house.organisation();
});
afterAll(() => house.stop());

/** A member with an account and a session, and what a request of theirs carries. */
async function ines(role: Role = "member", organisation = organisationId) {
  const who = await house.person();
  const memberId = await house.member(organisation, "Ines", role);
  await house.join(organisation, who.identityId, memberId);
  const cookie = await house.enter(who);
  const { sessionId } = (await house.whoIs(cookie))!;
  const viewer: Viewer = {
    organisationId: organisation,
    memberId,
    identityId: who.identityId,
    role,
    leads: [],
    teams: [],
    timeZone: "Europe/Lisbon",
    via: "web",
    scopes: ["read", "write", "manage"],
    sessionId,
  };
  return { ...who, memberId, cookie, viewer };
}

function asking(visitor: Viewer | null, cookie = "") {
  const cookies: string[] = [];
  const { database } = house;
  const actor = { memberId: visitor?.memberId ?? null, via: visitor?.via ?? ("web" as const) };
  const context = {
    viewer: visitor!,
    visitor,
    read: (work) => database.read(visitor!.organisationId, work, actor),
    write: (work) => database.write(visitor!.organisationId, actor, work),
    writeTogether: (grouped, input) => database.writeTogether(visitor!.organisationId, actor, grouped, input),
    writeAs: database.write,
    database,
    clock: house.clock,
    log: { info: () => {} } as unknown as RequestContext["log"],
    services: { identity: house.identity, tokens: house.tokens } as RequestContext["services"],
    http: {
      ...firefox,
      cookie,
      loopback: true,
      unmarked: false,
      setCookie: (set) => void cookies.push(set),
      attempt: () => {},
      retryAfter: () => {},
    },
  } satisfies RequestContext;
  return { context, cookies };
}

const eventsOf = async (memberId: string) =>
  (
    await house.sql.query(
      "select kind, facts, visible_to from event where actor_id = $1 or (actor_id is null and subject_id = $1) order by position",
      [memberId],
    )
  ).rows;

describe("the session", () => {
  test("is begun by e-mail and password, and says who one is here", async () => {
    const { email, password, memberId, viewer } = await ines("champion");
    const { context, cookies } = asking(null);
    const session = await call(signIn.session.create, { email, password }, { context });
    expect(session).toMatchObject({
      organisation: { id: organisationId, name: "Osier" },
      member: { id: memberId, name: "Ines", role: "champion", timeZone: "Europe/Lisbon" },
      via: "web",
    });
    expect(cookies).toEqual([expect.stringMatching(/^throughline_session=/)]);
    expect(await call(signIn.session.current, undefined, asking(viewer))).toEqual(session);
  });

  test("is not begun by a member who left, who learns so only with the right password", async () => {
    const { email, password, memberId, identityId } = await ines();
    await house.sql.query("update member set deactivated_at = now() where id = $1", [memberId]);
    const { context, cookies } = asking(null);
    const entering = call(signIn.session.create, { email, password }, { context });
    await expect(entering).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    expect(cookies).toEqual([]);
    expect(await house.identity.sessionsOf(identityId)).toEqual([]);
  });

  test("is ended, and the browser forgets it", async () => {
    const { viewer, cookie } = await ines();
    const { context, cookies } = asking(viewer, cookie);
    await call(signIn.session.end, undefined, { context });
    expect(cookies).toEqual([expect.stringContaining("Max-Age=0")]);
    expect(await house.whoIs(cookie)).toBeNull();
  });

  test.each([
    { email: "no address", password: "x" },
    { email: "ines@osier.example" },
    { email: "ines@osier.example", password: "x".repeat(1_001) },
    { email: ["ines@osier.example"], password: "x" },
  ])("is not begun with %j", async (input) => {
    await expect(call(signIn.session.create, input as never, asking(null))).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });

  test("of somebody else cannot be ended, nor one that is not there", async () => {
    const [me, other] = [await ines(), await ines()];
    for (const id of [other.viewer.sessionId!, "made-up"]) {
      await expect(call(signIn.sessions.end, { id }, asking(me.viewer))).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await house.whoIs(other.cookie)).not.toBeNull();
  });

  test("stays when the others end, and that is recorded for its member alone", async () => {
    const me = await ines();
    const elsewhere = [await house.enter(me), await house.enter(me)];
    const { items } = await call(signIn.sessions.list, undefined, asking(me.viewer));
    expect(items.filter(({ current }) => current).map(({ id }) => id)).toEqual([me.viewer.sessionId]);
    expect(await call(signIn.sessions.endOthers, undefined, asking(me.viewer))).toEqual({ ended: 2 });
    for (const cookie of elsewhere) expect(await house.whoIs(cookie)).toBeNull();
    expect(await house.whoIs(me.cookie)).not.toBeNull();
    expect(await eventsOf(me.memberId)).toEqual([
      { kind: "sessions-ended", facts: { count: 2 }, visible_to: me.memberId },
    ]);
  });
});

describe("the password", () => {
  test("is changed by its owner and reset by a link; both are recorded without it", async () => {
    const me = await ines();
    const asked = asking(me.viewer, me.cookie);
    await call(signIn.password.change, { current: me.password, password: "another road to Faro" }, asked);
    expect(asked.cookies).toHaveLength(1);
    await call(signIn.passwordReset.ask, { email: me.email }, asking(null));
    await house.identity.settled();
    const token = /#(\S+)/.exec(house.sent.at(-1)!.text)![1]!;
    await call(signIn.passwordReset.use, { token, password: "a third road to Beja" }, asking(null));
    expect((await eventsOf(me.memberId)).map(({ kind, facts }) => [kind, facts.how])).toEqual([
      ["password-changed", "changed"],
      ["password-changed", "reset"],
    ]);
  });

  test("is asked for alike by a stranger", async () => {
    const done = call(signIn.passwordReset.ask, { email: "stranger@osier.example" }, asking(null));
    expect(await done).toEqual({ done: true });
  });
});

describe("API tokens", () => {
  const laptop = () => ({ id: newId(), name: "laptop", scopes: ["write", "read"] as ("read" | "write")[], days: 30 });

  test("are shown once, listed without their secret, and revoked at once", async () => {
    const me = await ines();
    const asked = laptop();
    const { token, ...made } = await call(signIn.tokens.create, asked, asking(me.viewer));
    expect(made).toMatchObject({ id: asked.id, name: "laptop", scopes: ["read", "write"], revokedAt: null });
    expect(Date.parse(made.expiresAt) - house.clock.now().epochMilliseconds).toBe(30 * 24 * 60 * 60 * 1000);
    expect(await house.tokens.memberOfToken(token)).toMatchObject({ memberId: me.memberId, scopes: ["read", "write"] });
    const { items } = await call(signIn.tokens.list, {}, asking(me.viewer));
    expect(items.map(({ id, can }) => [id, can])).toEqual([[asked.id, { revoke: true }]]);
    expect(JSON.stringify(items)).not.toContain(token.slice(27));
    await call(signIn.tokens.revoke, { id: asked.id }, asking(me.viewer));
    await call(signIn.tokens.revoke, { id: asked.id }, asking(me.viewer));
    expect(await house.tokens.memberOfToken(token)).toBeNull();
    expect((await eventsOf(me.memberId)).map(({ kind }) => kind)).toEqual(["token-created", "token-revoked"]);
  });

  test("are not made twice with one id, nor beyond fifty", async () => {
    const me = await ines();
    const asked = laptop();
    await call(signIn.tokens.create, asked, asking(me.viewer));
    await expect(call(signIn.tokens.create, asked, asking(me.viewer))).rejects.toMatchObject({ code: "CONFLICT" });
    for (let i = 1; i < 50; i += 1) await call(signIn.tokens.create, laptop(), asking(me.viewer));
    await expect(call(signIn.tokens.create, laptop(), asking(me.viewer))).rejects.toMatchObject({ code: "CONFLICT" });
    const pages = [];
    let after: string | undefined;
    do {
      const page = await call(signIn.tokens.list, { limit: 20, after }, asking(me.viewer));
      pages.push(page.items.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(pages.map((page) => page.length)).toEqual([20, 20, 10]);
    expect(new Set(pages.flat()).size).toBe(50);
    const made_up = call(signIn.tokens.list, { after: "made-up" }, asking(me.viewer));
    await expect(made_up).rejects.toMatchObject({ data: { problems: [{ field: "after" }] } });
  });

  test.each([
    ["guest", ["manage"]],
    ["guest", ["read", "manage"]],
    ["member", ["manage"]],
  ] as const)("of a %s cannot have %j", async (role, scopes) => {
    const { viewer } = await ines(role);
    const asked = call(signIn.tokens.create, { ...laptop(), scopes: [...scopes] }, asking(viewer));
    await expect(asked).rejects.toMatchObject({ data: { problems: [{ field: "scopes" }] } });
  });

  test.each([
    { days: 0 },
    { days: 366 },
    { days: 1.5 },
    { days: undefined },
    { scopes: [] },
    { scopes: ["all"] },
    { name: "" },
    { id: "1" },
  ])("are not made with %j", async (wrong) => {
    const { viewer } = await ines();
    const asked = call(signIn.tokens.create, { ...laptop(), ...wrong } as never, asking(viewer));
    await expect(asked).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  test("of others are the administrator's to see and revoke, nobody else's, and never another organisation's", async () => {
    const [me, colleague, admin] = [await ines(), await ines(), await ines("admin")];
    const stranger = await ines("owner", await house.organisation());
    const { id } = await call(signIn.tokens.create, laptop(), asking(me.viewer));
    await expect(call(signIn.tokens.list, { whose: "everyone" }, asking(colleague.viewer))).rejects.toMatchObject({
      code: "NOT_ALLOWED",
    });
    for (const other of [colleague, stranger]) {
      await expect(call(signIn.tokens.revoke, { id }, asking(other.viewer))).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    expect((await call(signIn.tokens.list, { whose: "everyone" }, asking(stranger.viewer))).items).toEqual([]);
    const seen = await call(signIn.tokens.list, { whose: "everyone", limit: 200 }, asking(admin.viewer));
    expect(seen.items.find((token) => token.id === id)).toMatchObject({
      member: { id: me.memberId },
      can: { revoke: true },
    });
    const writing = { ...admin.viewer, scopes: ["read", "write"] as const };
    await expect(call(signIn.tokens.revoke, { id }, asking(writing))).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    await call(signIn.tokens.revoke, { id }, asking(admin.viewer));
  });

  test("cannot make tokens, change the password or touch sessions", async () => {
    const { viewer, password } = await ines("owner");
    const byToken = asking({ ...viewer, sessionId: null, via: "api" });
    for (const attempt of [
      call(signIn.tokens.create, laptop(), byToken),
      call(signIn.password.change, { current: password, password: "another road to Faro" }, byToken),
      call(signIn.session.end, undefined, byToken),
      call(signIn.sessions.list, undefined, byToken),
      call(signIn.sessions.endOthers, undefined, byToken),
      call(signIn.sessions.end, { id: viewer.sessionId! }, byToken),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    }
  });
});
