/**
 * better-auth, set up for identity only: it hashes passwords, keeps sessions and reset links in its own schema. None of
 * its HTTP routes is served; the operations of this room call it.
 */
import { betterAuth } from "better-auth";
import { isAPIError } from "better-auth/api";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import type { Pool } from "pg";
import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/database/database.ts";
import type { Letter } from "../../../platform/mail/mail.ts";
import { passwordResetMail } from "../mails.ts";
import { longestPassword, shortestPassword } from "../password.ts";
import { identitySchema } from "../queries.ts";

const day = 24 * 60 * 60;
/** Seconds a session lives without being used; use renews it, once a day at most. */
const sessionLife = 30 * day;
/** Minutes a link to a new password works. */
const resetMinutes = 60;

const addressHeader = "x-throughline-address";

export interface IdentityNeeds {
  /** For better-auth alone, with pg's own type parsers: it expects dates as Date. */
  pool: Pool;
  database: Pick<Database, "shared">;
  publicAddress: string;
  /** At least 32 random characters; signs the session cookies. Another one signs everybody out. */
  secret: string;
  clock: Clock;
  log: { error(details: object, message: string): void };
  /** Hands a letter to whatever delivers it; never waits for the delivery. */
  sendMail(letter: Letter): Promise<void>;
}

export function openAuth({ pool, publicAddress, secret, log, sendMail }: IdentityNeeds) {
  const inTurn = turns(2);
  return betterAuth({
    appName: "Throughline",
    baseURL: publicAddress,
    secrets: [{ version: 1, value: secret }],
    database: identitySchema(pool),
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      password: {
        hash: (password) => inTurn(() => hashPassword(password)),
        verify: (pair) => inTurn(() => verifyPassword(pair)),
      },
      resetPasswordTokenExpiresIn: resetMinutes * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) =>
        sendMail(passwordResetMail(user, `${publicAddress}/reset-password#${token}`, resetMinutes)),
    },
    session: { expiresIn: sessionLife, updateAge: day },
    verification: { storeIdentifier: "hashed" },
    advanced: {
      // Its lists stop at 100 unless told: ending every session must mean every one.
      database: { joins: true, defaultFindManyLimit: 10_000 },
      cookies: { session_token: { name: "throughline_session" } },
      useSecureCookies: publicAddress.startsWith("https:"),
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    telemetry: { enabled: false },
    // Its warnings ("User not found") are answers here, not news; its details quote rows, and so people's addresses.
    logger: { level: "error", log: (_level, message, ...details) => log.error({ why: details.map(nameOf) }, message) },
  });
}

export type Auth = ReturnType<typeof openAuth>;

/** Who is asking, in the form better-auth reads it. */
export function visit({ cookie, ip, userAgent }: { cookie?: string; ip?: string; userAgent?: string }): Headers {
  const headers = new Headers();
  if (cookie) headers.set("cookie", cookie);
  if (ip) headers.set(addressHeader, ip);
  if (userAgent) headers.set("user-agent", userAgent.slice(0, 300));
  return headers;
}

/** Turns what better-auth refuses into our words; what broke stays broken. */
export function answering(refusal: () => Error) {
  return (error: unknown): never => {
    throw isAPIError(error) && error.statusCode < 500 ? refusal() : error;
  };
}

/** The session's Set-Cookie header, "" where there is none. */
export function sessionCookie(headers: Headers): string {
  return headers.getSetCookie().find((cookie) => cookie.includes("throughline_session=")) ?? "";
}

function nameOf(detail: unknown): string {
  return detail instanceof Error ? `${detail.name}: ${detail.message}` : typeof detail;
}

/** One scrypt takes 32 MB for some 50 ms; more than two at a time would only use more memory. */
function turns(most: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
