import { afterEach, expect, test, vi } from "vitest";
import { Problem } from "./problem.ts";
import { addressed, request } from "./request.ts";

afterEach(() => vi.unstubAllGlobals());

test("an address takes its braces from the input and the query from the rest of a GET", () => {
  expect(addressed("GET", "/objectives/{id}", { id: "a/b", limit: 5, after: undefined })).toEqual({
    url: "/api/objectives/a%2Fb?limit=5",
  });
});

test("lists and objects of a query are written in brackets", () => {
  expect(addressed("GET", "/search", { ids: ["x", "y"], of: { team: "t" } }).url).toBe(
    `/api/search?${new URLSearchParams({ "ids[0]": "x", "ids[1]": "y", "of[team]": "t" })}`,
  );
});

test("everything but a GET carries what is left of the input as JSON, and nothing when nothing is left", () => {
  expect(addressed("PATCH", "/teams/{id}", { id: "t", name: null })).toEqual({
    url: "/api/teams/t",
    body: '{"name":null}',
  });
  expect(addressed("DELETE", "/teams/{id}", { id: "t" })).toEqual({ url: "/api/teams/t" });
});

test("a request says that it comes from our own pages", async () => {
  const fetched = answering(new Response('{"text":"Time to care"}'));
  expect(await request("GET", "/vision")).toEqual({ text: "Time to care" });
  const [, { headers, credentials }] = fetched.mock.calls[0] as unknown as [string, RequestInit];
  expect(headers).toMatchObject({ "x-throughline": "web" });
  expect(credentials).toBe("same-origin");
});

test("a refusal becomes a Problem that names its fields and keeps what else it says", async () => {
  const body = {
    status: 409,
    title: "It changed while you were writing.",
    detail: "Choose one.",
    version: 4,
    problems: [{ field: "text", expected: "words", todo: "Write some." }],
  };
  answering(new Response(JSON.stringify(body), { status: 409 }));
  const problem = await request("PUT", "/vision", { text: "" }).catch((error: unknown) => error as Problem);
  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toMatchObject({ status: 409, detail: "Choose one.", data: { version: 4 }, unreachable: false });
  expect((problem as Problem).at("text")).toBe("Expected words. Write some.");
  expect((problem as Problem).at("version")).toBeUndefined();
});

test("an answer that is no problem document is still a Problem", async () => {
  answering(new Response("<html>Bad gateway</html>", { status: 502 }));
  await expect(request("GET", "/vision")).rejects.toMatchObject({ status: 502 });
});

test("no answer is a Problem of its own, a cancelled question is not", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  await expect(request("GET", "/vision")).rejects.toMatchObject({ status: 0, unreachable: true });
  const signal = AbortSignal.abort(new Error("left the page"));
  await expect(request("GET", "/vision", {}, signal)).rejects.toThrow("Failed to fetch");
});

function answering(answer: Response) {
  const fetched = vi.fn(() => Promise.resolve(answer));
  vi.stubGlobal("fetch", fetched);
  return fetched;
}
