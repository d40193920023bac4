/** The HTTP side of the contract: REST under /api, live events, health, and the web's files. Knows no room. */
import { randomUUID } from "node:crypto";
import compress from "@fastify/compress";
import rateLimit from "@fastify/rate-limit";
import { OpenAPIHandler } from "@orpc/openapi/fastify";
import type { Router } from "@orpc/server";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import type { Clock } from "../clock.ts";
import type { Actor, Database } from "../database/database.ts";
import type { Feed } from "../live/feed.ts";
import { streamLive } from "../live/stream.ts";
import { notSignedIn, tooMany } from "../refusals.ts";
import type { RequestContext, Services, Viewer } from "./context.ts";
import { problemOf, refusalFrom } from "./problems.ts";
import { protectiveHeaders } from "./protective-headers.ts";
import { serveReference } from "./reference.ts";
import { createThrottle, networkOf, type Throttle } from "./throttle.ts";
import { serveWeb } from "./web-files.ts";

export interface ServerParts {
  /** The generated OpenAPI document. */
  openApiFile: string;
  // biome-ignore lint/suspicious/noExplicitAny: the router's own type is checked where it is made (router.ts).
  router: Router<any, RequestContext>;
  database: Database;
  feed: Feed;
  clock: Clock;
  log: FastifyBaseLogger;
  services: Services;
  /** Who asks, by cookie or token; null for a visitor. Throws a refusal for a token that is no longer good. */
  whoAsks(request: {
    cookie: string;
    authorization: string;
    via: string;
    renew(setCookie: string): void;
  }): Promise<Viewer | null>;
  /** Folder of the built web, or null to serve the API alone. */
  webFolder: string | null;
  publicAddress: string;
  trustProxy: boolean | number | string;
  /** Requests a minute from one address. */
  requestsPerMinute: number;
}

/** Bytes of a request's body; an import may hold five million, escaped as JSON. */
const bodyLimit = 12_000_000;

export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: parts.log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: parts.trustProxy as boolean,
    bodyLimit,
    forceCloseConnections: "idle",
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 2000 },
  });
  await protect(app, parts);
  // Anything but JSON is refused before it is read, so that no form elsewhere can speak to the API.
  app.removeContentTypeParser("text/plain");
  app.addHook("onSend", async (request, reply) => {
    reply.header("x-request-id", request.id);
    if (reply.statusCode >= 400 && request.url.startsWith("/api"))
      reply.header("content-type", "application/problem+json; charset=utf-8");
  });
  app.addHook("onResponse", async (request, reply) => {
    const facts = {
      reqId: request.id,
      method: request.method,
      url: withoutQuery(request.url),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (reply.statusCode >= 500) request.log.error(facts, "request failed");
    else request.log.debug(facts, "request");
  });
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  serveHealth(app, parts);
  await serveApi(app, parts);
  if (parts.webFolder) await serveWeb(app, parts.webFolder);
  return app;
}

async function protect(app: FastifyInstance, parts: ServerParts): Promise<void> {
  const protection = protectiveHeaders(parts.publicAddress.startsWith("https:"));
  app.addHook("onRequest", async (_request, reply) => {
    reply.headers(protection);
  });
  await app.register(rateLimit, {
    max: parts.requestsPerMinute,
    timeWindow: 60_000,
    errorResponseBuilder: (_request, { ttl }) =>
      Object.assign(new Error("Too many requests."), { statusCode: 429, retryAfter: Math.ceil(ttl / 1000) }),
  });
  await app.register(compress, { threshold: 2048, encodings: ["br", "gzip"], brotliOptions: { params: { 1: 4 } } });
}

function serveHealth(app: FastifyInstance, parts: ServerParts): void {
  app.get("/healthz", async () => ({ ok: true }));
  app.get("/readyz", async (_request, reply) => {
    try {
      await parts.database.pool.query("select 1");
      return { ready: true };
    } catch {
      return reply.status(503).send({ ready: false, why: "The database does not answer." });
    }
  });
}

async function serveApi(app: FastifyInstance, parts: ServerParts): Promise<void> {
  const handler = new OpenAPIHandler<RequestContext>(parts.router, {
    customErrorResponseBodyEncoder: problemOf,
    clientInterceptors: [
      async (options) => {
        try {
          return asItIs(await options.next());
        } catch (error) {
          const refusal = refusalFrom(error, options.context.log);
          const wait = waitOf(refusal);
          if (wait) options.context.http.retryAfter(wait);
          if (refusal.code === "NOT_SIGNED_IN" && options.context.http.unmarked) throw notSignedIn(markTheCookie);
          throw refusal;
        }
      },
    ],
  });
  serveReference(app, parts.openApiFile);
  const attempt = countAttempts();
  app.get("/api/live", async (request, reply) => {
    const viewer = await whoIs(request, reply, parts);
    if (!viewer) throw notSignedIn();
    streamLive(request, reply, viewer, parts.feed, () => whoIs(request, reply, parts));
  });
  app.all("/api/*", async (request, reply) => {
    const visitor = await whoIs(request, reply, parts);
    const context = contextOf(request, reply, visitor, { ...parts, attempt });
    const { matched } = await handler.handle(request, reply, { prefix: "/api", context });
    if (!matched)
      await reply.status(404).send({
        type: "urn:throughline:problem:not-found",
        title: "There is no such operation.",
        status: 404,
        detail: "GET /api/openapi.json lists what there is.",
      });
  });
}

/**
 * Answers are JSON already. The library copies every plain object of an answer, looking for files and sets; one that
 * writes itself is left alone, which halves the cost of a large one.
 */
function asItIs(answer: unknown): unknown {
  return new WrittenAsIs(answer);
}

class WrittenAsIs {
  readonly #answer: unknown;

  constructor(answer: unknown) {
    this.#answer = answer;
  }

  toJSON(): unknown {
    return this.#answer;
  }
}

const markTheCookie =
  "A change is taken with the cookie only when the header x-throughline: web comes with it. Send it too, or use a token.";

/** The cookie is taken only from our own pages: a form or a link elsewhere cannot send the header that marks them. */
async function whoIs(request: FastifyRequest, reply: FastifyReply, parts: ServerParts): Promise<Viewer | null> {
  const { cookie = "", authorization = "" } = request.headers;
  const mark = String(request.headers["x-throughline"] ?? "");
  const renew = (setCookie: string) => {
    if (!reply.sent) reply.header("set-cookie", setCookie);
  };
  return parts.whoAsks({ cookie: isFromOurPages(request) ? cookie : "", authorization, via: mark, renew });
}

function isFromOurPages({ method, headers }: FastifyRequest): boolean {
  return method === "GET" || headers["x-throughline"] === "web";
}

function contextOf(
  request: FastifyRequest,
  reply: FastifyReply,
  visitor: Viewer | null,
  parts: ServerParts & { attempt: ReturnType<typeof countAttempts> },
): RequestContext {
  const { database } = parts;
  const viewer = visitor ?? nobody;
  const actor = (): Actor => ({ memberId: viewer.memberId, via: viewer.via });
  return {
    viewer,
    visitor,
    read: (work) => database.read(viewer.organisationId, work, actor()),
    write: (work) => database.write(viewer.organisationId, actor(), work),
    writeTogether: (grouped, input) => database.writeTogether(viewer.organisationId, actor(), grouped, input),
    writeAs: (organisationId, as, work) => database.write(organisationId, as, work),
    database,
    clock: parts.clock,
    log: request.log,
    services: parts.services,
    http: {
      ip: request.ip,
      userAgent: String(request.headers["user-agent"] ?? "").slice(0, 300),
      cookie: request.headers.cookie ?? "",
      loopback: isFromHere(request),
      unmarked: Boolean(request.headers.cookie) && !isFromOurPages(request),
      setCookie: (cookie) => reply.header("set-cookie", cookie),
      retryAfter: (seconds) => reply.header("retry-after", seconds),
      attempt: (operation, perMinute) => parts.attempt(request.ip, operation, perMinute),
    },
  };
}

/** For each operation that allows fewer attempts than the server does, how many each network made in the last minute. */
function countAttempts() {
  const throttles = new Map<string, Throttle>();
  return (ip: string, operation: string, perMinute: number) => {
    const throttle = throttles.get(operation) ?? createThrottle({ attempts: perMinute, seconds: 60 });
    throttles.set(operation, throttle);
    // By the machine's time, as the limit of the whole server: a clock handed in may stand still.
    const wait = throttle.attempt(networkOf(ip), performance.now());
    if (wait > 0) throw tooMany(wait);
  };
}

/** Stands for the viewer where nobody is signed in: asking it anything is a 401. */
const nobody = new Proxy({} as Viewer, {
  get: () => {
    throw notSignedIn();
  },
});

/** Asked on this machine, by this machine's own name: not through a proxy on it, nor by a name that only points here. */
function isFromHere({ ip, headers, hostname }: FastifyRequest): boolean {
  const forwarded = headers["x-forwarded-for"] !== undefined || headers.forwarded !== undefined;
  return !forwarded && isLoopback(ip) && (hostname === "localhost" || isLoopback(hostname.replaceAll(/[[\]]/g, "")));
}

function isLoopback(ip: string): boolean {
  return ip === "::1" || ip.replace(/^::ffff:/, "").startsWith("127.");
}

function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const refusal = refusalFrom(error, request.log);
  const wait = waitOf(refusal);
  if (wait) reply.header("retry-after", wait);
  return reply.status(refusal.status).send(problemOf(refusal));
}

/** Seconds until another attempt makes sense, where there were too many. */
function waitOf({ data }: { data: unknown }): number | undefined {
  return data && typeof data === "object" && "retryAfter" in data ? Number(data.retryAfter) : undefined;
}

function withoutQuery(url: string): string {
  return url.split("?", 1)[0] as string;
}
