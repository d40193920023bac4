/** The examples of the API are composed of the contract: each is taken by the schemas of its own operation. */
import type { AnyContractProcedure, OpenAPI } from "@orpc/contract";
import { describe, expect, it, test } from "vitest";
import type { z } from "zod";
import { contract } from "./contract.ts";
import { exampleWorld } from "./examples.ts";
import { openApiOf } from "./platform/http/openapi.ts";

const said = new Set<string>();
const { paths = {} } = await openApiOf(contract, {
  ...exampleWorld,
  words: new Proxy(exampleWorld.words, { get: (words, name: string) => said.add(name) && words[name] }),
});

describe.each(proceduresIn(contract))("the example of %s", (_name, procedure) => {
  const { route, inputSchema, outputSchema } = procedure["~orpc"];
  const operation = paths[route.path ?? ""]?.[method(route.method)] as OpenAPI.OperationObject;

  it(inputSchema ? "asks what the operation takes" : "asks nothing", () => {
    const parameters = (operation.parameters ?? []) as OpenAPI.ParameterObject[];
    const inAddress = parameters
      .filter(({ example }) => example !== undefined)
      .map(({ name, example }) => [name, example]);
    const asked = { ...Object.fromEntries(inAddress), ...(exampleIn(operation.requestBody) as object) };
    if (inputSchema) expect((inputSchema as z.ZodType).safeParse(asked)).toMatchObject({ success: true });
    expect(Object.keys(asked).length > 0).toBe(inputSchema !== undefined);
  });

  it("answers what the operation answers, and nothing beside it", () => {
    const answer = exampleIn(operation.responses?.["200"]);
    expect((outputSchema as z.ZodType).parse(answer)).toEqual(answer);
  });
});

test("every word is said somewhere", () => {
  expect(Object.keys(exampleWorld.words).filter((name) => !said.has(name))).toEqual([]);
});

function proceduresIn(router: object, within = ""): [string, AnyContractProcedure][] {
  return Object.entries(router).flatMap(([key, value]) => {
    const name = within ? `${within}.${key}` : key;
    return "~orpc" in value ? [[name, value as AnyContractProcedure]] : proceduresIn(value, name);
  });
}

function exampleIn(carrier: unknown): unknown {
  return (carrier as { content?: Record<string, { example?: unknown }> } | undefined)?.content?.["application/json"]
    ?.example;
}

function method(name = "GET") {
  return name.toLowerCase() as "get";
}
