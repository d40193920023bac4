import type { FastifyReply, FastifyRequest } from "fastify";
import type { Viewer } from "../http/context.ts";
import type { Feed } from "./feed.ts";
import { subjectsFor } from "./subjects.ts";

/** Milliseconds between looking again whether the person may still watch, and between signs of life. */
const recheck = 60_000;

/** Names what changed, nothing more: the browser asks again through its own permissions. Private ids go to their one member only. */
export function streamLive(
  request: FastifyRequest,
  reply: FastifyReply,
  viewer: Viewer,
  feed: Feed,
  stillThere: () => Promise<Viewer | null>,
): void {
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) raw.setHeader(name, value as string);
  raw.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" });
  raw.write("retry: 2000\n\n: watching\n\n");
  const write = (heard: object) => raw.write(`data: ${JSON.stringify(heard)}\n\n`);
  const stopWatching = feed.watch(viewer.organisationId, {
    events: (events) => {
      const subjects = subjectsFor(viewer, events);
      if (subjects.length > 0) write({ subjects });
    },
    passing: (passing) => {
      if (viewer.role !== "guest") write({ passing });
    },
  });
  const timer = setInterval(async () => {
    const there = await stillThere().catch(() => null);
    if (there) raw.write(": still here\n\n");
    else raw.end();
  }, recheck);
  const end = () => {
    clearInterval(timer);
    stopWatching();
    open.delete(raw);
  };
  open.add(raw);
  request.raw.on("close", end);
  raw.on("close", end);
}

const open = new Set<FastifyReply["raw"]>();

/** Ends every stream, so that a server that stops does not wait for people who only watch. */
export function endLiveStreams(): void {
  for (const raw of open) raw.end();
}
