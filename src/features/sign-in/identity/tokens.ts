/** Who stands behind an API token, asked on every request that carries one. */
import type { Clock } from "../../../platform/clock.ts";
import type { Scope } from "../../../platform/contract.ts";
import type { Database, Tx } from "../../../platform/database/database.ts";
import { tokenRevoked } from "../events.ts";
import { createMemory } from "../memory.ts";
import { revokeTokensOf, tokenByHash, tokenWasUsed } from "../queries.ts";
import { readToken } from "../token.ts";

declare module "../../../platform/http/context.ts" {
  interface Services {
    tokens: Tokens;
  }
}

export interface TokenBearer {
  tokenId: string;
  organisationId: string;
  memberId: string;
  scopes: Scope[];
  expiresAt: number;
}

export type Tokens = ReturnType<typeof createTokens>;

interface Needs {
  database: Database;
  clock: Clock;
  log: { error(details: object, message: string): void };
}

const aMinute = 60_000;

export function createTokens({ database, clock, log }: Needs) {
  const known = createMemory<TokenBearer>({ seconds: 5 });
  const written = new Map<string, number>();
  const writing = new Set<Promise<void>>();

  /** Notes the use, once a minute at most and without making the request wait. */
  function noteUse({ organisationId, tokenId }: TokenBearer, now: number) {
    if (now - (written.get(tokenId) ?? 0) < aMinute) return;
    written.set(tokenId, now);
    const done: Promise<void> = database
      .write(organisationId, { memberId: null, via: "system" }, (tx) => tokenWasUsed(tx, tokenId))
      .catch((error: unknown) => log.error({ err: error, tokenId }, "The last use of a token was not written."))
      .finally(() => writing.delete(done));
    writing.add(done);
  }

  return {
    /**
     * The member a token acts for and what it may do; null for one that is unknown, revoked or expired, or whose member
     * left. Remembered for up to 5 seconds, forgotten at once when revoked in this process.
     */
    async memberOfToken(token: string): Promise<TokenBearer | null> {
      const read = readToken(token);
      if (!read) return null;
      const now = clock.now().epochMilliseconds;
      const key = read.hash.toString("base64");
      const bearer = await known.recall(key, now, () =>
        database.read(read.organisationId, (tx) => tokenByHash(tx, read.hash)),
      );
      if (!bearer || bearer.expiresAt <= now) return null;
      noteUse(bearer, now);
      return bearer;
    },

    /** To be called once a revocation is committed. */
    forget: (tokenId: string) => known.forget((bearer) => bearer.tokenId === tokenId),

    /**
     * Revokes all tokens of a member, in the transaction in which they leave. A request that comes before its commit may
     * still remember one; the member it acts for is gone by then.
     */
    async revokeAllOf(tx: Tx, memberId: string): Promise<void> {
      const revoked = await revokeTokensOf(tx, memberId);
      await tx.record(...revoked.map((id) => tokenRevoked(id, memberId)));
      known.forget((bearer) => revoked.includes(bearer.tokenId));
    },

    /** Resolves when what was started off the request is done: for a graceful stop. */
    settled: async () => void (await Promise.all(writing)),
  };
}
