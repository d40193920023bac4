import { expect, test } from "vitest";
import { contract } from "../contract.ts";
import type { OperationMeta } from "../platform/contract.ts";
import { isSection, pages, placesFor } from "./routes.ts";

/** What a page of the settings cannot be without. */
const asks = {
  "/settings/organisation": contract.people.organisation.get,
  "/settings/people": contract.people.teams.list,
  "/settings/sites": contract.workplace.sites.list,
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

/** What a page that is for members cannot be without. */
const membersAsk = {
  "/alignment": contract.alignment.alignment.get,
  "/plan": contract.planning.plans.list,
  "/plan/:id": contract.planning.plans.get,
  "/engagement": contract.engagement.pulse.settings,
  "/pulses/:id": contract.engagement.pulse.settings,
  "/cycles/:id/report": contract.closing.report.get,
  "/closing": contract.closing.cycles.get,
  "/energy": contract.alignment.alignment.energy,
  "/workplace": contract.workplace.week,
  "/decisions/:id": contract.workplace.decisions.get,
  "/teams/:id/readiness": contract.policies.teamReadiness.get,
  "/workplace/anchor-days": contract.workplace.anchorDays.list,
  "/policies": contract.policies.policies.list,
  "/policies/:id": contract.policies.policies.get,
  "/policies/:id/edit": contract.policies.policies.get,
};

test("guests are told of every page that is for members, and of no other", () => {
  const told = pages.filter(({ membersOnly }) => membersOnly).map(({ path }) => path);
  expect(told.sort()).toEqual(Object.keys(membersAsk).sort());
});

test.each(Object.entries(membersAsk).filter(([path]) => path !== "/closing"))(
  "%s would be refused to guests",
  (_, operation) => {
    const { may } = operation["~orpc"].meta as OperationMeta;
    expect(may).not.toContain("guest");
  },
);

test("the sidebar leads guests where they can read, and not where members report or plan", () => {
  const paths = (role: "member" | "guest") => placesFor(role).map(({ path }) => path);
  expect(paths("member")).toContain("/check-in");
  const notTheirs = ["/check-in", "/alignment", "/plan", "/workplace", "/policies", "/engagement"];
  expect(paths("guest")).toEqual(paths("member").filter((path) => !notTheirs.includes(path)));
});
