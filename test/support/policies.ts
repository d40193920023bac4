/** What the tests of policies write again and again. */
import { expect } from "vitest";
import { newId } from "../../src/platform/ids.ts";
import { told } from "./furnish.ts";
import { aPolicy } from "./furnish-policies.ts";
import type { Organisation, Person } from "./house.ts";

interface Problem {
  field: string;
  expected: string;
  todo: string;
}

/** The verbs of one organisation, each as its owner unless somebody else is named. */
export function policiesOf(home: Organisation) {
  async function draft(body: object = {}, by: Person = home.owner): Promise<string> {
    const id = newId();
    await told(by.ask, "POST", "/policies", { id, ...aPolicy(), ...body });
    return id;
  }
  const read = (id: string, by: Person = home.owner) => told(by.ask, "GET", `/policies/${id}`);
  async function seal(id: string) {
    const { version } = await read(id);
    return told(home.owner.ask, "POST", `/policies/${id}/sealing`, { version });
  }
  async function sealed(body: object = {}): Promise<string> {
    const id = await draft(body);
    await seal(id);
    return id;
  }
  async function refused(method: string, path: string, body?: object, by: Person = home.owner): Promise<Problem[]> {
    const answer = await by.ask(method, path, body);
    expect([answer.status, answer.body.title]).toEqual([422, "Something needs another look."]);
    return answer.body.problems;
  }
  return {
    draft,
    read,
    seal,
    sealed,
    refused,
    async fields(...asked: Parameters<typeof refused>) {
      return (await refused(...asked)).map(({ field }) => field);
    },
    /** What sealing refuses. */
    async refusedSeal(id: string) {
      const { version } = await read(id);
      return refused("POST", `/policies/${id}/sealing`, { version });
    },
    async amend(id: string, body: object) {
      const { version } = await read(id);
      return told(home.owner.ask, "POST", `/policies/${id}/amendments`, {
        id: newId(),
        version,
        reason: "Why",
        ...body,
      });
    },
    async refusedAmendment(id: string, body: object) {
      const { version } = await read(id);
      return refused("POST", `/policies/${id}/amendments`, { id: newId(), version, reason: "Why", ...body });
    },
    async decide(id: string, body: object) {
      const { version } = await read(id);
      const said = { id: newId(), version, reason: "We saw enough.", ...body };
      return told(home.owner.ask, "POST", `/policies/${id}/decisions`, said);
    },
    async refusedDecision(id: string, body: object) {
      const { version } = await read(id);
      const said = { id: newId(), version, reason: "We saw enough.", ...body };
      return refused("POST", `/policies/${id}/decisions`, said);
    },
    coverage: (id: string, day?: string, by: Person = home.owner) =>
      told(by.ask, "GET", `/policies/${id}/coverage${day ? `?day=${day}` : ""}`),
    coversMe: (by: Person, day?: string) => told(by.ask, "GET", `/policy-coverage${day ? `?day=${day}` : ""}`),
    async team(name: string, ...members: Person[]): Promise<string> {
      const id = newId();
      await told(home.owner.ask, "POST", "/teams", { id, name });
      for (const { id: memberId } of members) await told(home.owner.ask, "PUT", `/teams/${id}/members/${memberId}`);
      return id;
    },
  };
}

/** An arrangement for some teams; no lists: for everyone. */
export function arrangement(teamIds: string[] = [], more: object = {}) {
  return { kind: "hybrid-flexible", title: "Two days together", scope: { teamIds }, ...more };
}
