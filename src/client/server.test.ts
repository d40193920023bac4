import { expect, it, vi } from "vitest";
import { serverAt } from "./server.ts";

it("asks what takes no input without any", async () => {
  const fetched = vi.spyOn(globalThis, "fetch").mockResolvedValue(Response.json({ member: { name: "Mei" } }));
  const { ask } = serverAt({ address: "http://okr.example.test", token: "t", via: "cli" });
  expect(await ask("signIn.session.current", undefined)).toEqual({ member: { name: "Mei" } });
  expect(String(fetched.mock.calls[0]?.[0])).toContain("/api/session");
  fetched.mockRestore();
});
