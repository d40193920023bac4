import type { FastifyBaseLogger } from "fastify";
import type { Clock } from "../clock.ts";
import type { Role, Scope } from "../contract.ts";
import type { Actor, Database, Tx, Via } from "../database/database.ts";
import type { Grouped } from "../database/groups.ts";
import type { Feed } from "../live/feed.ts";

/** Who is asking, as the server knows it; a change of role or team is seen within five seconds at the latest. */
export interface Viewer {
  organisationId: string;
  memberId: string;
  identityId: string;
  role: Role;
  /** Teams they lead, with every team below. */
  leads: readonly string[];
  /** Teams they belong to. */
  teams: readonly string[];
  timeZone: string;
  via: Via;
  /** What their token allows; a signed-in person has all. */
  scopes: readonly Scope[];
  /** The session, where they came with one. */
  sessionId: string | null;
}

/** What a room offers to handlers of other rooms at run time; each room adds its own by declaration merging. */
export interface Services {
  feed: Feed;
  /** To be called once a change of roles, teams or leads is committed. */
  forgetViewers(organisationId: string): void;
  setup: { secret: string; publicAddress: string };
}

/** What every handler receives. `viewer` refuses with 401 where nobody is signed in. */
export interface RequestContext {
  readonly viewer: Viewer;
  /** The viewer, or null for a visitor. */
  readonly visitor: Viewer | null;
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Writes together with whoever writes the same kind of thing at this moment, each in their own name. */
  writeTogether<Input, Answer>(grouped: Grouped<Input, Answer>, input: Input): Promise<Answer>;
  /** For what happens before anyone is signed in. */
  writeAs<T>(organisationId: string, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: FastifyBaseLogger;
  readonly services: Services;
  readonly http: {
    ip: string;
    userAgent: string;
    cookie: string;
    loopback: boolean;
    /** Whether a cookie came that does not count, because nothing says that a page of ours sent it. */
    unmarked: boolean;
    setCookie(cookie: string): void;
    /** Says in the answer's header in how many seconds another attempt makes sense. */
    retryAfter(seconds: number): void;
    /** Counts one attempt at an operation from this address; refuses with 429 where it is one too many in a minute. */
    attempt(operation: string, perMinute: number): void;
  };
}
