import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** The built web: files named by their content are kept for a year, the page that names them is asked for each time. */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    setHeaders: (reply, path) => {
      reply.header(
        "cache-control",
        path.startsWith(join(folder, "assets")) ? "public, max-age=31536000, immutable" : "no-cache",
      );
    },
  });
  app.get("/assets/*", async (_request, reply) => reply.status(404).send({ title: "There is no such file." }));
  app.get("/*", async (_request, reply) => reply.header("cache-control", "no-cache").sendFile("index.html"));
}
