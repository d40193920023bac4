/** Asks a server from many keep-alive connections at once, with as little work of its own as it can. */
import { Agent, request } from "node:http";

export interface Question {
  method: string;
  path: string;
  cookie: string;
  body?: string;
}

export interface Answer {
  status: number;
  text: string;
}

export function createClient(port: number, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    ask: ({ method, path, cookie, body }: Question) =>
      new Promise<Answer>((resolve, reject) => {
        const headers = {
          cookie,
          "x-throughline": "web",
          ...(body ? { "content-type": "application/json", "content-length": Buffer.byteLength(body) } : {}),
        };
        const sent = request({ host: "127.0.0.1", port, agent, method, path: `/api${path}`, headers }, (response) => {
          const parts: Buffer[] = [];
          response.on("data", (part: Buffer) => parts.push(part));
          response.on("error", reject);
          response.on("end", () =>
            resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
          );
        });
        sent.on("error", reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}

export type Client = ReturnType<typeof createClient>;

export interface Load {
  requests: number;
  perSecond: number;
  /** Milliseconds. */
  median: number;
  slowest1Percent: number;
}

/** `writers` ask one after another for so many seconds; anything but 200 stops the bench with its words. */
export async function load(
  client: Client,
  writers: number,
  seconds: number,
  next: (writer: number) => Question,
): Promise<Load> {
  const took: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      while (performance.now() < end) {
        const asked = performance.now();
        const question = next(writer);
        const { status, text } = await client.ask(question);
        if (status !== 200)
          throw new Error(`${question.method} ${question.path} answered ${status}: ${text.slice(0, 500)}`);
        took.push(performance.now() - asked);
      }
    }),
  );
  const elapsed = (performance.now() - begun) / 1000;
  took.sort((one, other) => one - other);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { requests: took.length, perSecond: took.length / elapsed, median: at(0.5), slowest1Percent: at(0.99) };
}
