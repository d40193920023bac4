/** From a cookie or a token to the member who asks: what every request begins with. */
import type { Clock } from "../../../platform/clock.ts";
import { scopes } from "../../../platform/contract.ts";
import type { Database, Via } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { notSignedIn } from "../../../platform/refusals.ts";
import { type ViewerRow, viewerRow } from "../../people/public.ts";
import { createMemory } from "../memory.ts";
import type { Identity } from "./identity.ts";
import type { Tokens } from "./tokens.ts";

interface Needs {
  database: Database;
  identity: Identity;
  tokens: Tokens;
  clock: Clock;
}

interface Asked {
  cookie: string;
  authorization: string;
  via: string;
  renew(setCookie: string): void;
}

/** One answer, so that nobody learns by trying which tokens there were. */
const tokenOver =
  "This API token does not work: it ended, was revoked, or never was. Make a new one in the settings under API tokens.";

/** Roles and teams are remembered for five seconds, and forgotten at once when this process changes them. */
export function createWhoAsks({ database, identity, tokens, clock }: Needs) {
  const known = createMemory<ViewerRow>({ seconds: 5 });

  function memberRow(organisationId: string, memberId: string): Promise<ViewerRow | null> {
    return known.recall(`${organisationId} ${memberId}`, clock.now().epochMilliseconds, () =>
      database.read(organisationId, (tx) => viewerRow(tx, memberId)),
    );
  }

  async function byToken(authorization: string, via: string): Promise<Viewer> {
    const bearer = await tokens.memberOfToken(authorization.replace(/^Bearer\s+/i, "").trim());
    const row = bearer && (await memberRow(bearer.organisationId, bearer.memberId));
    if (!bearer || !row) throw notSignedIn(tokenOver);
    return { ...row, organisationId: bearer.organisationId, via: viaOf(via), scopes: bearer.scopes, sessionId: null };
  }

  async function whoAsks({ cookie, authorization, via, renew }: Asked): Promise<Viewer | null> {
    if (authorization) return byToken(authorization, via);
    const signedIn = cookie ? await identity.whoIs(cookie, renew) : null;
    if (!signedIn) return null;
    const { identityId, sessionId } = signedIn;
    for (const { organisationId, memberId } of signedIn.memberships) {
      const row = await memberRow(organisationId, memberId);
      if (row) return { ...row, organisationId, identityId, via: "web", scopes, sessionId };
    }
    return null;
  }

  return {
    whoAsks,
    /** After a change of role, team or lead: the whole organisation is asked for again. */
    forget: (organisationId: string) => known.forget((row) => row.organisationId === organisationId),
  };
}

function viaOf(mark: string): Via {
  return mark === "cli" || mark === "mcp" ? mark : "api";
}
