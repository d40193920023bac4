import type { InferContractRouterInputs } from "@orpc/contract";
import { scopes } from "../../platform/contract.ts";
import type { RequestContext, Viewer } from "../../platform/http/context.ts";
import { keeps } from "../../platform/http/keeps.ts";
import { newId } from "../../platform/ids.ts";
import { conflict, notAllowed, notFound, refused, wrongScope } from "../../platform/refusals.ts";
import { acceptInvitation, openInvitation, readInvitationSecret } from "../people/public.ts";
import { signIn as contract } from "./contract.ts";
import { passwordChanged, sessionsEnded, tokenCreated, tokenRevoked } from "./events.ts";
import { mayRevoke, maySeeEveryToken, scopesOfferedTo } from "./permissions.ts";
import { addToken, liveTokensOf, memberHere, revokeToken, tokenById, tokensNewestFirst } from "./queries.ts";
import { newToken, readToken } from "./token.ts";

const os = keeps(contract);
const done = { done: true } as const;

export const signIn = os.router({
  session: {
    create: os.session.create.handler(async ({ input, context }) => {
      const { identity } = context.services;
      const entered = await identity.signIn({ ...input, ...context.http });
      for (const { organisationId, memberId } of entered.memberships) {
        const here = await context.database.read(organisationId, (tx) => memberHere(tx, memberId));
        if (!here) continue;
        context.http.setCookie(entered.setCookie);
        return presentSession(here, { via: "web", scopes: ["read", "write", "manage"] });
      }
      await identity.endAllSessions(entered.identityId);
      throw notAllowed("Ask the owner of your organisation to let you in again.");
    }),
    current: os.session.current.handler(async ({ context }) => {
      const { viewer } = context;
      const here = await context.read((tx) => memberHere(tx, viewer.memberId));
      if (!here) throw notFound();
      return presentSession(here, viewer);
    }),
    end: os.session.end.handler(async ({ context }) => {
      const { identityId, sessionId } = signedInHere(context);
      await context.services.identity.endSession(identityId, sessionId);
      context.http.setCookie(await context.services.identity.forgetfulCookie());
      return done;
    }),
  },
  sessions: {
    list: os.sessions.list.handler(async ({ context }) => {
      const { identityId, sessionId } = signedInHere(context);
      const sessions = await context.services.identity.sessionsOf(identityId);
      return { items: sessions.map((session) => ({ ...session, current: session.id === sessionId })) };
    }),
    end: os.sessions.end.handler(async ({ input, context }) => {
      const { identityId } = signedInHere(context);
      if (!(await context.services.identity.endSession(identityId, input.id))) throw notFound();
      await tellSessionsEnded(context, 1);
      return done;
    }),
    endOthers: os.sessions.endOthers.handler(async ({ context }) => {
      const { identityId, sessionId } = signedInHere(context);
      const ended = await context.services.identity.endSessions(identityId, (id) => id !== sessionId);
      if (ended > 0) await tellSessionsEnded(context, ended);
      return { ended };
    }),
  },
  passwordReset: {
    ask: os.passwordReset.ask.handler(async ({ input, context }) => {
      context.services.identity.askPasswordReset(input.email);
      return done;
    }),
    use: os.passwordReset.use.handler(async ({ input, context }) => {
      const { identityId, memberships } = await context.services.identity.resetPassword(input.token, input.password);
      for (const { organisationId, memberId } of memberships) {
        await context.writeAs(organisationId, { memberId, via: "web" }, (tx) =>
          tx.record(passwordChanged(memberId, "reset")),
        );
      }
      context.log.info({ identityId }, "A password was reset.");
      return done;
    }),
  },
  invitation: {
    open: os.invitation.open.handler(async ({ input, context }) => {
      const { organisationId, hash } = readSecret(input.secret);
      const open = await context.database.read(organisationId, (tx) => openInvitation(tx, hash));
      if (!open) throw deadLink();
      const { organisationName, inviterName, email, name, role, team, expiresAt } = open;
      return {
        organisation: organisationName,
        inviter: inviterName,
        email,
        name,
        role,
        team: team?.name ?? null,
        expiresAt,
      };
    }),
    accept: os.invitation.accept.handler(async ({ input, context }) => {
      const { identity } = context.services;
      const { organisationId, hash } = readSecret(input.secret);
      const open = await context.database.read(organisationId, (tx) => openInvitation(tx, hash));
      if (!open) throw deadLink();
      const identityId = await identity.createAccount({
        email: open.email,
        name: input.name,
        password: input.password,
      });
      const memberId = open.memberId ?? newId();
      const here = await context.writeAs(organisationId, { memberId, via: "web" }, async (tx) => {
        const joined = await acceptInvitation(tx, {
          secretHash: hash,
          memberId,
          name: input.name,
          timeZone: input.timeZone,
          identityId,
        });
        await identity.joinOrganisation(tx, identityId, joined);
        return memberHere(tx, joined);
      });
      if (!here) throw deadLink();
      const { setCookie } = await identity.signIn({ email: open.email, password: input.password, ...context.http });
      context.http.setCookie(setCookie);
      return presentSession(here, { via: "web", scopes });
    }),
  },
  password: {
    change: os.password.change.handler(async ({ input, context }) => {
      const { memberId } = signedInHere(context);
      const { current, password: next } = input;
      const { setCookie } = await context.services.identity.changePassword({ current, next, ...context.http });
      context.http.setCookie(setCookie);
      await context.write((tx) => tx.record(passwordChanged(memberId, "changed")));
      return done;
    }),
  },
  tokens: {
    list: os.tokens.list.handler(({ input, context }) => listTokens(context, input)),
    create: os.tokens.create.handler(({ input, context }) => {
      signedInHere(context);
      return createToken(context, input);
    }),
    revoke: os.tokens.revoke.handler(async ({ input, context }) => {
      await revokeApiToken(context, input.id);
      return done;
    }),
  },
});

type Asked = InferContractRouterInputs<typeof contract>;

/** How many tokens that still work one member may have. */
const mostTokens = 50;

async function listTokens(
  context: RequestContext,
  { whose, limit, after }: Asked["tokens"]["list"] & { limit: number },
) {
  const { viewer } = context;
  if (whose === "everyone" && !maySeeEveryToken(viewer.role)) throw notAllowed("Ask for your own: whose=mine.");
  const memberId = whose === "everyone" ? null : viewer.memberId;
  const from = after === undefined ? null : readCursor(after);
  const rows = await context.read((tx) => tokensNewestFirst(tx, memberId, limit, from));
  const items = rows.slice(0, limit);
  return {
    items: items.map((row) => presentToken(row, viewer)),
    next: rows.length > limit ? writeCursor(items.at(-1)!) : null,
  };
}

async function createToken(
  context: RequestContext,
  { id, name, scopes: wanted, days }: Asked["tokens"]["create"] & { days: number },
) {
  const { viewer } = context;
  const offered = scopesOfferedTo(viewer.role);
  if (wanted.some((scope) => !offered.includes(scope))) {
    throw refused({ field: "scopes", expected: offered.join(" or "), todo: "A token can do no more than your role." });
  }
  const token = newToken(viewer.organisationId);
  const { hash } = readToken(token)!;
  const row = await context.write(async (tx) => {
    if ((await liveTokensOf(tx, viewer.memberId)) >= mostTokens) {
      throw conflict({ todo: "Revoke those you no longer use." }, `You have ${mostTokens} API tokens already.`);
    }
    const expiresAt = tx.now.add({ hours: days * 24 }).toString();
    const made = {
      id,
      memberId: viewer.memberId,
      name,
      hash,
      scopes: scopes.filter((scope) => wanted.includes(scope)),
      expiresAt,
    };
    if (!(await addToken(tx, made))) {
      // A repeat cannot be answered again: nobody but its maker ever had the first token.
      throw conflict({ todo: "Use a new id; revoke the first if its token was lost." }, "This token was already made.");
    }
    await tx.record(tokenCreated(id, { memberId: viewer.memberId, scopes: made.scopes, expiresAt }));
    return (await tokenById(tx, id))!;
  });
  return { ...presentToken(row, viewer), token };
}

async function revokeApiToken(context: RequestContext, id: string) {
  await context.write(async (tx) => {
    const token = await tokenById(tx, id);
    const { viewer } = context;
    if (!token || !mayRevoke(viewer, { memberId: token.member_id })) throw notFound();
    if (token.member_id !== viewer.memberId && !viewer.scopes.includes("manage")) throw wrongScope("manage");
    if (await revokeToken(tx, id)) await tx.record(tokenRevoked(id, token.member_id));
  });
  context.services.tokens.forget(id);
}

function readSecret(secret: string) {
  const read = readInvitationSecret(secret);
  if (!read) throw deadLink();
  return read;
}

const deadLink = () =>
  refused({
    field: "secret",
    expected: "an invitation link that still works",
    todo: "Ask whoever invited you for a new one.",
  });

/** Who is signed in by a session; API tokens are refused, so that a lost one cannot lock its owner out or outlive itself. */
function signedInHere({ viewer }: RequestContext): Viewer & { sessionId: string } {
  const { sessionId } = viewer;
  if (!sessionId) throw notAllowed("Sign in with your password: an API token cannot do this.");
  return { ...viewer, sessionId };
}

function tellSessionsEnded(context: RequestContext, count: number) {
  return context.write((tx) => tx.record(sessionsEnded(context.viewer.memberId, count)));
}

type Here = NonNullable<Awaited<ReturnType<typeof memberHere>>>;

function presentSession(here: Here, { via, scopes: may }: Pick<Viewer, "via" | "scopes">) {
  const { organisation_id, organisation_name, organisation_time_zone, demo, role, time_zone, ...member } = here;
  return {
    organisation: { id: organisation_id, name: organisation_name, timeZone: organisation_time_zone, demo },
    member: { ...member, role: role as Viewer["role"], timeZone: time_zone },
    via,
    scopes: [...may],
  };
}

type TokenRow = NonNullable<Awaited<ReturnType<typeof tokenById>>>;

function presentToken(row: TokenRow, viewer: Viewer) {
  return {
    id: row.id,
    name: row.name,
    member: { id: row.member_id, name: row.member_name },
    scopes: scopes.filter((scope) => row.scopes.includes(scope)),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
    can: { revoke: row.revoked_at === null && mayRevoke(viewer, { memberId: row.member_id }) },
  };
}

function writeCursor({ created_at, id }: TokenRow): string {
  return Buffer.from(JSON.stringify([created_at, id])).toString("base64url");
}

function readCursor(cursor: string): [createdAt: string, id: string] {
  const text = Buffer.from(cursor, "base64url").toString();
  const parts = /^\["(\d{4}-\d\d-\d\dT[\d:.]+Z)","([0-9a-f-]{36})"\]$/.exec(text);
  if (!parts)
    throw refused({ field: "after", expected: "the next of the page before", todo: "Start from the first page." });
  return [parts[1]!, parts[2]!];
}
