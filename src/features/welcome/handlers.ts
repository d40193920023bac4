import { timingSafeEqual } from "node:crypto";
import { bodyHash } from "../../platform/edits.ts";
import type { RequestContext } from "../../platform/http/context.ts";
import { keeps } from "../../platform/http/keeps.ts";
import { newId } from "../../platform/ids.ts";
import { conflict, notFound, refused } from "../../platform/refusals.ts";
import { createOrganisation } from "../people/public.ts";
import { addImperative, imperativeWritten, statementWritten, writeStatement } from "../strategy/public.ts";
import { welcome as contract, type DemoStatus } from "./contract.ts";
import { realOrganisations } from "./queries.ts";

declare module "../../platform/http/context.ts" {
  interface Services {
    /** Null where nobody can look around: while the demo itself is told. */
    demo: Demo | null;
  }
}

/** The demo organisation, as the program makes it beside the requests. */
export interface Demo {
  status(): Promise<DemoStatus>;
  /** Begins to make it, unless it is there or being made. */
  make(): void;
  /** Whom a visitor looks around as. */
  guide: { email: string; password: string };
}

const os = keeps(contract);

export const welcome = os.router({
  firstRun: {
    status: os.firstRun.status.handler(async ({ context }) => ({
      needed: (await realOrganisations(context.database)) === 0,
      demo: context.services.demo !== null && context.http.loopback,
      publicAddress: context.services.setup.publicAddress,
    })),
    begin: os.firstRun.begin.handler(async ({ input, context }) => {
      if ((await realOrganisations(context.database)) > 0) throw notFound();
      if (!sameSecret(input.secret, context.services.setup.secret)) {
        throw refused({
          field: "secret",
          expected: "the setup secret that the server printed when it started",
          todo: "Open the whole link from its output.",
        });
      }
      const { organisation, owner } = input;
      const identityId = await context.services.identity.createAccount(owner);
      const memberId = newId();
      await context.writeAs(organisation.id, { memberId, via: "web" }, async (tx) => {
        const { id: _, ...founding } = organisation;
        await createOrganisation(
          tx,
          { ...founding, demo: false },
          { id: memberId, name: owner.name, email: owner.email, timeZone: organisation.timeZone, identityId },
        );
        await context.services.identity.joinOrganisation(tx, identityId, memberId);
        await writeFirstWords(tx, input);
      });
      await signInAs(context, owner);
      return { organisationId: organisation.id, memberId };
    }),
  },
  demo: {
    status: os.demo.status.handler(({ context }) => demoHere(context).status()),
    begin: os.demo.begin.handler(async ({ context }) => {
      const demo = demoHere(context);
      const status = await demo.status();
      if (status.state === "ready") {
        await signInAs(context, demo.guide).catch((error) => {
          context.log.warn({ err: error }, "Nobody can look around as Inês.");
          throw conflict(
            { todo: "Remove the demo with: throughline demo remove. Then look around again." },
            "Inês has another password now.",
          );
        });
        return status;
      }
      demo.make();
      return demo.status();
    }),
  },
});

/** Elsewhere there is nothing to find: whoever looks around could fill somebody else's server. */
function demoHere({ http, services }: RequestContext): Demo {
  if (!http.loopback || !services.demo) throw notFound();
  return services.demo;
}

type Tx = Parameters<typeof writeStatement>[0];

/** Only the words that were written; the rest stays open on the line. */
async function writeFirstWords(
  tx: Tx,
  { vision, mission, imperative }: { vision: string; mission: string; imperative: string },
) {
  for (const [kind, text] of [
    ["vision", vision],
    ["mission", mission],
  ] as const) {
    if (text === "") continue;
    await writeStatement(tx, kind, text, 0);
    await tx.record(statementWritten(tx.organisationId, kind, null, text));
  }
  if (imperative === "") return;
  const body = { statement: imperative, why: "", priorityShare: null, horizon: "" };
  const id = newId();
  await addImperative(tx, { id, ...body, bodyHash: bodyHash(body) });
  await tx.record(imperativeWritten(id, body));
}

async function signInAs(context: RequestContext, { email, password }: { email: string; password: string }) {
  const { setCookie } = await context.services.identity.signIn({ email, password, ...context.http });
  context.http.setCookie(setCookie);
}

function sameSecret(given: string, secret: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
}
