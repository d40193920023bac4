import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type SignInHouse, signInHouse } from "../../../../test/support/sign-in.ts";
import { newId } from "../../../platform/ids.ts";
import { addToken } from "../queries.ts";
import { newToken, readToken } from "../token.ts";
import { createWhoAsks } from "./who-asks.ts";

let house: SignInHouse;
let organisationId: string;
let door: ReturnType<typeof createWhoAsks>;
beforeAll(async () => {
  house = await signInHouse();
  organisationId = await house.organisation();
  door = createWhoAsks(house);
});
afterAll(() => house.stop());

const asked = (carried: { cookie?: string; authorization?: string; via?: string }) =>
  door.whoAsks({ cookie: "", authorization: "", via: "", renew: () => {}, ...carried });

async function signedIn() {
  const who = await house.person();
  const memberId = await house.member(organisationId, "Ines", "champion");
  await house.join(organisationId, who.identityId, memberId);
  return { ...who, memberId, cookie: await house.enter(who) };
}

async function tokenOf(memberId: string) {
  const token = newToken(organisationId);
  const { hash } = readToken(token)!;
  await house.database.write(organisationId, { memberId, via: "web" }, (tx) =>
    addToken(tx, {
      id: newId(),
      memberId,
      name: "laptop",
      hash,
      scopes: ["read"],
      expiresAt: tx.now.add({ hours: 24 }).toString(),
    }),
  );
  return `Bearer ${token}`;
}

const leave = (memberId: string) =>
  house.sql.query("update member set deactivated_at = now() where id = $1", [memberId]);

describe("who asks", () => {
  test("by a cookie is the member, with everything they may do", async () => {
    const { identityId, memberId, cookie } = await signedIn();
    expect(await asked({ cookie, via: "cli" })).toMatchObject({
      organisationId,
      identityId,
      memberId,
      role: "champion",
      via: "web",
      scopes: ["read", "write", "manage"],
      sessionId: expect.any(String),
    });
  });

  test("by a token is the member, with what the token allows", async () => {
    const { memberId } = await signedIn();
    const authorization = await tokenOf(memberId);
    for (const [via, seen] of [
      ["cli", "cli"],
      ["mcp", "mcp"],
      ["", "api"],
      ["system", "api"],
    ] as const) {
      const viewer = await asked({ authorization, via });
      expect(viewer).toMatchObject({ organisationId, memberId, scopes: ["read"], via: seen, sessionId: null });
    }
  });

  test("by a dead token is refused, even with a good cookie; by no or a dead cookie is a visitor", async () => {
    const { cookie } = await signedIn();
    for (const authorization of ["Bearer made-up", `Bearer ${newToken(organisationId)}`, "Basic abc"]) {
      await expect(asked({ cookie, authorization })).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
    }
    expect(await asked({})).toBeNull();
    expect(await asked({ cookie: "throughline_session=made.up" })).toBeNull();
  });

  test("is a visitor once they left, at once where this process was told", async () => {
    const { memberId, cookie } = await signedIn();
    const authorization = await tokenOf(memberId);
    await asked({ cookie });
    await asked({ authorization });
    await leave(memberId);
    door.forget(organisationId);
    expect(await asked({ cookie })).toBeNull();
    await expect(asked({ authorization })).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
  });

  test("is the member they still are elsewhere", async () => {
    const { identityId, memberId, cookie } = await signedIn();
    const other = await house.organisation();
    const elsewhere = await house.member(other, "Ines");
    await house.join(other, identityId, elsewhere);
    await leave(memberId);
    expect(await asked({ cookie })).toMatchObject({ organisationId: other, memberId: elsewhere, role: "member" });
  });

  test("is remembered for five seconds without SQL", async () => {
    const { cookie } = await signedIn();
    await asked({ cookie });
    const before = house.database.statements();
    await asked({ cookie });
    expect(house.database.statements()).toBe(before);
  });
});
