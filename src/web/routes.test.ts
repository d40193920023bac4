import { expect, test } from "vitest";
import { contract } from "../contract.ts";
import type { OperationMeta } from "../platform/contract.ts";
import { isSection, pages, placesFor } from "./routes.ts";

/** What a page of the settings cannot be without. */
const asks = {
  "/settings/organisation": contract.people.organisation.get,
  "/settings/people": contract.people.teams.list,
  "/settings/strategy": contract.strategy.imperatives.list,
  "/settings/cycles": contract.okrs.cycles.list,
  "/settings/import": contract.exchange.imports.list,
  "/settings/audit": contract.activity.audit.list,
};

test.each(Object.entries(asks))("%s is for nobody whom its answers are refused to", (path, operation) => {
  const roles = pages.find((page) => page.path === path)?.section?.roles ?? [];
  const { may } = operation["~orpc"].meta as OperationMeta;
  expect(roles.filter((role) => may !== "anyone" && !may.includes(role))).toEqual([]);
});

test("every page of the settings that is not everybody's is tried here", () => {
  const someones = pages.filter((page) => isSection(page) && page.section.roles).map(({ path }) => path);
  expect(someones).toEqual(Object.keys(asks));
});

test("the sidebar leads guests where they can read, and not where members report or plan", () => {
  const paths = (role: "member" | "guest") => placesFor(role).map(({ path }) => path);
  expect(paths("member")).toContain("/check-in");
  const notTheirs = ["/check-in", "/alignment", "/plan", "/engagement"];
  expect(paths("guest")).toEqual(paths("member").filter((path) => !notTheirs.includes(path)));
});
