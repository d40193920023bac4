/** Choosing a password, again and anew. */

import { createThrottle } from "../../../platform/http/throttle.ts";
import { notSignedIn, refused } from "../../../platform/refusals.ts";
import { passwordChangedMail } from "../mails.ts";
import { weakness } from "../password.ts";
import { dropResetLinks, membershipsOf } from "../queries.ts";
import { type Auth, answering, type IdentityNeeds, sessionCookie, visit } from "./auth.ts";
import { attemptOrRefuse, type Known, type Visitor } from "./sessions.ts";

export function passwords(
  auth: Auth,
  needs: IdentityNeeds,
  known: Known,
  later: (work: () => Promise<unknown>) => void,
) {
  const { database, clock, publicAddress, sendMail } = needs;
  const changes = createThrottle({ attempts: 10, seconds: 15 * 60 });
  const letters = createThrottle({ attempts: 3, seconds: 60 * 60 });

  async function tellChanged(identityId: string, to: { name: string; email: string }) {
    known.forget((session) => session.identityId === identityId);
    await database.shared((db) => dropResetLinks(db, identityId));
    await sendMail(passwordChangedMail(to, `${publicAddress}/forgot-password`));
  }

  /** Sends a link to a new password where the address is known, three an hour at most. Answers at once and always alike. */
  function askPasswordReset(email: string): void {
    const address = email.trim().toLowerCase();
    if (letters.attempt(address, clock.now().epochMilliseconds) > 0) return;
    later(() => auth.api.requestPasswordReset({ body: { email: address } }));
  }

  /** Sets a new password by the token of a link, once, and ends every session. Answers whose it was. */
  async function resetPassword(token: string, password: string) {
    const { internalAdapter } = await auth.$context;
    const link = await internalAdapter.findVerificationValue(`reset-password:${token}`);
    const user = link && (await internalAdapter.findUserById(link.value));
    if (!user) throw deadLink();
    requireStrength(password, [user.email, user.name]);
    await auth.api.resetPassword({ body: { token, newPassword: password } }).catch(answering(deadLink));
    await tellChanged(user.id, user);
    return { identityId: user.id, memberships: await database.shared((db) => membershipsOf(db, user.id)) };
  }

  /** Changes the password of the session in the Cookie header, ends all others and answers this one's new cookie. */
  async function changePassword(change: { cookie: string; current: string; next: string } & Visitor) {
    const session = await auth.api.getSession({ headers: visit(change), query: { disableRefresh: true } });
    if (!session) throw notSignedIn();
    const { user } = session;
    attemptOrRefuse(changes, user.id, clock);
    requireStrength(change.next, [user.email, user.name]);
    const body = { currentPassword: change.current, newPassword: change.next, revokeOtherSessions: true };
    const { headers } = await auth.api
      .changePassword({ body, headers: visit(change), returnHeaders: true })
      .catch(answering(wrongCurrent));
    changes.forgive(user.id);
    await tellChanged(user.id, user);
    return { identityId: user.id, setCookie: sessionCookie(headers) };
  }

  return { askPasswordReset, resetPassword, changePassword };
}

/** Refuses a weak password; `known` is what others know of the person. */
export function requireStrength(password: string, known: string[]): void {
  const expected = weakness(password, known);
  if (expected) throw refused({ field: "password", expected, todo: "Choose another password." });
}

const wrongCurrent = () =>
  refused({ field: "current", expected: "your password of today", todo: "Check it, or ask for a new password." });
const deadLink = () =>
  refused({
    field: "token",
    expected: "a link that is not older than an hour and was not used",
    todo: "Ask for a new link.",
  });
