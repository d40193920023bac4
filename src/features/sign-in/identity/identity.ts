/** Who a person is: accounts, sessions and passwords. Which member they are in an organisation is a membership. */
import { conflict } from "../../../platform/refusals.ts";
import { createMemory } from "../memory.ts";
import { addMembership, dropExpired, dropMemberships, membershipsOf } from "../queries.ts";
import { type Auth, answering, type IdentityNeeds, openAuth } from "./auth.ts";
import { passwords, requireStrength } from "./passwords.ts";
import { type SignedIn, sessions } from "./sessions.ts";

declare module "../../../platform/http/context.ts" {
  interface Services {
    identity: Identity;
  }
}

export type Identity = ReturnType<typeof createIdentity>;

export function createIdentity(needs: IdentityNeeds) {
  const auth = openAuth(needs);
  const known = createMemory<SignedIn>({ seconds: 5 });
  const background = offTheRequest(needs.log);
  return {
    ...accounts(auth, needs),
    ...sessions(auth, needs, known),
    ...passwords(auth, needs, known, background.start),
    /** Resolves when what was started off the request is done: for a graceful stop. */
    settled: background.settled,
  };
}

function accounts(auth: Auth, { database, clock }: IdentityNeeds) {
  return {
    /** From this transaction's commit on, the identity signs in as this member. */
    joinOrganisation: addMembership,

    /** Part of deleting an organisation whole: identities that belong to no other one go with it. */
    leaveWholeOrganisation: dropMemberships,

    /** Removes what is over; once a day is enough. */
    sweep: () => database.shared((db) => dropExpired(db, clock.now().toString())),

    /**
     * A new identity with a password, no session. An address that has an identity without any organisation (a first run
     * that was cut short) is taken over; one that belongs somewhere is a conflict. Refuses weak passwords.
     */
    async createAccount({ email, name, password }: { email: string; name: string; password: string }): Promise<string> {
      requireStrength(password, [email, name]);
      const { internalAdapter, password: hashing } = await auth.$context;
      const same = (await internalAdapter.findUserByEmail(email))?.user;
      if (same) {
        const memberships = await database.shared((db) => membershipsOf(db, same.id));
        if (memberships.length > 0) throw addressTaken();
        await internalAdapter.deleteUserSessions(same.id);
        await internalAdapter.updatePassword(same.id, await hashing.hash(password));
        await internalAdapter.updateUser(same.id, { name });
        return same.id;
      }
      const { user } = await auth.api.signUpEmail({ body: { email, name, password } }).catch(answering(addressTaken));
      // Where two ask for one address at once, better-auth refuses the second or answers an identity that does not exist.
      if (!(await internalAdapter.findUserById(user.id))) throw addressTaken();
      return user.id;
    },

    /** The identity's own address and name; null when there is none. */
    async describe(identityId: string): Promise<{ email: string; name: string } | null> {
      const user = await (await auth.$context).internalAdapter.findUserById(identityId);
      return user ? { email: user.email, name: user.name } : null;
    },
  };
}

const addressTaken = () =>
  conflict({ todo: "Sign in, or use another e-mail address." }, "This e-mail address already has an account.");

function offTheRequest(log: IdentityNeeds["log"]) {
  const running = new Set<Promise<void>>();
  return {
    start(work: () => Promise<unknown>) {
      const done: Promise<void> = work()
        .then(
          () => {},
          (error: unknown) => log.error({ err: error }, "Work off the request failed."),
        )
        .finally(() => running.delete(done));
      running.add(done);
    },
    settled: async () => void (await Promise.all(running)),
  };
}
