/** While the product is worked on, its server answers what is its own, and the web keeps its pages and its modules. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { passedOn } from "../../bin/passed-on.ts";
import { operations } from "../../src/client/operations.ts";
import { pages } from "../../src/web/routes.ts";

const home = join(import.meta.dirname, "../..");
const isPassedOn = (address: string) => new RegExp(passedOn).test(address);

test("every operation, the page of the API, the live stream and the questions of health go to the server", () => {
  const asked = [...operations.values()].map(({ path }) => `/api${path}`);
  const others = ["/api", "/api?search=key", "/api/openapi.json", "/api/live", "/healthz", "/readyz"];
  expect([...asked, ...others].filter((address) => !isPassedOn(address))).toEqual([]);
});

test("every module and every page stays with the web", () => {
  const modules = readdirSync(join(home, "src/web"), { recursive: true, encoding: "utf8" }).map((file) => `/${file}`);
  expect(modules).toContain("/api.ts");
  const addresses = [...modules, "/api.ts?t=1", ...pages.map(({ path }) => path)];
  expect(addresses.filter(isPassedOn)).toEqual([]);
});
