/** What a role may do, a token of that role can do: the scopes it may be given and the operation × role table agree. */
import { describe, expect, test } from "vitest";
import { contract } from "../../src/contract.ts";
import { scopesOfferedTo } from "../../src/features/sign-in/permissions.ts";
import { anyone, type OperationMeta, type Role, roles, scopes } from "../../src/platform/contract.ts";
import type { Viewer } from "../../src/platform/http/context.ts";
import { mayTry } from "../../src/platform/http/keeps.ts";
import { notForTokens } from "../support/cases.ts";
import { operationsOf } from "../support/inputs.ts";

const table = operationsOf(contract)
  .filter(({ name }) => !(name in notForTokens))
  .map(({ name, procedure }) => ({ name, ...(procedure["~orpc"].meta as OperationMeta) }));
const openTo = (role: Role) => table.filter(({ may }) => may !== anyone && may.includes(role));

describe.each(roles)("a token of a %s", (role) => {
  test("with every scope it may be given can try what the role may", () => {
    const viewer = { role, scopes: scopesOfferedTo(role) } as Viewer;
    const refused = openTo(role).filter((operation) => {
      try {
        mayTry(operation, viewer);
        return false;
      } catch {
        return true;
      }
    });
    expect(refused.map(({ name, scope }) => `${name}: ${scope}`)).toEqual([]);
  });

  test("is offered no scope that would open nothing", () => {
    const useful = new Set(openTo(role).map(({ scope }) => scope));
    expect(scopesOfferedTo(role)).toEqual(scopes.filter((scope) => useful.has(scope)));
  });
});
