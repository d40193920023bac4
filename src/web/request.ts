/** How an operation's input becomes an HTTP request to our own server, and its answer a value or a Problem. */
import { Problem } from "./problem.ts";

export type Input = Readonly<Record<string, unknown>>;

/** Where a request goes and what it says of itself: an empty address is the page's own. */
export interface Sender {
  address: string;
  headers: Readonly<Record<string, string>>;
}

const page: Sender = { address: "", headers: { "x-throughline": "web" } };

/**
 * `path` is below /api; its {braces} are filled from the input, the rest becomes the query of a GET and the JSON
 * body of everything else. Throws Problem, and the signal's own reason when it was aborted.
 */
export async function request(
  method: string,
  path: string,
  input: Input = {},
  signal?: AbortSignal,
  sender: Sender = page,
): Promise<unknown> {
  const { url, body } = addressed(method, path, input);
  const headers = { accept: "application/json", ...sender.headers };
  const answer = await fetch(`${sender.address}${url}`, {
    method,
    credentials: "same-origin",
    // A page that is being left still takes away what it has to.
    keepalive: method === "DELETE",
    headers: body === undefined ? headers : { ...headers, "content-type": "application/json" },
    ...(body === undefined ? {} : { body }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new Problem({ status: 0, title: "No answer came.", detail: "The server could not be reached." });
  });
  const text = await answer.text();
  if (!answer.ok) throw problemOf(answer.status, text);
  return text ? JSON.parse(text) : undefined;
}

/** The address and body a request goes out with. */
export function addressed(method: string, path: string, input: Input): { url: string; body?: string } {
  const rest: Record<string, unknown> = { ...input };
  const filled = path.replace(/\{\+?(\w+)\}/g, (_, key: string) => {
    const value = rest[key];
    delete rest[key];
    return encodeURIComponent(String(value));
  });
  if (method === "GET") return { url: `/api${filled}${query(rest)}` };
  return Object.keys(rest).length > 0 ? { url: `/api${filled}`, body: JSON.stringify(rest) } : { url: `/api${filled}` };
}

function query(values: Input): string {
  const pairs = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) add(pairs, key, value);
  return pairs.size > 0 ? `?${pairs}` : "";
}

/** Lists and objects in brackets (`ids[0]=…`, `filter[team]=…`), as the server reads them; what is not set is not sent. */
function add(pairs: URLSearchParams, key: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (typeof value === "object")
    for (const [part, inner] of Object.entries(value)) add(pairs, `${key}[${part}]`, inner);
  else pairs.append(key, String(value));
}

function problemOf(status: number, text: string): Problem {
  try {
    return new Problem({ title: "It did not work.", ...JSON.parse(text), status });
  } catch {
    return new Problem({
      status,
      title: "The server answered with something unexpected.",
      detail: `Status ${status}.`,
    });
  }
}
