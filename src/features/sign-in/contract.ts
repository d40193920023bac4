/** Signing in and what comes with it: sessions, passwords, and API tokens for programs. */
import { z } from "zod";
import {
  anyone,
  Done,
  everyRole,
  Id,
  Instant,
  Name,
  operation,
  PageInput,
  pageOf,
  roles,
  scopes,
  TimeZone,
} from "../../platform/contract.ts";

const tag = "Sign-in";

const Email = z.email({ error: "an e-mail address, such as ines@osier.example" }).max(254);
/** As typed; how strong a new one must be is decided by password.ts, in words. */
const Password = z.string({ error: "your password" }).min(1, { error: "your password" }).max(1_000);

export const CurrentSession = z.object({
  organisation: z.object({ id: Id, name: z.string(), timeZone: z.string(), demo: z.boolean() }),
  member: z.object({
    id: Id,
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    timeZone: z.string(),
  }),
  via: z.enum(["web", "api", "cli", "mcp", "import", "demo", "system"]),
  scopes: z.array(z.enum(scopes)),
});

export const Session = z.object({
  id: z.string(),
  startedAt: Instant,
  /** Exact to a day. */
  lastUsedAt: Instant,
  endsAt: Instant,
  /** IPv6 addresses are kept by their first 64 bits. */
  ip: z.string(),
  userAgent: z.string(),
  current: z.boolean(),
});

export const ApiToken = z.object({
  id: Id,
  name: z.string(),
  member: z.object({ id: Id, name: z.string() }),
  scopes: z.array(z.enum(scopes)),
  createdAt: Instant,
  expiresAt: Instant,
  /** Exact to a minute. */
  lastUsedAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
  can: z.object({ revoke: z.boolean() }),
});

const SessionId = z.string().min(1).max(100);

export const signIn = {
  session: {
    create: operation({ method: "POST", path: "/session", summary: "Sign in", tag, may: anyone, attempts: 60 })
      .input(z.object({ email: Email, password: Password }))
      .output(CurrentSession),
    current: operation({ method: "GET", path: "/session", summary: "See who I am here", tag, may: everyRole }).output(
      CurrentSession,
    ),
    end: operation({
      method: "DELETE",
      path: "/session",
      summary: "Sign out",
      tag,
      may: everyRole,
      scope: "manage",
    }).output(Done),
  },
  sessions: {
    list: operation({
      method: "GET",
      path: "/sessions",
      summary: "See where I am signed in",
      tag,
      may: everyRole,
      scope: "manage",
    }).output(z.object({ items: z.array(Session) })),
    end: operation({
      method: "DELETE",
      path: "/sessions/{id}",
      summary: "Sign out there",
      tag,
      may: everyRole,
      scope: "manage",
    })
      .input(z.object({ id: SessionId }))
      .output(Done),
    endOthers: operation({
      method: "DELETE",
      path: "/sessions",
      summary: "Sign out everywhere else",
      tag,
      may: everyRole,
      scope: "manage",
    }).output(z.object({ ended: z.number() })),
  },
  passwordReset: {
    ask: operation({
      method: "POST",
      path: "/password-resets",
      summary: "Ask for a link to a new password",
      description: "Answers alike whether or not the address has an account.",
      tag,
      may: anyone,
      attempts: 10,
    })
      .input(z.object({ email: Email }))
      .output(Done),
    use: operation({
      method: "POST",
      path: "/password-resets/use",
      summary: "Choose a new password with the link's token",
      description: "Works once. Every session ends; sign in with the new password.",
      tag,
      may: anyone,
      attempts: 10,
    })
      .input(z.object({ token: z.string().min(1).max(200), password: Password }))
      .output(Done),
  },
  invitation: {
    open: operation({
      method: "POST",
      path: "/invitations/opening",
      summary: "See what an invitation link offers",
      description: "Opening changes nothing; the link still works afterwards.",
      tag,
      may: anyone,
      attempts: 30,
    })
      .input(z.object({ secret: z.string().min(1).max(200) }))
      .output(
        z.object({
          organisation: z.string(),
          inviter: z.string(),
          email: z.string(),
          name: z.string(),
          role: z.enum(roles),
          team: z.string().nullable(),
          expiresAt: Instant,
        }),
      ),
    accept: operation({
      method: "POST",
      path: "/invitations/acceptance",
      summary: "Accept an invitation with a name and a password",
      description: "Works once. Signs the new member in.",
      tag,
      may: anyone,
      attempts: 30,
    })
      .input(z.object({ secret: z.string().min(1).max(200), name: Name, timeZone: TimeZone, password: Password }))
      .output(CurrentSession),
  },
  password: {
    change: operation({
      method: "PUT",
      path: "/password",
      summary: "Change my password",
      description: "Every other session ends.",
      tag,
      may: everyRole,
      scope: "manage",
      attempts: 20,
    })
      .input(z.object({ current: Password, password: Password }))
      .output(Done),
  },
  tokens: {
    list: operation({ method: "GET", path: "/tokens", summary: "List API tokens", tag, may: everyRole })
      .input(
        z.object({
          whose: z.enum(["mine", "everyone"]).default("mine").describe("everyone: for the owner and administrators"),
          ...PageInput,
        }),
      )
      .output(pageOf(ApiToken)),
    create: operation({
      method: "POST",
      path: "/tokens",
      summary: "Make an API token",
      description:
        "Only whoever signed in with a password makes one, under Settings, API tokens: a token cannot make another. The token is in this answer and nowhere else: only its hash is kept.",
      tag,
      may: everyRole,
      scope: "manage",
    })
      .input(
        z.object({
          id: Id,
          name: Name,
          scopes: z.array(z.enum(scopes)).min(1).max(scopes.length),
          days: z.coerce
            .number({ error: "whole days from 1 to 365" })
            .int()
            .min(1)
            .max(365)
            .describe("Days until it expires"),
        }),
      )
      .output(ApiToken.extend({ token: z.string() })),
    revoke: operation({
      method: "DELETE",
      path: "/tokens/{id}",
      summary: "Revoke an API token",
      description: "One's own; that of somebody else with the scope manage, for the owner and administrators.",
      tag,
      may: everyRole,
    })
      .input(z.object({ id: Id }))
      .output(Done),
  },
};
