/** Signing in, being recognised, and ending it. */
import { createHash } from "node:crypto";
import { parseCookies } from "better-auth/cookies";
import type { Clock } from "../../../platform/clock.ts";
import { createThrottle, networkOf, type Throttle } from "../../../platform/http/throttle.ts";
import { refused, tooMany } from "../../../platform/refusals.ts";
import type { Memory } from "../memory.ts";
import { type Membership, membershipsOf } from "../queries.ts";
import { type Auth, answering, type IdentityNeeds, sessionCookie, visit } from "./auth.ts";

export interface Visitor {
  ip: string;
  userAgent: string;
}

export interface SignedIn {
  identityId: string;
  sessionId: string;
  memberships: Membership[];
}

export type Known = Memory<SignedIn>;

export function sessions(auth: Auth, { database, clock }: IdentityNeeds, known: Known) {
  const perVisitor = createThrottle({ attempts: 10, seconds: 15 * 60 });
  // NIST SP 800-63B-4, section 3.2.2: no more than 100 failures in a row on one account.
  const perAddress = createThrottle({ attempts: 100, seconds: 60 * 60 });

  /** Checks e-mail and password. Refuses alike, in about the same time, whether or not the address is known. */
  async function signIn({ email, password, ip, userAgent }: { email: string; password: string } & Visitor) {
    const address = email.trim().toLowerCase();
    const keys = [
      [perVisitor, `${address} ${networkOf(ip)}`],
      [perAddress, address],
    ] as const;
    for (const [throttle, key] of keys) attemptOrRefuse(throttle, key, clock);
    const { headers, response } = await auth.api
      .signInEmail({ body: { email: address, password }, headers: visit({ ip, userAgent }), returnHeaders: true })
      .catch(answering(wrongPair));
    for (const [throttle, key] of keys) throttle.forgive(key);
    const memberships = await database.shared((db) => membershipsOf(db, response.user.id));
    return { identityId: response.user.id, memberships, setCookie: sessionCookie(headers) };
  }

  /**
   * Whose session the request's Cookie header carries. Remembered for up to 5 seconds (then no SQL), forgotten at once
   * when the session ends in this process. `renew` receives the cookie to send back when use extended the session's life.
   */
  async function whoIs(cookie: string, renew: (setCookie: string) => void): Promise<SignedIn | null> {
    const value = parseCookies(cookie).get((await auth.$context).authCookies.sessionToken.name);
    if (!value) return null;
    const key = createHash("sha256").update(value).digest("base64");
    return known.recall(key, clock.now().epochMilliseconds, async () => {
      const { headers, response } = await auth.api.getSession({ headers: visit({ cookie }), returnHeaders: true });
      if (!response) return null;
      const memberships = await database.shared((db) => membershipsOf(db, response.user.id));
      const renewed = sessionCookie(headers);
      if (renewed) renew(renewed);
      return { identityId: response.user.id, sessionId: response.session.id, memberships };
    });
  }

  /** Sessions that still work, latest first. `lastUsedAt` is exact to a day. */
  async function sessionsOf(identityId: string) {
    const { internalAdapter } = await auth.$context;
    const active = await internalAdapter.listSessions(identityId, { onlyActiveSessions: true });
    return active
      .map(({ id, createdAt, updatedAt, expiresAt, ipAddress, userAgent }) => ({
        id,
        startedAt: createdAt.toISOString(),
        lastUsedAt: updatedAt.toISOString(),
        endsAt: expiresAt.toISOString(),
        ip: ipAddress ?? "",
        userAgent: userAgent ?? "",
      }))
      .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  }

  /** Ends the identity's sessions that `which` names; answers how many. They stop working at once. */
  async function endSessions(identityId: string, which: (sessionId: string) => boolean): Promise<number> {
    const { internalAdapter } = await auth.$context;
    const ended = (await internalAdapter.listSessions(identityId)).filter(({ id }) => which(id));
    if (ended.length > 0) await internalAdapter.deleteSessions(ended.map(({ token }) => token));
    known.forget((session) => session.identityId === identityId && which(session.sessionId));
    return ended.length;
  }

  return {
    signIn,
    whoIs,
    sessionsOf,
    endSessions,
    endSession: async (identityId: string, sessionId: string) =>
      (await endSessions(identityId, (id) => id === sessionId)) > 0,
    endAllSessions: (identityId: string) => endSessions(identityId, () => true),
    /** The Set-Cookie header that makes a browser forget its session. */
    async forgetfulCookie(): Promise<string> {
      const { name, attributes } = (await auth.$context).authCookies.sessionToken;
      return `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${attributes.secure ? "; Secure" : ""}`;
    },
  };
}

const wrongPair = () =>
  refused({
    field: "password",
    expected: "the password that belongs to this e-mail address",
    todo: "Check both, or ask for a new password.",
  });

/** Counts an attempt; 429 with the seconds to wait when there were too many. */
export function attemptOrRefuse(throttle: Throttle, key: string, clock: Clock): void {
  const wait = throttle.attempt(key, clock.now().epochMilliseconds);
  if (wait > 0) throw tooMany(wait);
}
